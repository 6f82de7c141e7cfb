// SPDX-License-Identifier: Apache-2.0
#include "office/office_text.hpp"

#include "base/limits.hpp"
#include "json/utf8.hpp"

#include <algorithm>

namespace preau::office {

std::optional<std::string_view> unfit_text(std::string_view text) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    };
    if (text.size() > limits::name_bytes_max) return "ce texte est trop long (200 octets au plus)";
    if (!json::is_utf8(text)) return "ce texte n’est pas en UTF-8 : enregistrez le fichier ainsi";
    if (std::ranges::any_of(text, is_control)) return "ce texte contient un caractère invisible";
    return std::nullopt;
}

}  // namespace preau::office
