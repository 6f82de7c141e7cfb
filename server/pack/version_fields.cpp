// SPDX-License-Identifier: Apache-2.0
#include "pack/version_fields.hpp"

#include "base/time.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

namespace preau::pack {

namespace {

constexpr std::size_t kLevelsMax = 9;

json::Value to_json(const std::vector<adaptive::Interval>& intervals) {
    json::Array pairs;
    for (const auto& interval : intervals) pairs.push_back(json::Array{interval.min, interval.max});
    return pairs;
}

std::vector<adaptive::Interval> read_intervals(json::Fields& fields, std::string_view name) {
    std::vector<adaptive::Interval> intervals;
    for (const auto& value : fields.array(name, kLevelsMax)) {
        const auto* pair = value.array();
        const bool is_pair =
            pair != nullptr && pair->size() == 2 && pair->front().number() && pair->back().number();
        if (!is_pair) {
            fields.refuse(name, "malformed", "Des paires [min, max] sont attendues.");
            return {};
        }
        intervals.push_back({.level = static_cast<int>(intervals.size()),
                             .min = *pair->front().number(),
                             .max = *pair->back().number()});
    }
    return intervals;
}

json::Value room_to_json(const adaptive::RoomParameters& room) {
    return json::Object{{"population_mean", room.population_mean},
                        {"population_sd", room.population_sd},
                        {"competence_sd", room.competence_sd},
                        {"lower_asymptote", room.lower_asymptote},
                        {"upper_asymptote", room.upper_asymptote},
                        {"exposure_max", room.exposure_max},
                        {"noise", room.noise}};
}

adaptive::RoomParameters read_room(json::Fields& fields) {
    json::Fields inner(fields.value("room"), fields.path("room"));
    const adaptive::RoomParameters room = {.population_mean = inner.number("population_mean"),
                                           .population_sd = inner.number("population_sd"),
                                           .competence_sd = inner.number("competence_sd"),
                                           .lower_asymptote = inner.number("lower_asymptote"),
                                           .upper_asymptote = inner.number("upper_asymptote"),
                                           .exposure_max = inner.number("exposure_max"),
                                           .noise = inner.number("noise")};
    fields.close(inner);
    return room;
}

/// YYYY-MM-DD, or nothing for no limit.
std::string read_day(json::Fields& fields, std::string_view name) {
    auto day = fields.text(name, 10);
    if (!day.empty() && !is_date(day)) fields.refuse(name, "malformed", "AAAA-MM-JJ est attendu.");
    return day;
}

adaptive::Configuration read_configuration(json::Fields& fields) {
    const auto whole = [&](std::string_view name, int max) {
        return static_cast<int>(fields.integer(name, 0, max));
    };
    return {
        .maximum_assessment_length = whole("maximum_assessment_length", 500),
        .challenges_between_same_competence = whole("challenges_between_same_competence", 500),
        .limit_to_one_question_per_tube = fields.boolean("limit_to_one_question_per_tube"),
        .enable_passage_by_all_competences = fields.boolean("enable_passage_by_all_competences"),
        .variation_percent = fields.number("variation_percent"),
        .default_candidate_capacity = fields.number("default_candidate_capacity"),
        .default_probability_to_pick_challenge =
            fields.number("default_probability_to_pick_challenge")};
}

}  // namespace

json::Value version_to_json(const adaptive::CertificationVersion& version) {
    const auto& configuration = version.configuration;
    json::Object levels;
    for (const auto& [competence, intervals] : version.competence_intervals)
        levels.push_back({competence, to_json(intervals)});
    return json::Object{
        {"name", version.name},
        {"algorithm", word(version.algorithm)},
        {"maximum_assessment_length", configuration.maximum_assessment_length},
        {"challenges_between_same_competence", configuration.challenges_between_same_competence},
        {"limit_to_one_question_per_tube", configuration.limit_to_one_question_per_tube},
        {"enable_passage_by_all_competences", configuration.enable_passage_by_all_competences},
        {"variation_percent", configuration.variation_percent},
        {"default_candidate_capacity", configuration.default_candidate_capacity},
        {"default_probability_to_pick_challenge",
         configuration.default_probability_to_pick_challenge},
        {"assessment_duration_minutes", version.assessment_duration_minutes},
        {"minimum_answers", version.minimum_answers},
        {"deadline_policy", word(version.deadline_policy)},
        {"mesh_intervals", to_json(version.mesh_intervals)},
        {"competence_intervals", std::move(levels)},
        {"room", room_to_json(version.room)},
        {"valid_from", version.valid_from},
        {"valid_until", version.valid_until}};
}

adaptive::CertificationVersion read_version(json::Fields& fields) {
    adaptive::CertificationVersion version;
    version.name = fields.text("name", format::label_bytes_max);
    const auto algorithm = algorithm_from_word(fields.text("algorithm", format::id_bytes_max));
    if (!algorithm) fields.refuse("algorithm", "out_of_range", "Cet algorithme n'est pas connu.");
    version.algorithm = algorithm.value_or(adaptive::Algorithm::pix_flash_v3);
    version.configuration = read_configuration(fields);
    version.assessment_duration_minutes =
        static_cast<int>(fields.integer("assessment_duration_minutes", 1, 24 * 60));
    version.minimum_answers = static_cast<int>(fields.integer("minimum_answers", 0, 500));
    const auto policy =
        deadline_policy_from_word(fields.text("deadline_policy", format::id_bytes_max));
    if (!policy) fields.refuse("deadline_policy", "out_of_range", "Cette règle n'est pas connue.");
    version.deadline_policy = policy.value_or(adaptive::DeadlinePolicy::ask_invigilator);
    version.mesh_intervals = read_intervals(fields, "mesh_intervals");
    json::Fields levels(fields.value("competence_intervals"), fields.path("competence_intervals"));
    for (const auto competence : kCompetences)
        version.competence_intervals[std::string(competence)] = read_intervals(levels, competence);
    fields.close(levels);
    version.room = read_room(fields);
    version.valid_from = read_day(fields, "valid_from");
    version.valid_until = read_day(fields, "valid_until");
    return version;
}

}  // namespace preau::pack
