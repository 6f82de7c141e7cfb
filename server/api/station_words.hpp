// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/words.hpp"
#include "json/fields.hpp"

#include <string>

/// What a candidate's page sends besides what a person types.
namespace preau::api {

inline constexpr std::size_t kWordBytesMax = 32;

/// One of the words of E.
template <class E>
E read_word(json::Fields& fields, std::string_view name) {
    const auto word = exam::from_word<E>(fields.text(name, kWordBytesMax));
    if (!word) fields.refuse(name, "malformed", "Ce mot n’est pas de ceux qui sont attendus ici.");
    return word.value_or(E{});
}

/// A short text, which may be empty, without control characters.
std::string plain_text(json::Fields& fields, std::string_view name, std::size_t bytes_max);

}  // namespace preau::api
