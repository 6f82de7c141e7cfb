-- SPDX-License-Identifier: Apache-2.0
-- On PostgreSQL: what was signed or decided stays as it is.

REVOKE UPDATE, DELETE, TRUNCATE ON
    jury_decision, box_certificate, box_revocation, signed_document, quarantine_release
    FROM CURRENT_USER;
