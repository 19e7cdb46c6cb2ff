/**
 * The archive (往期): what was signed off, apart from open issues. Rows are never changed or taken away, which the
 * triggers keep; the frozen files lie beside the database by their SHA-256 and are named in the manifest.
 *
 * `folded` is what searches compare (archive-search.ts). FTS5's trigram tokenizer finds any three characters in a row;
 * `archive_trigrams` lists what it has, which serves shorter words.
 */
const FROZEN = `SELECT RAISE(ABORT, 'the archive is frozen')`

export const sql = `
  ALTER TABLE issues ADD COLUMN archived_as TEXT;

  CREATE TABLE archive_entries (
    key        TEXT PRIMARY KEY,
    paper_code TEXT NOT NULL,
    date       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    document   TEXT NOT NULL,
    manifest   TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    UNIQUE (paper_code, date, version)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE archive_articles (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL REFERENCES archive_entries (key),
    date     TEXT NOT NULL,
    page     TEXT NOT NULL,
    section  TEXT NOT NULL,
    article  TEXT NOT NULL,
    headline TEXT NOT NULL,
    text     TEXT NOT NULL,
    folded   TEXT NOT NULL
  ) STRICT;
  CREATE INDEX archive_articles_by_date ON archive_articles (date);
  CREATE INDEX archive_articles_by_key ON archive_articles (key);

  CREATE VIRTUAL TABLE archive_words USING fts5 (folded, content = 'archive_articles', content_rowid = 'id', tokenize = 'trigram');
  CREATE VIRTUAL TABLE archive_trigrams USING fts5vocab (archive_words, row);
  CREATE TRIGGER archive_articles_indexed AFTER INSERT ON archive_articles BEGIN
    INSERT INTO archive_words (rowid, folded) VALUES (NEW.id, NEW.folded);
  END;

  CREATE TRIGGER archive_entries_keep BEFORE UPDATE ON archive_entries BEGIN ${FROZEN}; END;
  CREATE TRIGGER archive_entries_stay BEFORE DELETE ON archive_entries BEGIN ${FROZEN}; END;
  CREATE TRIGGER archive_articles_keep BEFORE UPDATE ON archive_articles BEGIN ${FROZEN}; END;
  CREATE TRIGGER archive_articles_stay BEFORE DELETE ON archive_articles BEGIN ${FROZEN}; END;
  -- REPLACE deletes without asking the triggers above.
  CREATE TRIGGER archive_entries_once BEFORE INSERT ON archive_entries
    WHEN EXISTS (SELECT 1 FROM archive_entries WHERE key = NEW.key) BEGIN ${FROZEN}; END;
  CREATE TRIGGER archive_articles_once BEFORE INSERT ON archive_articles
    WHEN EXISTS (SELECT 1 FROM archive_articles WHERE id = NEW.id) BEGIN ${FROZEN}; END;
`
