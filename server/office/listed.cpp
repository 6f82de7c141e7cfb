// SPDX-License-Identifier: Apache-2.0
#include "office/listed.hpp"

#include <algorithm>

namespace preau::office {

namespace {

bool has_name(std::string_view names, const std::u32string& letters) {
    while (!names.empty()) {
        const auto end = std::min(names.find(','), names.size());
        if (exam::compared_letters(names.substr(0, end)) == letters) return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

bool is_valid_on(const store::StaffMember& member, const std::string& date) {
    return member.valid_until.empty() || date <= member.valid_until;
}

}  // namespace

bool is_listed(std::string_view name, const exam::SessionSheet& sheet,
               const store::Convenience& convenience) {
    const auto letters = exam::compared_letters(name);
    if (letters.empty()) return false;
    if (has_name(sheet.examiner, letters)) return true;
    return std::ranges::any_of(convenience.staff(), [&](const auto& entry) {
        return exam::compared_letters(entry.first) == letters &&
               is_valid_on(entry.second, sheet.date);
    });
}

}  // namespace preau::office
