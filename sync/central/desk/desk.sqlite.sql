-- SPDX-License-Identifier: Apache-2.0
-- On SQLite: what was signed or decided stays as it is.

CREATE TRIGGER jury_decision_is_kept BEFORE DELETE ON jury_decision
BEGIN
    SELECT raise(ABORT, 'a decision is never forgotten');
END;

CREATE TRIGGER jury_decision_grows_only BEFORE UPDATE ON jury_decision
BEGIN
    SELECT raise(ABORT, 'a decision never changes: another follows it');
END;

CREATE TRIGGER box_certificate_is_kept BEFORE DELETE ON box_certificate
BEGIN
    SELECT raise(ABORT, 'a certificate is never forgotten');
END;

CREATE TRIGGER box_revocation_is_kept BEFORE DELETE ON box_revocation
BEGIN
    SELECT raise(ABORT, 'a revocation is never forgotten');
END;

CREATE TRIGGER quarantine_release_is_kept BEFORE DELETE ON quarantine_release
BEGIN
    SELECT raise(ABORT, 'who asked for a release is never forgotten');
END;
