// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"

#include "answers/normalise.hpp"
#include "answers/number.hpp"
#include "answers/similarity.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <optional>

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

bool qcu(const Key& key, std::string_view value) {
    return std::ranges::find(key.solutions, value) != key.solutions.end();
}

bool qcm(const Key& key, std::string_view value) {
    const auto chosen = sorted_choices(value);
    return std::ranges::any_of(key.solutions, [&](const std::string& solution) {
        return sorted_choices(solution) == chosen;
    });
}

// Numbers are compared as such only when the answer and every solution is one; else as words.
std::optional<bool> same_number(const Key& key, std::string_view value) {
    if (key.format != Format::number) return std::nullopt;
    const auto answer = typed_number(value);
    if (!answer) return std::nullopt;
    bool found = false;
    for (const auto& solution : key.solutions) {
        const auto number = typed_number(solution);
        if (!number) return std::nullopt;
        found = found || *number == *answer;
    }
    return found;
}

bool same_words(const Key& key, std::string_view value) {
    const auto treatments = key.is_select ? Treatments{false, false, false} : key.treatments;
    const auto answer = treat(pretreat(value), treatments);
    return std::ranges::any_of(key.solutions, [&](const std::string& accepted) {
        const auto solution = treat(accepted, treatments);
        return treatments.t3 ? is_close(answer, solution) : answer == solution;
    });
}

bool qroc(const Key& key, std::string_view value) {
    const auto as_number = same_number(key, value);
    return as_number ? *as_number : same_words(key, value);
}

bool is_right(const Key& key, std::string_view value) {
    switch (key.kind) {
        case Kind::qcu:
            return qcu(key, value);
        case Kind::qcm:
            return qcm(key, value);
        case Kind::qroc:
            return qroc(key, value);
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
