// SPDX-License-Identifier: Apache-2.0
#include "quality/coverage.hpp"

#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace preau::quality {

namespace {

constexpr int kQuestionsOfABand = 2;

struct Audience {
    std::string_view words;
    bool (*may_get)(const Offer& offer);
};

constexpr std::array kAudiences = {
    Audience{"for everybody", [](const Offer&) { return true; }},
    Audience{"for a blind candidate", [](const Offer& offer) { return offer.accessible_blind; }},
    Audience{"for a colour-blind candidate",
             [](const Offer& offer) { return offer.accessible_colour; }},
};

struct Band {
    std::string_view words;
    bool (*holds)(double difficulty);
};

constexpr std::array kBands = {
    Band{"easy questions", [](double difficulty) { return difficulty < -1; }},
    Band{"middling questions",
         [](double difficulty) { return difficulty >= -1 && difficulty < 1; }},
    Band{"hard questions", [](double difficulty) { return difficulty >= 1; }},
};

/// Tubes left in a competence when the worst reports are accepted: a tube is lost once all its
/// skills are.
int tubes_left(const std::map<std::string, std::set<std::string>>& skills_by_tube) {
    std::vector<int> sizes;
    for (const auto& [tube, skills] : skills_by_tube)
        sizes.push_back(static_cast<int>(skills.size()));
    std::ranges::sort(sizes);
    auto left = static_cast<int>(sizes.size());
    int reports = kReportsSurvived;
    for (const auto size : sizes)
        if ((reports -= size) >= 0) --left;
    return left;
}

int missing_tubes(std::span<const Offer> offers, std::string_view competence,
                  const Audience& audience, int needed) {
    std::map<std::string, std::set<std::string>> skills_by_tube;
    for (const auto& offer : offers)
        if (offer.item.competence == competence && !offer.needs_internet && audience.may_get(offer))
            skills_by_tube[offer.item.tube].insert(offer.item.skill);
    return std::max(0, needed - tubes_left(skills_by_tube));
}

int missing_in_band(std::span<const Offer> offers, std::string_view competence, const Band& band) {
    const auto count = std::ranges::count_if(offers, [&](const Offer& offer) {
        return offer.item.competence == competence && !offer.needs_internet &&
               band.holds(offer.item.difficulty);
    });
    return std::max(0, kQuestionsOfABand - static_cast<int>(count));
}

}  // namespace

std::vector<Gap> find_gaps(std::span<const Offer> offers,
                           const adaptive::CertificationVersion& version) {
    constexpr int competences = static_cast<int>(pack::kCompetences.size());
    const int length = version.configuration.maximum_assessment_length;
    const int needed = (length + competences - 1) / competences;
    std::vector<Gap> gaps;
    const auto add = [&](std::string_view competence, std::string situation, std::string_view what,
                         int missing) {
        if (missing > 0)
            gaps.push_back(
                {std::string(competence), std::move(situation), std::string(what), missing});
    };
    for (const auto competence : pack::kCompetences) {
        for (const auto& audience : kAudiences)
            add(competence,
                fmt::format("{}, after {} accepted reports", audience.words, kReportsSurvived),
                "tubes", missing_tubes(offers, competence, audience, needed));
        for (const auto& band : kBands)
            add(competence, "for everybody", band.words, missing_in_band(offers, competence, band));
    }
    return gaps;
}

}  // namespace preau::quality
