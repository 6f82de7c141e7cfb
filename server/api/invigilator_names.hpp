// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"

#include <string>

namespace preau::api {

/// The name that the invigilator of that place, 1-based, entered with; empty for 0, the box.
inline std::string name_of(const exam::Session& session, std::uint16_t invigilator) {
    return invigilator == 0 ? std::string{} : session.invigilators.at(invigilator - 1u).name;
}

}  // namespace preau::api
