// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/invigilator.hpp"
#include "exam/minutes.hpp"
#include "exam/result.hpp"
#include "exam/second_copy.hpp"

#include <map>
#include <set>

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
    std::string pack;                                ///< id of the pack
    std::string version;                             ///< name of the certification version in it
    Hash pack_hash{};                                ///< SHA-256 of the pack's manifest
    LockdownPolicy lockdown = LockdownPolicy::none;  ///< what every seat must have

    bool operator==(const SessionSheet&) const = default;
};

/// Who opened the session outside its authorised window, and why: the platform has to confirm it.
struct WindowOverride {
    std::string name;
    std::string reason;

    bool operator==(const WindowOverride&) const = default;
};

/// The exam room as a value: the fold of its journal.
struct Session {
    SessionSheet sheet;
    std::optional<WindowOverride> window_override;
    std::map<CandidateNumber, Candidate> candidates;
    std::vector<Invigilator> invigilators;          ///< in the order they entered
    std::map<std::string, int, std::less<>> asked;  ///< how often in this room, by item
    bool opened = false;
    bool paused = false;  ///< the whole room
    bool finalised = false;
    std::vector<Message> messages;
    SecondCopy second_copy;
    std::set<CommandId> acts;  ///< the invigilators' acts that were applied
    std::map<CandidateNumber, AbortReason> abort_reasons;
    std::map<CandidateNumber, CertificationResult> results;
    std::optional<SessionMinutes> minutes;
    std::map<CandidateNumber, CandidateMinutes> candidate_minutes;

    bool operator==(const Session&) const = default;

    const Candidate* find(CandidateNumber number) const;
    /// The place of an invigilator's token, 1-based; 0 when it is nobody's.
    std::uint16_t invigilator_with(const Hash& token) const;
};

}  // namespace preau::exam
