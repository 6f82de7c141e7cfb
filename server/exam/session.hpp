// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/result.hpp"

#include <map>

namespace preau::exam {

/// What the office wrote when it created the session.
struct SessionSheet {
    std::string number;  ///< digits, as people type it
    std::string site;
    std::string room;
    std::string date;  ///< YYYY-MM-DD
    std::string time;  ///< HH:MM
    std::string examiner;
    std::string access_code;
    std::string pack;     ///< id of the pack
    std::string version;  ///< name of the certification version in it
    Hash pack_hash{};     ///< SHA-256 of the pack's manifest

    bool operator==(const SessionSheet&) const = default;
};

/// The exam room as a value: the fold of its journal.
struct Session {
    SessionSheet sheet;
    std::map<CandidateNumber, Candidate> candidates;
    std::vector<Hash> invigilators;                 ///< hashes of the tokens in use
    std::map<std::string, int, std::less<>> asked;  ///< how often in this room, by item
    bool opened = false;
    bool finalised = false;
    std::map<CandidateNumber, AbortReason> abort_reasons;
    std::map<CandidateNumber, CertificationResult> results;

    bool operator==(const Session&) const = default;

    const Candidate* find(CandidateNumber number) const;
};

}  // namespace preau::exam
