// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/late_readers.hpp"
#include "api/rate_limits.hpp"
#include "http/message.hpp"
#include "office/office_door.hpp"
#include "office/receipts.hpp"
#include "room/room.hpp"

namespace preau::api {

/// What an endpoint works with besides the request.
struct World {
    room::Room& room;
    Clock& clock;
    Entropy& entropy;
    RateLimits& rate_limits;
    office::Receipts& receipts;
    store::Convenience& convenience;
    std::string software;  ///< version of the box's program
    LateReaders late_readers;
    office::OfficeDoor office_door{{}};
    std::filesystem::path outbox{}, inbox{};  ///< what preau-sync takes, and leaves
    /// Set by an endpoint whose answer says that an answer is kept: where the session needs a
    /// second copy, it leaves when that has it too.
    const room::LiveSession* acknowledged = nullptr;
};

/// Who speaks, as the token says.
struct Device {
    room::LiveSession* session = nullptr;
    CandidateNumber candidate;  ///< 0 for an invigilator
    bool granted = true;        ///< false: asks to take the test over and must wait
    Hash token{};
};

/// One request on its way to an endpoint.
struct Call {
    const http::Request& request;
    Device device;
    std::uint32_t number = 0;  ///< the {number} of the path
    std::string session{};     ///< the {session} of the path, a session's number
};

using Endpoint = http::Response (*)(World&, const Call&);

}  // namespace preau::api
