/**
 * Open issues: records as JSON, the changes that made them, named versions, and which picture files are at hand.
 * A change's JSON is deflated: it holds each record before and after, which are nearly alike.
 */
export const sql = `
  CREATE TABLE issues (
    id         TEXT PRIMARY KEY,
    revision   INTEGER NOT NULL CHECK (revision >= 1),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE records (
    issue TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    id    TEXT NOT NULL,
    type  TEXT NOT NULL,
    json  TEXT NOT NULL,
    PRIMARY KEY (issue, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE changes (
    issue    TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    made_at  TEXT NOT NULL,
    change   BLOB NOT NULL,
    PRIMARY KEY (issue, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    issue     TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
    revision  INTEGER NOT NULL,
    name      TEXT NOT NULL,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (issue, revision, name)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE assets (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    mime     TEXT NOT NULL,
    width    INTEGER NOT NULL,
    height   INTEGER NOT NULL,
    added_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- What the library remembers about itself, such as that the sample issue was shown.
  CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`
