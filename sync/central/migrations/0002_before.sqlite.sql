-- SPDX-License-Identifier: Apache-2.0
-- The tables of version 1 step aside; 0002_after.sqlite.sql copies what they hold.

DROP TRIGGER bundle_is_kept;
DROP TRIGGER event_is_kept;
DROP TRIGGER event_only_erases;
DROP TRIGGER receipt_is_kept;
DROP TRIGGER ingest_log_grows_only;
DROP TRIGGER ingest_log_is_kept;
ALTER TABLE box RENAME TO old_box;
ALTER TABLE authorisation RENAME TO old_authorisation;
ALTER TABLE bundle RENAME TO old_bundle;
ALTER TABLE exam_session RENAME TO old_exam_session;
ALTER TABLE event RENAME TO old_event;
ALTER TABLE result RENAME TO old_result;
ALTER TABLE receipt RENAME TO old_receipt;
ALTER TABLE ingest_log RENAME TO old_ingest_log;
