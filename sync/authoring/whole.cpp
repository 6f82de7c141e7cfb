// SPDX-License-Identifier: Apache-2.0
#include "authoring/source.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <set>

namespace preau::authoring {

namespace {

/// What the rules let a test take at most once: a tube, or a skill when tubes may come back.
const std::string& counted_once(const adaptive::Item& item,
                                const adaptive::Configuration& configuration) {
    return configuration.limit_to_one_question_per_tube ? item.tube : item.skill;
}

/// Whatever is answered, every test then reaches its full length: a used tube takes away only its
/// own questions, and the rule on the last competences gives way when it would leave nothing.
void check_length(const Source& source, Problems& problems) {
    const auto& configuration = source.certification_version.configuration;
    std::set<std::string> competences;
    std::set<std::string> once;
    for (const auto& question : source.questions) {
        if (question.question.needs_internet) continue;
        competences.insert(question.item.competence);
        once.insert(counted_once(question.item, configuration));
    }
    for (const auto code : pack::kCompetences)
        if (source.kind == pack::Kind::certification && !competences.contains(std::string(code)))
            problems.push_back(
                {std::string(code), 0, "", "no question for this competence: add at least one"});
    if (std::ssize(once) < configuration.maximum_assessment_length)
        problems.push_back(
            {"pack.toml", 0, "certification_version.maximum_assessment_length",
             fmt::format("a test asks {} questions of different {}, the source has {}: add "
                         "questions",
                         configuration.maximum_assessment_length,
                         configuration.limit_to_one_question_per_tube ? "tubes" : "skills",
                         once.size())});
}

void check_help(const Source& source, Problems& problems) {
    const bool is_practice = source.kind == pack::Kind::practice;
    for (const auto& question : source.questions)
        if (question.help_html.empty() == is_practice)
            problems.push_back({question.file, 0, "help",
                                is_practice ? "missing: write it after a third line \"+++\""
                                            : "only practice packs have one: remove it"});
}

}  // namespace

void check_whole(const Source& source, Problems& problems) {
    if (source.questions.size() > pack::format::questions_max)
        problems.push_back({"pack.toml", 0, "",
                            fmt::format("a pack holds at most {} questions, the source has {}",
                                        pack::format::questions_max, source.questions.size())});
    check_help(source, problems);
    check_length(source, problems);
}

}  // namespace preau::authoring
