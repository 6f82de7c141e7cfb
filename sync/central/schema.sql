-- SPDX-License-Identifier: Apache-2.0
-- The platform's database as it is today, in the SQL that SQLite, PostgreSQL and the distributed
-- engines of docs/operations/central-distributed.md all read; schema.sqlite.sql and
-- schema.postgresql.sql hold what only one of them does. A change also goes into migrations/.
-- Times are Unix milliseconds. Every key begins with the column that the table is spread by.

CREATE TABLE box (
    name        TEXT   NOT NULL PRIMARY KEY,
    key         BYTEA  NOT NULL UNIQUE CHECK (length(key) = 32),
    enrolled_at BIGINT NOT NULL
);

CREATE TABLE authorisation (
    session  BYTEA  NOT NULL PRIMARY KEY CHECK (length(session) = 16),
    number   TEXT   NOT NULL,
    envelope TEXT   NOT NULL,
    roster   BYTEA  NOT NULL,
    made_at  BIGINT NOT NULL
);

-- Uploads that have not all their bytes yet; those that came are uploads/<sha256>.part.
CREATE TABLE upload (
    sha256     BYTEA  NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes      BIGINT NOT NULL CHECK (bytes > 0),
    received   BIGINT NOT NULL CHECK (received >= 0 AND received <= bytes),
    box        TEXT   NOT NULL,
    session    BYTEA  NOT NULL CHECK (length(session) = 16),
    sidecar    TEXT   NOT NULL,
    begun_at   BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE INDEX upload_of_box ON upload (box);

-- Every bundle ever received; its bytes are blobs/<sha256>.preau. What it claims to be is here only
-- once somebody we know has signed it.
CREATE TABLE bundle (
    sha256      BYTEA  NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    bytes       BIGINT NOT NULL CHECK (bytes >= 0),
    received_at BIGINT NOT NULL,
    session     BYTEA,
    box         TEXT,
    sidecar     TEXT   NOT NULL, -- the note that came with it
    stored      TEXT   NOT NULL, -- the note that we answered when the bytes were safe
    state       TEXT   NOT NULL
        CHECK (state IN ('stored', 'verifying', 'parked', 'accepted', 'duplicate', 'quarantined',
                         'rejected', 'contested')),
    code        TEXT   NOT NULL, -- of the last line about it in ingest_log, as is detail
    detail      TEXT   NOT NULL,
    changed_at  BIGINT NOT NULL
);
CREATE INDEX bundle_by_time ON bundle (received_at);
CREATE INDEX bundle_by_state ON bundle (state, changed_at);
CREATE INDEX bundle_by_session ON bundle (session);

-- The sessions whose bundle was accepted, one bundle each.
CREATE TABLE exam_session (
    session      BYTEA  NOT NULL PRIMARY KEY CHECK (length(session) = 16),
    bundle       BYTEA  NOT NULL CHECK (length(bundle) = 32),
    box          TEXT   NOT NULL,
    candidates   BIGINT NOT NULL,
    tree_size    BIGINT NOT NULL,
    tree_root    BYTEA  NOT NULL CHECK (length(tree_root) = 32),
    is_contested BIGINT NOT NULL CHECK (is_contested IN (0, 1)),
    to_confirm   TEXT   NOT NULL, -- what the box did by name outside its authorisation; JSON array
    accepted_at  BIGINT NOT NULL
);

CREATE TABLE result (
    session    BYTEA  NOT NULL REFERENCES exam_session (session),
    candidate  BIGINT NOT NULL CHECK (candidate >= 1),
    status     TEXT   NOT NULL,
    comment    TEXT   NOT NULL,
    pix_score  BIGINT NOT NULL,
    capacity   TEXT   NOT NULL, -- shortest decimals: the same bits come back
    error_rate TEXT   NOT NULL,
    degraded   BIGINT NOT NULL CHECK (degraded IN (0, 1)),
    levels     TEXT   NOT NULL,
    PRIMARY KEY (session, candidate)
);

CREATE TABLE receipt (
    session   BYTEA  NOT NULL PRIMARY KEY REFERENCES exam_session (session),
    note      TEXT   NOT NULL,
    issued_at BIGINT NOT NULL
);

-- What anyone has cosigned of a session before its bundle came: later bundles must go on from it.
CREATE TABLE checkpoint (
    session BYTEA  NOT NULL CHECK (length(session) = 16),
    size    BIGINT NOT NULL,
    root    BYTEA  NOT NULL CHECK (length(root) = 32),
    note    TEXT   NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (session, size, root)
);

-- Where two journals of one session part: both are kept.
CREATE TABLE fork_evidence (
    session BYTEA  NOT NULL CHECK (length(session) = 16),
    bundle  BYTEA  NOT NULL CHECK (length(bundle) = 32),
    seq     BIGINT NOT NULL, -- the first record that differs
    kept    BYTEA  NOT NULL, -- its leaf in the journal that came first; empty when it ends before
    other   BYTEA  NOT NULL, -- its leaf in this bundle
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (session, bundle)
);

-- What was decided about each upload. A line is written with the decision; it waits there until
-- the log's one writer gives it its place in the tree.
CREATE TABLE ingest_log (
    id   BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    line TEXT  NOT NULL -- JSON: at, sha256, session, box, code, detail
);
CREATE TABLE ingest_log_waiting (
    id BYTEA NOT NULL PRIMARY KEY
);
CREATE TABLE ingest_log_leaf (
    position BIGINT NOT NULL PRIMARY KEY CHECK (position >= 0),
    id       BYTEA  NOT NULL,
    leaf     BYTEA  NOT NULL CHECK (length(leaf) = 32)
);
-- Size, subtrees (one hash for each bit set in size, the largest first) and signed head of the tree.
CREATE TABLE ingest_log_head (
    one       BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    size      BIGINT NOT NULL,
    subtrees  BYTEA  NOT NULL,
    note      TEXT   NOT NULL,
    signed_at BIGINT NOT NULL
);
INSERT INTO ingest_log_head (one, size, subtrees, note, signed_at) VALUES (1, 0, '', '', 0);
