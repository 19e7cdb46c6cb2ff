/** 大样 of the pages of open issues: the frame that was on paper, deflated JSON, to tell later what changed since. */
export const sql = `
  CREATE TABLE proofs (
    issue    TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    page     TEXT NOT NULL,
    number   INTEGER NOT NULL CHECK (number >= 1),
    revision INTEGER NOT NULL,
    made_at  TEXT NOT NULL,
    frame    BLOB NOT NULL,
    PRIMARY KEY (issue, page, number)
  ) STRICT, WITHOUT ROWID;
`
