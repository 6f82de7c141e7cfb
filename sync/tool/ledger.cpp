// SPDX-License-Identifier: Apache-2.0
#include "tool/ledger.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"

#include <algorithm>
#include <set>

namespace preau::tool {

void Ledger::add(SavedAnswer answer) {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(answer));
}

std::size_t Ledger::size() const {
    const std::lock_guard lock(mutex_);
    return answers_.size();
}

std::vector<SavedAnswer> Ledger::answers() const {
    const std::lock_guard lock(mutex_);
    return answers_;
}

Result<std::vector<SavedAnswer>> read_answers(const json::Value& printed) {
    if (printed.array() == nullptr) return fail(Error::malformed("no list of answers"));
    std::vector<SavedAnswer> answers;
    for (const auto& value : *printed.array()) {
        json::Fields fields(value);
        answers.push_back(
            {fields.integer("candidate", 1, limits::candidates_per_session_max),
             fields.integer("number", 1, limits::events_per_session_max),
             fields.text("item", limits::item_bytes_max),
             fields.text("value", limits::answer_bytes_max), fields.text("command", 32),
             fields.integer("seq", 0, limits::events_per_session_max), fields.text("leaf", 64)});
        if (auto read = fields.finished("answer of the platform"); !read)
            return fail(std::move(read.error()));
    }
    return answers;
}

Comparison compare(std::vector<SavedAnswer> acknowledged, std::vector<SavedAnswer> stored) {
    std::ranges::sort(acknowledged);
    std::ranges::sort(stored);
    std::vector<SavedAnswer> difference;
    std::ranges::set_difference(acknowledged, stored, std::back_inserter(difference));
    Comparison comparison;
    comparison.lost = difference.size();
    difference.clear();
    std::ranges::set_difference(stored, acknowledged, std::back_inserter(difference));
    std::set<std::pair<std::int64_t, std::int64_t>> questions;
    for (const auto& answer : stored)
        if (!questions.emplace(answer.candidate, answer.number).second) ++comparison.doubled;
    comparison.unaccounted = difference.size();
    return comparison;
}

}  // namespace preau::tool
