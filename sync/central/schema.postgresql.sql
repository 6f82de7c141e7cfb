-- SPDX-License-Identifier: Apache-2.0
-- What only PostgreSQL reads of the platform's tables: partitions, and privileges that keep what
-- was given. Whoever owns the tables could give the privileges back to itself: that is an act of an
-- administrator, never one of the program, and the log's signed head shows what it did.

CREATE TABLE event (
    session BYTEA  NOT NULL CHECK (length(session) = 16),
    seq     BIGINT NOT NULL CHECK (seq >= 0),
    header  BYTEA  NOT NULL CHECK (length(header) = 128),
    leaf    BYTEA  NOT NULL CHECK (length(leaf) = 32),
    salt    BYTEA  CHECK (length(salt) = 16),
    payload BYTEA  CHECK ((payload IS NULL) = (salt IS NULL)),
    PRIMARY KEY (session, seq)
) PARTITION BY HASH (session);

CREATE TABLE event_0 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 0);
CREATE TABLE event_1 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 1);
CREATE TABLE event_2 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 2);
CREATE TABLE event_3 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 3);
CREATE TABLE event_4 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 4);
CREATE TABLE event_5 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 5);
CREATE TABLE event_6 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 6);
CREATE TABLE event_7 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 7);
CREATE TABLE event_8 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 8);
CREATE TABLE event_9 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 9);
CREATE TABLE event_10 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 10);
CREATE TABLE event_11 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 11);
CREATE TABLE event_12 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 12);
CREATE TABLE event_13 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 13);
CREATE TABLE event_14 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 14);
CREATE TABLE event_15 PARTITION OF event FOR VALUES WITH (MODULUS 16, REMAINDER 15);

REVOKE DELETE, TRUNCATE ON bundle FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON event FROM CURRENT_USER;
GRANT UPDATE (salt, payload) ON event TO CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON
    event_0, event_1, event_2, event_3, event_4, event_5, event_6, event_7,
    event_8, event_9, event_10, event_11, event_12, event_13, event_14, event_15
    FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON receipt, fork_evidence, ingest_log, ingest_log_leaf FROM CURRENT_USER;
