// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/jury_file.hpp"
#include "json/value.hpp"

namespace preau::central {

/// What the platform knows of a pupil, and no box does.
struct Pupil {
    std::string account;  ///< id of the platform's account; may be empty
    std::string ine;      ///< national student id; may be empty
    std::string uai;      ///< of the school
    exam::Identity identity;
    bool shares_level = false;  ///< the pupil's own choice, for Parcoursup

    bool operator==(const Pupil&) const = default;
};

/// A certification as the systems that read results see it.
struct Readable {
    AttemptId id;
    Pupil pupil;
    std::string centre;  ///< name of the place where it was held
    /// As of the last publication; nothing before the first, and while the jury has not settled
    /// which one of several counts: everything then answers `pending`.
    std::optional<Certification> certification;
    std::string verification_code;
    WallTime taken;
    std::optional<WallTime> delivered;
    int max_pix_score = 895;
};

/// "5f3a…-12": session and candidate number, the certification's id in every answer.
std::string certification_id(const AttemptId& id);

/// Of a school: the competences, and one entry for each pupil (docs/api/central.md). Cancelled
/// ones are left out.
json::Value school_report(std::span<const Readable> counting);

/// One certification, with its level only if the pupil shares it.
json::Value parcoursup_answer(const Readable& readable);

/// What anybody who was handed the code may see.
json::Value certificate_check(const Readable& readable);

/// The certifications of one account, for the pupil.
json::Value account_answer(std::span<const Readable> readables);

}  // namespace preau::central
