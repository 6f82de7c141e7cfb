// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/capacity.hpp"
#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"
#include "support/known_answers.hpp"

#include <algorithm>

/// What several files of known answers write in the same way.
namespace preau::test {

inline adaptive::Item item_of(Known known) {
    adaptive::Item item{.id = known.text("id"),
                        .competence = known.text("competenceId", ""),
                        .tube = known.text("tubeId", ""),
                        .skill = known.text("skillId", ""),
                        .discriminant = known.number("discriminant", 1.0),
                        .difficulty = known.number("difficulty", 0.0)};
    known.complete();
    return item;
}

inline std::vector<adaptive::Item> items_of(Known& known) {
    std::vector<adaptive::Item> items;
    for (auto& item : known.list("items")) items.push_back(item_of(item));
    return items;
}

inline std::size_t index_of(const std::vector<adaptive::Item>& items, const std::string& id) {
    INFO("item " << id);
    const auto found = std::ranges::find(items, id, &adaptive::Item::id);
    REQUIRE(found != items.end());
    return static_cast<std::size_t>(found - items.begin());
}

inline std::vector<std::size_t> indices_of(const std::vector<adaptive::Item>& items,
                                           const std::vector<std::string>& ids) {
    std::vector<std::size_t> indices;
    for (const auto& id : ids) indices.push_back(index_of(items, id));
    return indices;
}

inline std::vector<std::string> ids_of(const std::vector<adaptive::Item>& items,
                                       const std::vector<std::size_t>& indices) {
    std::vector<std::string> ids;
    for (const auto index : indices) ids.push_back(items.at(index).id);
    return ids;
}

inline adaptive::Response response_to(const adaptive::Item& item, const std::string& result) {
    return {item.discriminant, item.difficulty, result == "ok"};
}

inline adaptive::Configuration configuration_of(Known known) {
    adaptive::Configuration configuration;
    configuration.maximum_assessment_length = known.integer("maximumAssessmentLength", 32);
    configuration.challenges_between_same_competence =
        known.integer("challengesBetweenSameCompetence", 0);
    configuration.limit_to_one_question_per_tube = known.flag("limitToOneQuestionPerTube", false);
    configuration.enable_passage_by_all_competences =
        known.flag("enablePassageByAllCompetences", false);
    configuration.variation_percent = known.number("variationPercent", 0.0);
    configuration.default_candidate_capacity = known.number("defaultCandidateCapacity", 0.0);
    configuration.default_probability_to_pick_challenge =
        known.number("defaultProbabilityToPickChallenge", 51.0);
    known.complete();
    return configuration;
}

inline std::vector<adaptive::Interval> intervals_of(const std::vector<Known>& list) {
    std::vector<adaptive::Interval> intervals;
    for (auto known : list) {
        intervals.push_back({.level = known.integer("level", static_cast<int>(intervals.size())),
                             .min = known.number("min"),
                             .max = known.number("max")});
        known.complete();
    }
    return intervals;
}

}  // namespace preau::test
