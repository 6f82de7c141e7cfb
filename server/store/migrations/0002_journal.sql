-- SPDX-License-Identifier: Apache-2.0
-- Sessions whose answers are being erased.

CREATE TABLE erasing (
    session BLOB NOT NULL PRIMARY KEY REFERENCES session (id)
) STRICT, WITHOUT ROWID;
