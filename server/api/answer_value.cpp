// SPDX-License-Identifier: Apache-2.0
#include "api/answer_value.hpp"

#include "answers/examine.hpp"
#include "base/check.hpp"
#include "json/read.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <vector>

namespace preau::api {

namespace {

using answers::Kind;
using Numbers = std::vector<std::size_t>;

/// Numbers from 1 to `max` separated by commas, as plainly written as can be.
std::optional<Numbers> numbers_of(std::string_view value, std::size_t max) {
    Numbers numbers;
    const auto* at = value.data();
    const auto* const end = at + value.size();
    while (at != end) {
        std::size_t number = 0;
        const auto parsed = std::from_chars(at, end, number);
        if (parsed.ec != std::errc{} || *at == '0' || number > max) return std::nullopt;
        numbers.push_back(number);
        at = parsed.ptr;
        if (at == end) return numbers;
        if (*at++ != ',') return std::nullopt;
    }
    return std::nullopt;
}

bool is_rising(const Numbers& numbers) {
    return std::ranges::adjacent_find(numbers, std::greater_equal{}) == numbers.end();
}

bool is_one_each(const Numbers& numbers, std::size_t count) {
    return numbers.size() == count &&
           std::set<std::size_t>(numbers.begin(), numbers.end()).size() == count;
}

bool is_in_list(const std::vector<std::string>& options, std::string_view text) {
    return options.empty() || std::ranges::find(options, text) != options.end();
}

/// Every field under its name, in order; not all of them empty.
bool are_fields(const std::vector<pack::Field>& fields, std::string_view value) {
    const auto document = json::read(value);
    const auto* members = document ? document->object() : nullptr;
    if (members == nullptr || members->size() != fields.size()) return false;
    bool is_filled = false;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& [name, entry] = (*members)[i];
        const auto* text = entry.text();
        if (name != fields[i].name || text == nullptr) return false;
        if (!text->empty() && !is_in_list(fields[i].options, *text)) return false;
        is_filled = is_filled || !text->empty();
    }
    return is_filled;
}

}  // namespace

bool is_answer_value(const pack::Question& question, std::string_view value) {
    if (value == answers::kSkipped || value.empty()) return true;
    const auto proposals = question.french.proposals_html.size();
    const auto targets = question.french.targets_html.size();
    const auto numbers = numbers_of(value, question.kind == Kind::matching ? targets : proposals);
    switch (question.kind) {
        case Kind::qcu:
            return numbers && numbers->size() == 1;
        case Kind::qcm:
            return numbers && is_rising(*numbers);
        case Kind::ordering:
            return numbers && is_one_each(*numbers, proposals);
        case Kind::matching:
            return numbers && numbers->size() == proposals;
        case Kind::qroc:
            return is_in_list(question.options, value);
        case Kind::qrocm_ind:
        case Kind::qrocm_dep:
            return are_fields(question.fields, value);
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::api
