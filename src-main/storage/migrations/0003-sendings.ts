/** Sendings (传版) of open issues, as their 传版单 tell them. */
export const sql = `
  CREATE TABLE sendings (
    issue   TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL CHECK (number >= 1),
    sending TEXT NOT NULL,
    PRIMARY KEY (issue, number)
  ) STRICT, WITHOUT ROWID;
`
