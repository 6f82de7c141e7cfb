// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/room.hpp"
#include "seal/timestamp.hpp"

#include <optional>
#include <string>

namespace preau::office {

/// What the office gives to open a session on the box.
struct SessionRequest {
    std::string authorisation;  ///< DSSE envelope made by the central platform
    std::string roster;         ///< the file whose hash the authorisation names
    std::string site;
    std::string room;
    std::string date;  ///< YYYY-MM-DD
    std::string time;  ///< HH:MM
    std::string examiner;
    exam::LockdownPolicy lockdown = exam::LockdownPolicy::none;  ///< what every seat must have
    /// Who opens it outside its authorised window, and why; looked at only then.
    std::optional<exam::WindowOverride> window_override{};
};

/// The code on a candidate's slip, with which joining needs no name.
struct PersonalCode {
    CandidateNumber candidate;
    std::string code;
};

/// What the room needs on the day. The password is shown once: the box keeps only its hash.
struct CreatedSession {
    std::string number;
    std::string access_code;
    std::string invigilator_password;
    std::vector<PersonalCode> personal_codes;
};

/// Whose word counts, and where.
struct SessionTrust {
    seal::Root root;
    std::optional<seal::Timestamp> timestamp{};  ///< the last one, if the box has any
    std::string box;
    std::string software{};  ///< version of the box's program
};

/// Verifies the authorisation, reads the roster, draws the codes and writes the session's first
/// records; needs no code of the day. Refused, and nothing written, when any of it does not fit.
Result<CreatedSession> create_session(const SessionRequest& request, const SessionTrust& trust,
                                      room::Vault& vault, room::Room& room, Clock& clock,
                                      Entropy& entropy);

}  // namespace preau::office
