// SPDX-License-Identifier: Apache-2.0
#include "adaptive/selection_rules.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>

namespace preau::adaptive {

namespace {

using Field = std::string Item::*;
using Names = std::vector<std::string_view>;

Names names_of(const Pool& pool, std::span<const std::size_t> indices, Field field) {
    Names names;
    for (const auto index : indices) names.push_back(pool.items[index].*field);
    return names;
}

Indices without(const Pool& pool, const Indices& eligible, Field field, const Names& names) {
    Indices kept;
    std::ranges::copy_if(eligible, std::back_inserter(kept), [&](std::size_t index) {
        return std::ranges::find(names, pool.items[index].*field) == names.end();
    });
    return kept;
}

}  // namespace

Indices every_item(const Pool& pool) {
    Indices all(pool.items.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

Indices one_question_per_tube(const Pool& pool, const Indices& eligible) {
    return without(pool, eligible, &Item::tube, names_of(pool, pool.answered, &Item::tube));
}

Indices non_answered_skills(const Pool& pool, const Indices& eligible) {
    return without(pool, eligible, &Item::skill, names_of(pool, pool.answered, &Item::skill));
}

Indices passage_by_all_competences(const Pool& pool, const Indices& eligible) {
    const auto visited = names_of(pool, pool.answered, &Item::competence);
    auto unvisited = without(pool, every_item(pool), &Item::competence, visited);
    return unvisited.empty() ? eligible : unvisited;
}

Indices challenges_between_same_competence(const Pool& pool, const Indices& eligible, int between) {
    const auto count = std::min(pool.answered.size(), static_cast<std::size_t>(between));
    const auto recent = names_of(pool, pool.answered.last(count), &Item::competence);
    auto kept = without(pool, eligible, &Item::competence, recent);
    return kept.empty() ? eligible : kept;
}

std::vector<Rule> rules_of(const Pool& pool, const Configuration& configuration) {
    const int between = configuration.challenges_between_same_competence;
    return {
        {configuration.limit_to_one_question_per_tube,
         [pool](const Indices& eligible) { return one_question_per_tube(pool, eligible); }},
        {true, [pool](const Indices& eligible) { return non_answered_skills(pool, eligible); }},
        {configuration.enable_passage_by_all_competences,
         [pool](const Indices& eligible) { return passage_by_all_competences(pool, eligible); }},
        {between > 0,
         [pool, between](const Indices& eligible) {
             return challenges_between_same_competence(pool, eligible, between);
         }},
    };
}

Indices apply_rules(const std::vector<Rule>& rules, Indices eligible) {
    for (const auto& rule : rules)
        if (rule.is_active) eligible = rule.keep(eligible);
    return eligible;
}

}  // namespace preau::adaptive
