-- SPDX-License-Identifier: Apache-2.0
-- What the desk keeps: who may do what, which boxes are known, what the jury decided, who is who.

-- One-time codes with which a box asks for its certificate; the code itself is not kept.
CREATE TABLE enrolment_code (
    code_hash  BYTEA  NOT NULL PRIMARY KEY,
    box        TEXT   NOT NULL,
    uai        TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);

-- Certificates given, never changed; the last one of a box is the one in force.
CREATE TABLE box_certificate (
    box         TEXT   NOT NULL,
    number      BIGINT NOT NULL, -- 1, 2, 3… of the box
    serial      BIGINT NOT NULL,
    uai         TEXT   NOT NULL,
    sign_key    BYTEA  NOT NULL,
    encrypt_key BYTEA  NOT NULL,
    not_before  BIGINT NOT NULL,
    not_after   BIGINT NOT NULL,
    envelope    TEXT   NOT NULL,
    made_at     BIGINT NOT NULL,
    PRIMARY KEY (box, number)
);
CREATE INDEX box_certificate_of_key ON box_certificate (sign_key);

CREATE TABLE box_revocation (
    box    TEXT   NOT NULL PRIMARY KEY,
    since  BIGINT NOT NULL,
    reason TEXT   NOT NULL,
    made_by TEXT  NOT NULL,
    made_at BIGINT NOT NULL
);

CREATE TABLE box_seen (
    box      TEXT   NOT NULL PRIMARY KEY,
    seen_at  BIGINT NOT NULL,
    software TEXT   NOT NULL
);

-- Every root and timestamp document ever signed.
CREATE TABLE signed_document (
    kind     TEXT   NOT NULL CHECK (kind IN ('root', 'timestamp')),
    version  BIGINT NOT NULL CHECK (version >= 1),
    envelope TEXT   NOT NULL,
    made_at  BIGINT NOT NULL,
    PRIMARY KEY (kind, version)
);

-- Who may ask what: boxes, people, other systems. The token itself is not kept.
CREATE TABLE access_token (
    token_hash BYTEA  NOT NULL PRIMARY KEY,
    holder     TEXT   NOT NULL, -- a box, a person, a system
    scopes     TEXT   NOT NULL, -- words between spaces
    parent     BYTEA,           -- of a login: the token that it was made with
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);

-- What an authorisation says, to look for; the signed document is in authorisation.
CREATE TABLE authorised_session (
    session        BYTEA  NOT NULL PRIMARY KEY,
    number         TEXT   NOT NULL,
    uai            TEXT   NOT NULL,
    campaign       TEXT   NOT NULL,
    centre         TEXT   NOT NULL, -- name of the school, for certificates
    box            TEXT   NOT NULL,
    not_before     BIGINT NOT NULL,
    not_after      BIGINT NOT NULL,
    max_candidates BIGINT NOT NULL,
    pack           BYTEA  NOT NULL,
    parent         BYTEA, -- of a session that the box may create by itself: the one authorised
    made_at        BIGINT NOT NULL
);
CREATE INDEX authorised_session_of_school ON authorised_session (uai);

CREATE TABLE verification_code (
    code     TEXT   NOT NULL PRIMARY KEY,
    session  BYTEA  NOT NULL,
    position BIGINT NOT NULL
);

-- What boxes can fetch, besides packs.
CREATE TABLE box_document (
    box     TEXT   NOT NULL,
    name    TEXT   NOT NULL,
    sha256  BYTEA  NOT NULL,
    content BYTEA  NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (box, name)
);

-- The candidates of accepted sessions, as their journals say and as scored again.
CREATE TABLE candidacy (
    session           BYTEA  NOT NULL,
    candidate         BIGINT NOT NULL CHECK (candidate >= 1),
    uai               TEXT   NOT NULL,
    account           TEXT   NOT NULL,
    person            BYTEA  NOT NULL, -- hash of the compared name and the birth date
    last_name         TEXT   NOT NULL,
    first_name        TEXT   NOT NULL,
    birthdate         TEXT   NOT NULL,
    class             TEXT   NOT NULL,
    verification_code TEXT   NOT NULL,
    started_at        BIGINT, -- by the box's wall clock
    clock             BIGINT NOT NULL,
    status            TEXT   NOT NULL,
    comment           TEXT   NOT NULL,
    pix_score         BIGINT NOT NULL,
    levels            TEXT   NOT NULL,
    PRIMARY KEY (session, candidate)
);
CREATE INDEX candidacy_of_account ON candidacy (account);
CREATE INDEX candidacy_of_person ON candidacy (uai, person);
CREATE INDEX candidacy_of_code ON candidacy (verification_code);

CREATE TABLE pupil (
    pupil        BYTEA  NOT NULL PRIMARY KEY,
    account      TEXT   UNIQUE,
    ine          TEXT   UNIQUE,
    uai          TEXT   NOT NULL,
    person       BYTEA  NOT NULL,
    last_name    TEXT   NOT NULL,
    first_name   TEXT   NOT NULL,
    birthdate    TEXT   NOT NULL,
    shares_level BIGINT NOT NULL CHECK (shares_level IN (0, 1))
);
CREATE INDEX pupil_of_school ON pupil (uai, person);

CREATE TABLE jury_decision (
    session  BYTEA  NOT NULL,
    number   BIGINT NOT NULL CHECK (number >= 1),
    envelope TEXT   NOT NULL,
    made_at  BIGINT NOT NULL,
    PRIMARY KEY (session, number)
);

-- Who asked that a bundle leave the quarantine: two different people are needed.
CREATE TABLE quarantine_release (
    sha256  BYTEA  NOT NULL,
    person  TEXT   NOT NULL,
    why     TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (sha256, person)
);
