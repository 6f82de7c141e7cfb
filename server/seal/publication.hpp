// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seal/keys.hpp"

#include <map>

namespace preau::seal {

inline constexpr std::string_view kPublicationType = "application/vnd.preau.publication.v1+json";

/// A certification as the jury published it.
struct PublishedCertification {
    CandidateNumber candidate;
    std::string account;  ///< id of the platform's account; may be empty
    std::string last_name, first_name, birthdate;
    std::string verification_code;  ///< "P-XXXXXXXX"
    std::string status;             ///< validated | rejected | cancelled
    std::string comment;            ///< stable word of the comment that comes by itself, or "none"
    int pix_score = 0;              ///< 0 unless validated
    std::map<std::string, int> levels{};  ///< competence code to level; empty unless validated
    std::string for_candidate{};          ///< what the jury wrote
    std::string for_organisation{};

    bool operator==(const PublishedCertification&) const = default;
};

/// The results of one session, from the platform to its box.
struct Publication {
    SessionId session;
    std::string number;
    int version = 1;  ///< a later one replaces this one
    WallTime published_at;
    std::vector<PublishedCertification> certifications;  ///< by rising candidate

    bool operator==(const Publication&) const = default;
};

/// The payload of the signed document (docs/formats/publication.md).
std::string write_publication(const Publication& publication);
Result<Publication> read_publication(ByteView payload);

std::string sign_publication(const Publication& publication, const SigningKey& key);
/// Verifies, then reads. A publication of another version than the last one known is the caller's
/// to refuse.
Result<Publication> open_publication(std::string_view envelope, const PublicKey& key);

}  // namespace preau::seal
