-- SPDX-License-Identifier: Apache-2.0
-- The convenience database's tables as they are today: what makes a day easier and proves nothing.
-- It may be lost at any time, and is then made again, empty.

CREATE TABLE draft (
    session   BLOB    NOT NULL CHECK (length(session) = 16),
    candidate INTEGER NOT NULL CHECK (candidate > 0),
    item      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    at        INTEGER NOT NULL,  -- of the box's wall clock, milliseconds since 1970
    PRIMARY KEY (session, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidate_receipt (
    session   BLOB    NOT NULL CHECK (length(session) = 16),
    candidate INTEGER NOT NULL CHECK (candidate > 0),
    receipt   BLOB    NOT NULL CHECK (length(receipt) = 146),
    PRIMARY KEY (session, candidate)
) STRICT, WITHOUT ROWID;

CREATE TABLE seat_check (
    device           BLOB    NOT NULL PRIMARY KEY CHECK (length(device) = 16),
    seat             TEXT    NOT NULL,
    address          TEXT    NOT NULL,
    browser          TEXT    NOT NULL,
    screen           TEXT    NOT NULL,
    indexeddb        INTEGER NOT NULL CHECK (indexeddb IN (0, 1)),
    clock_skew_ms    INTEGER NOT NULL,
    latency_ms       INTEGER NOT NULL,
    lockdown         TEXT    NOT NULL,
    lockdown_version TEXT    NOT NULL,
    problems         TEXT    NOT NULL,  -- codes, a space between two
    checked_at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    name        TEXT NOT NULL PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('staff', 'one_day')),
    valid_until TEXT NOT NULL  -- last day, YYYY-MM-DD; empty: no end
) STRICT, WITHOUT ROWID;
