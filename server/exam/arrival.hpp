// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/lockdown.hpp"

#include <string>

namespace preau::exam {

/// What a candidate gave to be recognised. Any classmate knows a name and a birth date: whoever
/// gives nothing else is to be looked at by the invigilator.
enum class JoinWay { identity, code };

/// How and where a device came to the session.
struct Arrival {
    JoinWay way = JoinWay::identity;
    std::string seat{};  ///< name of the place, as its browser keeps it; may be empty
    Lockdown lockdown{};

    bool operator==(const Arrival&) const = default;
};

}  // namespace preau::exam
