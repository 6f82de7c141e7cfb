// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/session.hpp"
#include "store/convenience.hpp"

namespace preau::office {

/// The office expects somebody of that name at that session: it is one of the names on the sheet
/// (`examiner`, commas between them) or of the staff on the day. Compared as candidates' names are;
/// an empty name is nobody's.
bool is_listed(std::string_view name, const exam::SessionSheet& sheet,
               const store::Convenience& convenience);

}  // namespace preau::office
