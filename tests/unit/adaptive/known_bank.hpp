// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/capacity.hpp"
#include "adaptive/item.hpp"
#include "support/known_answers.hpp"

#include <fmt/format.h>

#include <vector>

/// The bank that the files of known answers share: an item is named by its index.
namespace preau::test {

inline std::vector<adaptive::Item> known_bank() {
    const auto file = known_answers("adaptive/bank160.json");
    Known known(file);
    std::vector<adaptive::Item> items;
    for (auto& item : known.list("items")) {
        const int competence = item.integer("competence");
        items.push_back({.id = fmt::format("{}", item.integer("id")),
                         .competence = fmt::format("{:02}", competence),
                         .tube = fmt::format("{}", item.integer("tube")),
                         .skill = fmt::format("{}", item.integer("id")),
                         .discriminant = item.number("alpha"),
                         .difficulty = item.number("delta")});
        item.complete();
    }
    known.complete();
    REQUIRE(!items.empty());
    return items;
}

inline std::vector<double> numbers(Known& known, std::string_view name) {
    std::vector<double> list;
    const auto* array = known.value(name).array();
    REQUIRE(array != nullptr);
    for (const auto& element : *array) list.push_back(element.number().value_or(NAN));
    return list;
}

inline std::vector<std::size_t> whole_numbers(Known& known, std::string_view name) {
    std::vector<std::size_t> list;
    for (const double value : numbers(known, name)) list.push_back(static_cast<std::size_t>(value));
    return list;
}

/// "items" and "responses" of a case.
struct KnownAnswers {
    std::vector<std::size_t> items;
    std::vector<adaptive::Response> responses;
};

inline KnownAnswers answers_of(Known& known, const std::vector<adaptive::Item>& bank) {
    KnownAnswers answers{whole_numbers(known, "items"), {}};
    const auto right = numbers(known, "responses");
    REQUIRE(right.size() == answers.items.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
        const auto& item = bank.at(answers.items[i]);
        answers.responses.push_back({item.discriminant, item.difficulty, right[i] > 0.5});
    }
    return answers;
}

}  // namespace preau::test
