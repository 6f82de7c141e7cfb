// SPDX-License-Identifier: Apache-2.0
#include "answers/short_text.hpp"

#include "answers/normalise.hpp"
#include "answers/number.hpp"
#include "answers/similarity.hpp"

#include <algorithm>
#include <optional>

namespace preau::answers {

namespace {

// Numbers are compared as such only when the answer and every solution is one; else as words.
std::optional<bool> same_number(const std::vector<std::string>& accepted, std::string_view value) {
    const auto answer = typed_number(value);
    if (!answer) return std::nullopt;
    bool found = false;
    for (const auto& solution : accepted) {
        const auto number = typed_number(solution);
        if (!number) return std::nullopt;
        found = found || *number == *answer;
    }
    return found;
}

bool same_words(const std::vector<std::string>& accepted, const Treatments& treatments,
                std::string_view value) {
    const auto answer = treat(pretreat(value), treatments);
    return std::ranges::any_of(accepted, [&](const std::string& text) {
        const auto solution = treat(text, treatments);
        return treatments.t3 ? is_close(answer, solution) : answer == solution;
    });
}

}  // namespace

Treatments treatments_of(Format format, const Treatments& treatments) {
    return format == Format::select ? Treatments{false, false, false} : treatments;
}

bool accepts(const std::vector<std::string>& accepted, Format format, const Treatments& treatments,
             std::string_view value) {
    if (format == Format::number)
        if (const auto as_number = same_number(accepted, value)) return *as_number;
    return same_words(accepted, treatments_of(format, treatments), value);
}

}  // namespace preau::answers
