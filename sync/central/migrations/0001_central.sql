-- SPDX-License-Identifier: Apache-2.0
-- Tables of the first version.

CREATE TABLE box (
    name        TEXT    NOT NULL PRIMARY KEY,
    key         BLOB    NOT NULL UNIQUE CHECK (length(key) = 32),
    enrolled_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE authorisation (
    session  BLOB    NOT NULL PRIMARY KEY CHECK (length(session) = 16),
    number   TEXT    NOT NULL,
    envelope TEXT    NOT NULL,
    roster   BLOB    NOT NULL,
    made_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every bundle ever received; its bytes are blobs/<sha256>.preau. What it claims to be is here only
-- once somebody we know has signed it.
CREATE TABLE bundle (
    sha256      BLOB    NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes       INTEGER NOT NULL CHECK (bytes >= 0),
    received_at INTEGER NOT NULL,
    session     BLOB    REFERENCES authorisation (session),
    box         TEXT    REFERENCES box (name),
    verdict     TEXT    NOT NULL
        CHECK (verdict IN ('received', 'accepted', 'duplicate', 'contested', 'refused')),
    code        TEXT    NOT NULL, -- of the last line about it in ingest_log, as is detail
    detail      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bundle_is_kept BEFORE DELETE ON bundle
BEGIN
    SELECT raise(ABORT, 'a bundle is never forgotten');
END;

-- The sessions whose bundle was accepted, one bundle each.
CREATE TABLE exam_session (
    session     BLOB    NOT NULL PRIMARY KEY REFERENCES authorisation (session),
    bundle      BLOB    NOT NULL UNIQUE REFERENCES bundle (sha256),
    candidates  INTEGER NOT NULL,
    tree_size   INTEGER NOT NULL,
    tree_root   BLOB    NOT NULL CHECK (length(tree_root) = 32),
    accepted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    session BLOB    NOT NULL REFERENCES exam_session (session),
    seq     INTEGER NOT NULL CHECK (seq >= 0),
    header  BLOB    NOT NULL CHECK (length(header) = 128),
    leaf    BLOB    NOT NULL CHECK (length(leaf) = 32),
    salt    BLOB    CHECK (length(salt) = 16),
    payload BLOB    CHECK ((payload IS NULL) = (salt IS NULL)),
    PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE result (
    session    BLOB    NOT NULL REFERENCES exam_session (session),
    candidate  INTEGER NOT NULL CHECK (candidate >= 1),
    status     TEXT    NOT NULL,
    comment    TEXT    NOT NULL,
    pix_score  INTEGER NOT NULL,
    capacity   TEXT    NOT NULL, -- shortest decimals: the same bits come back
    error_rate TEXT    NOT NULL,
    degraded   INTEGER NOT NULL CHECK (degraded IN (0, 1)),
    levels     TEXT    NOT NULL,
    PRIMARY KEY (session, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
    session   BLOB    NOT NULL PRIMARY KEY REFERENCES exam_session (session),
    note      TEXT    NOT NULL,
    issued_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER receipt_is_kept BEFORE UPDATE ON receipt
BEGIN
    SELECT raise(ABORT, 'a receipt is given once');
END;

-- What was decided about each upload, in order.
CREATE TABLE ingest_log (
    id     INTEGER NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,
    sha256 BLOB    NOT NULL REFERENCES bundle (sha256),
    code   TEXT    NOT NULL,
    detail TEXT    NOT NULL
) STRICT;

CREATE TRIGGER ingest_log_grows_only BEFORE UPDATE ON ingest_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;

CREATE TRIGGER ingest_log_is_kept BEFORE DELETE ON ingest_log
BEGIN
    SELECT raise(ABORT, 'the log only grows');
END;
