// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"

#include "answers/fields.hpp"
#include "answers/short_text.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <functional>

namespace preau::answers {

namespace {

std::vector<std::string_view> sorted_choices(std::string_view list) {
    std::vector<std::string_view> choices;
    while (true) {
        const auto comma = list.find(',');
        auto choice = list.substr(0, comma);
        while (choice.starts_with(' ')) choice.remove_prefix(1);
        while (choice.ends_with(' ')) choice.remove_suffix(1);
        choices.push_back(choice);
        if (comma == std::string_view::npos) break;
        list.remove_prefix(comma + 1);
    }
    std::ranges::sort(choices);
    return choices;
}

bool same_text(const Key& key, std::string_view value) {
    return std::ranges::find(key.solutions, value) != key.solutions.end();
}

bool qcm(const Key& key, std::string_view value) {
    const auto chosen = sorted_choices(value);
    return std::ranges::any_of(key.solutions, [&](const std::string& solution) {
        return sorted_choices(solution) == chosen;
    });
}

bool qrocm(const Key& key, std::string_view value) {
    const auto right = right_fields(key, value);
    return !right.empty() && std::ranges::all_of(right, std::identity{});
}

bool is_right(const Key& key, std::string_view value) {
    switch (key.kind) {
        case Kind::qcu:
        case Kind::ordering:
        case Kind::matching:
            return same_text(key, value);
        case Kind::qcm:
            return qcm(key, value);
        case Kind::qroc:
            return accepts(key.solutions, key.format, key.treatments, value);
        case Kind::qrocm_ind:
        case Kind::qrocm_dep:
            return qrocm(key, value);
    }
    PREAU_UNREACHABLE();
}

}  // namespace

Status validate(const Key& key, std::string_view value) {
    return is_right(key, value) ? Status::ok : Status::ko;
}

Status weigh(Status validated, const Circumstances& circumstances) {
    if (validated != Status::ok) return validated;
    const bool left = circumstances.focused_question && circumstances.focus_lost;
    if (left && !circumstances.accessibility_adjustment) return Status::focused_out;
    return circumstances.late ? Status::timedout : Status::ok;
}

Status examine(const Key& key, std::string_view value, const Circumstances& circumstances) {
    if (value == kSkipped) return Status::aband;
    return weigh(validate(key, value), circumstances);
}

}  // namespace preau::answers
