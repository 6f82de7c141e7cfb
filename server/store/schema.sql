-- SPDX-License-Identifier: Apache-2.0
-- The journal's tables as they are today. A change here comes with a new file in migrations/, and a
-- test compares the two.

CREATE TABLE session (
    id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number        TEXT NOT NULL UNIQUE,
    authorisation TEXT NOT NULL,
    roster        BLOB NOT NULL,
    password_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    session BLOB    NOT NULL REFERENCES session (id),
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    header  BLOB    NOT NULL CHECK (length(header) = 128),
    leaf    BLOB    NOT NULL CHECK (length(leaf) = 32),
    salt    BLOB    CHECK (length(salt) = 16),
    payload BLOB    CHECK ((payload IS NULL) = (salt IS NULL)),
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER journal_grows_by_one BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM journal WHERE session = NEW.session)
BEGIN
    SELECT raise(ABORT, 'the journal only takes its next record');
END;

CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal
BEGIN
    SELECT raise(ABORT, 'the journal never loses a record');
END;

CREATE TRIGGER journal_only_erases BEFORE UPDATE ON journal
WHEN NEW.session IS NOT OLD.session OR NEW.seq IS NOT OLD.seq OR NEW.header IS NOT OLD.header
    OR NEW.leaf IS NOT OLD.leaf OR NEW.salt IS NOT NULL OR NEW.payload IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'of a record only payload and salt can be erased');
END;

CREATE TABLE receipt (
    session BLOB NOT NULL PRIMARY KEY REFERENCES session (id),
    note    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Answers were erased of these, and traces of them may be left in the file or its log.
CREATE TABLE erasing (
    session BLOB NOT NULL PRIMARY KEY REFERENCES session (id)
) STRICT, WITHOUT ROWID;
