// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"

#include <string>
#include <string_view>

namespace preau::exam {

// Formats of Pix Certif (api/src/certification/enrolment/domain/services/session-code-service.js);
// the personal code is ours.

/// Four letters of BCDFGHJKMPQRTVWXY and two digits of 2346789.
std::string draw_access_code(Entropy& entropy);
bool is_access_code(std::string_view text);
/// What a candidate typed is that code; case and spaces do not count.
bool same_code(std::string_view typed, std::string_view code);

/// Six letters or digits of the access code's, on a candidate's slip: 24⁶, 191 million.
std::string draw_personal_code(Entropy& entropy);
bool is_personal_code(std::string_view text);

/// Six distinct characters of Pix's unambiguous alphabet.
std::string draw_invigilator_password(Entropy& entropy);
bool is_invigilator_password(std::string_view text);

/// Six digits, the first not zero.
std::string draw_session_number(Entropy& entropy);

}  // namespace preau::exam
