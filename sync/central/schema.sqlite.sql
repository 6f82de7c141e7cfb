-- SPDX-License-Identifier: Apache-2.0
-- What only SQLite reads of the platform's tables: triggers keep what was given.

CREATE TABLE event (
    session BLOB    NOT NULL CHECK (length(session) = 16),
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    header  BLOB    NOT NULL CHECK (length(header) = 128),
    leaf    BLOB    NOT NULL CHECK (length(leaf) = 32),
    salt    BLOB    CHECK (length(salt) = 16),
    payload BLOB    CHECK ((payload IS NULL) = (salt IS NULL)),
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bundle_is_kept BEFORE DELETE ON bundle
BEGIN
    SELECT raise(ABORT, 'a bundle is never forgotten');
END;

CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'an event is never forgotten');
END;

CREATE TRIGGER event_only_erases BEFORE UPDATE ON event
WHEN NEW.session IS NOT OLD.session OR NEW.seq IS NOT OLD.seq OR NEW.header IS NOT OLD.header
    OR NEW.leaf IS NOT OLD.leaf OR NEW.salt IS NOT NULL OR NEW.payload IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'of an event only payload and salt can be erased');
END;

CREATE TRIGGER receipt_is_kept BEFORE UPDATE ON receipt
BEGIN
    SELECT raise(ABORT, 'a receipt is given once');
END;

CREATE TRIGGER fork_evidence_is_kept BEFORE DELETE ON fork_evidence
BEGIN
    SELECT raise(ABORT, 'evidence is never forgotten');
END;

CREATE TRIGGER ingest_log_grows_only BEFORE UPDATE ON ingest_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;

CREATE TRIGGER ingest_log_is_kept BEFORE DELETE ON ingest_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;

CREATE TRIGGER ingest_log_leaf_grows_only BEFORE UPDATE ON ingest_log_leaf
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;

CREATE TRIGGER ingest_log_leaf_is_kept BEFORE DELETE ON ingest_log_leaf
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;
