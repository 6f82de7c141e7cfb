// SPDX-License-Identifier: Apache-2.0
#include "seal/names.hpp"

#include <fmt/format.h>

namespace preau::seal {

bool is_box_name(std::string_view box) {
    return !box.empty() && box.size() <= 32 &&
           box.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == box.npos;
}

std::string session_origin(std::string_view box, const SessionId& session) {
    return fmt::format("preau.example/box/{}/session/{}", box, session.hex());
}

std::string box_key_name(std::string_view box) { return fmt::format("preau.example/box/{}", box); }

std::string epoch_key_name(std::string_view box, std::uint32_t epoch) {
    return fmt::format("preau.example/box/{}/e{}", box, epoch);
}

}  // namespace preau::seal
