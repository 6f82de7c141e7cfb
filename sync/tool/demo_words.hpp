// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tool/demo_state.hpp"
#include "tool/service.hpp"

#include <string>

namespace preau::tool {

/// What the demo says once everything listens: where to go, what to type, what to do. In French.
std::string demo_welcome(const Ports& ports, const DemoSession& session, std::string_view roster,
                         const std::filesystem::path& state_file);

/// "DUPRÉ / Noémie / 06/12/2009": the first pupil of a roster, as the join page asks for them.
std::string first_pupil(std::string_view roster);

}  // namespace preau::tool
