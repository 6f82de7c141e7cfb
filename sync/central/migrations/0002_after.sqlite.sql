-- SPDX-License-Identifier: Apache-2.0
-- What version 1 held, in the tables of version 2.

INSERT INTO box (name, key, enrolled_at) SELECT name, key, enrolled_at FROM old_box;
INSERT INTO authorisation (session, number, envelope, roster, made_at)
    SELECT session, number, envelope, roster, made_at FROM old_authorisation;
INSERT INTO bundle (sha256, bytes, received_at, session, box, sidecar, stored, state, code, detail,
                    changed_at)
    SELECT sha256, bytes, received_at, session, box, '', '',
           CASE verdict WHEN 'received' THEN 'stored' WHEN 'refused' THEN 'quarantined'
                        ELSE verdict END,
           code, detail, received_at
    FROM old_bundle;
INSERT INTO exam_session (session, bundle, box, candidates, tree_size, tree_root, is_contested,
                          to_confirm, accepted_at)
    SELECT old_exam_session.session, bundle, coalesce(old_bundle.box, ''), candidates, tree_size,
           tree_root, 0, '[]', accepted_at
    FROM old_exam_session JOIN old_bundle ON old_bundle.sha256 = old_exam_session.bundle;
INSERT INTO event (session, seq, header, leaf, salt, payload)
    SELECT session, seq, header, leaf, salt, payload FROM old_event;
INSERT INTO result (session, candidate, status, comment, pix_score, capacity, error_rate, degraded,
                    levels)
    SELECT session, candidate, status, comment, pix_score, capacity, error_rate, degraded, levels
    FROM old_result;
INSERT INTO receipt (session, note, issued_at) SELECT session, note, issued_at FROM old_receipt;
INSERT INTO ingest_log (id, line)
    SELECT CAST(printf('%016d', id) AS BLOB),
           json_object('at', at, 'sha256', lower(hex(sha256)), 'session', '', 'box', '',
                       'code', code, 'detail', detail)
    FROM old_ingest_log;
INSERT INTO ingest_log_waiting (id) SELECT id FROM ingest_log;

DROP TABLE old_ingest_log;
DROP TABLE old_receipt;
DROP TABLE old_result;
DROP TABLE old_event;
DROP TABLE old_exam_session;
DROP TABLE old_bundle;
DROP TABLE old_authorisation;
DROP TABLE old_box;
