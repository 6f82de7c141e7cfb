// SPDX-License-Identifier: Apache-2.0
#include "authoring/source.hpp"
#include "authoring/source_text.hpp"
#include "authoring/toml_fields.hpp"
#include "base/time.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace {

namespace format = pack::format;

constexpr const char* kFile = "pack.toml";
constexpr std::size_t kFileBytesMax = 64 * 1024;
constexpr std::size_t kLevelsMax = 9;

bool is_identifier(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

std::vector<adaptive::Interval> with_levels(const std::vector<std::pair<double, double>>& pairs) {
    std::vector<adaptive::Interval> intervals;
    for (const auto& [min, max] : pairs)
        intervals.push_back({.level = static_cast<int>(intervals.size()), .min = min, .max = max});
    return intervals;
}

void read_competence_intervals(const TomlNode& table, adaptive::CertificationVersion& version,
                               Problems& problems) {
    TomlFields fields(table, kFile, "certification_version.competence_intervals.", problems);
    for (const auto competence : pack::kCompetences)
        version.competence_intervals[std::string(competence)] =
            with_levels(fields.intervals(competence, kLevelsMax));
    fields.finish();
}

adaptive::Configuration read_configuration(TomlFields& fields) {
    return {
        .maximum_assessment_length = fields.integer("maximum_assessment_length", 1, 500),
        .challenges_between_same_competence =
            fields.integer("challenges_between_same_competence", 0, 15),
        .limit_to_one_question_per_tube = fields.boolean("limit_to_one_question_per_tube"),
        .enable_passage_by_all_competences = fields.boolean("enable_passage_by_all_competences"),
        .variation_percent = fields.number("variation_percent", 0, 10),
        .default_candidate_capacity = fields.number("default_candidate_capacity", -9, 9),
        .default_probability_to_pick_challenge =
            fields.number("default_probability_to_pick_challenge", 0, 100)};
}

std::string read_optional_day(TomlFields& fields, std::string_view name) {
    if (!fields.has(name)) return {};
    auto day = fields.text(name, 10);
    if (!is_date(day)) fields.refuse(name, "must be a day: \"YYYY-MM-DD\"");
    return day;
}

adaptive::RoomParameters read_room(const TomlNode& table, Problems& problems) {
    TomlFields fields(table, kFile, "certification_version.room.", problems);
    const adaptive::RoomParameters room = {
        .population_mean = fields.number("population_mean", -9, 9),
        .population_sd = fields.number("population_sd", 0.01, 9),
        .competence_sd = fields.number("competence_sd", 0, 9),
        .lower_asymptote = fields.number("lower_asymptote", 0, 0.5),
        .upper_asymptote = fields.number("upper_asymptote", 0.5, 1),
        .exposure_max = fields.number("exposure_max", 0.01, 1),
        .noise = fields.number("noise", 0, 1)};
    fields.finish();
    return room;
}

void read_algorithm(TomlFields& fields, adaptive::CertificationVersion& version,
                    Problems& problems) {
    const auto algorithm =
        pack::algorithm_from_word(fields.text("algorithm", format::label_bytes_max));
    if (!algorithm) return fields.refuse("algorithm", "must be \"pix-flash-v3\" or \"room\"");
    version.algorithm = *algorithm;
    if (version.algorithm != adaptive::Algorithm::room) return;
    if (const auto* room = fields.table("room")) version.room = read_room(*room, problems);
}

adaptive::CertificationVersion read_version(const TomlNode& table, Problems& problems) {
    TomlFields fields(table, kFile, "certification_version.", problems);
    adaptive::CertificationVersion version;
    version.name = fields.text("name", format::label_bytes_max);
    read_algorithm(fields, version, problems);
    version.valid_from = read_optional_day(fields, "valid_from");
    version.valid_until = read_optional_day(fields, "valid_until");
    version.configuration = read_configuration(fields);
    version.assessment_duration_minutes = fields.integer("assessment_duration_minutes", 1, 24 * 60);
    version.minimum_answers = fields.integer("minimum_answers", 0, 500);
    if (version.minimum_answers > version.configuration.maximum_assessment_length)
        fields.refuse("minimum_answers", "must not exceed maximum_assessment_length");
    const auto policy =
        pack::deadline_policy_from_word(fields.text("deadline_policy", format::label_bytes_max));
    if (!policy) fields.refuse("deadline_policy", "must be \"ask-invigilator\" or \"close\"");
    version.deadline_policy = policy.value_or(adaptive::DeadlinePolicy::ask_invigilator);
    version.mesh_intervals = with_levels(fields.intervals("mesh_intervals", kLevelsMax));
    if (const auto* intervals = fields.table("competence_intervals"))
        read_competence_intervals(*intervals, version, problems);
    fields.finish();
    return version;
}

std::string read_identifier(TomlFields& fields, std::string_view name) {
    auto text = fields.text(name, format::id_bytes_max);
    if (!text.empty() && !is_identifier(text))
        fields.refuse(name, "must be made of a-z, 0-9, \"-\" and \".\"");
    return text;
}

Source read_identity(const TomlNode& table, Problems& problems) {
    TomlFields fields(table, kFile, "", problems);
    Source source;
    source.id = read_identifier(fields, "id");
    source.version = read_identifier(fields, "version");
    source.title = fields.text("title", format::label_bytes_max);
    if (fields.has("kind")) {
        const auto kind = pack::pack_kind_from_word(fields.text("kind", format::id_bytes_max));
        if (!kind) fields.refuse("kind", "must be \"certification\" or \"practice\"");
        source.kind = kind.value_or(pack::Kind::certification);
    }
    source.language = fields.text("language", 2);
    if (source.language != "fr") fields.refuse("language", "must be \"fr\"");
    source.created = fields.text("created", 10);
    if (!is_date(source.created)) fields.refuse("created", "must be a day: \"YYYY-MM-DD\"");
    source.licence = fields.text("licence", format::label_bytes_max);
    source.expires = read_optional_day(fields, "expires");
    if (fields.has("minimum_software"))
        source.minimum_software = read_identifier(fields, "minimum_software");
    if (const auto* version = fields.table("certification_version"))
        source.certification_version = read_version(*version, problems);
    fields.finish();
    return source;
}

}  // namespace

std::optional<Source> read_pack_file(const std::filesystem::path& folder, Problems& problems) {
    const auto text = read_source_text(folder, kFile, kFileBytesMax, problems);
    if (!text) return std::nullopt;
    const auto toml = read_toml(*text, kFile, 1);
    if (!toml) {
        problems.push_back(toml.error());
        return std::nullopt;
    }
    const auto before = problems.size();
    auto source = read_identity(*toml, problems);
    if (problems.size() > before) return std::nullopt;
    // The reader above has no weaker rule than the box; should they drift apart, fail here.
    if (const auto checked = adaptive::check_version(source.certification_version); !checked) {
        problems.push_back({kFile, 0, "certification_version", checked.error().message});
        return std::nullopt;
    }
    return source;
}

}  // namespace preau::authoring
