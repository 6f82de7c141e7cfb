// SPDX-License-Identifier: Apache-2.0
#include "exam/identity.hpp"

#include "answers/unicode.hpp"

#include <array>

namespace preau::exam {

namespace {

struct Spelling {
    char32_t letter;
    std::u32string_view plain;
};

// Letters that no decomposition makes plain, and that keyboards of the exam room lack.
constexpr std::array kSpellings = {
    Spelling{U'\u0153', U"oe"}, Spelling{U'\u00e6', U"ae"}, Spelling{U'\u00df', U"ss"},
    Spelling{U'\u00f8', U"o"},  Spelling{U'\u0142', U"l"},  Spelling{U'\u0111', U"d"},
    Spelling{U'\u0131', U"i"},
};

std::u32string plain(char32_t letter) {
    for (const auto& spelling : kSpellings)
        if (spelling.letter == letter) return std::u32string(spelling.plain);
    return {letter};
}

}  // namespace

std::u32string compared_letters(std::string_view name) {
    std::u32string result;
    for (const auto code_point : answers::decomposed(name))
        if (answers::is_alphanumeric(code_point)) result += plain(answers::lower_case(code_point));
    return result;
}

bool same_person(const Identity& a, const Identity& b) {
    return a.birthdate == b.birthdate &&
           compared_letters(a.last_name) == compared_letters(b.last_name) &&
           compared_letters(a.first_name) == compared_letters(b.first_name);
}

}  // namespace preau::exam
