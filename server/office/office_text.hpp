// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace preau::office {

/// What keeps a name or a label from the journal: too long, not UTF-8, control characters. French;
/// nothing when it is fit.
std::optional<std::string_view> unfit_text(std::string_view text);

}  // namespace preau::office
