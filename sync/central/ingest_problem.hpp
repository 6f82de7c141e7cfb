// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/stop.hpp"
#include "http/message.hpp"

#include <string_view>

namespace preau::central {

/// The stable word of a stop, in answers and in the ingest log.
std::string_view code_of(StopCode code);
/// The French sentence that goes with a word; empty for a word that is none of them.
std::string_view title_of(std::string_view code);

/// application/problem+json: a French sentence, and the detail for whoever looks into it.
http::Response problem(const Stop& stop);
http::Response problem(int status, std::string_view code, std::string_view title);

}  // namespace preau::central
