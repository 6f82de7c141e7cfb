// SPDX-License-Identifier: Apache-2.0
#include "tool/rehearsal_roster.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "base/random.hpp"

#include <fmt/format.h>

#include <array>

namespace preau::tool {

namespace {

constexpr std::array kLastNames = {
    "ABGRALL",  "BELKACEM",  "CHÂTEAUNEUF", "D’ARGENT",  "ÉTIENNE", "FAURE",    "GARCÍA",
    "HÉBRARD",  "ISAMBERT",  "JOUVE",       "KOWALCZYK", "LE GOFF", "MARÉCHAL", "N’GUESSAN",
    "OLIVEIRA", "PÉRON",     "QUÉRÉ",       "ROUSSEL",   "SÁNCHEZ", "TRẦN",     "ULMER",
    "VASSEUR",  "WALCZAK",   "XAVIER",      "YILDIZ",    "ZÉRAH",   "BŒUF",     "DE LA TOUR",
    "MÜLLER",   "SAINT-PÔL", "O’BRIEN",     "PLANCHON",
};
constexpr std::array kFirstNames = {
    "Aïcha", "Baptiste",  "Chloé", "Djibril", "Éloïse",       "Farès", "Gaëlle", "Hugo",
    "Inès",  "Jean-Loup", "Kévin", "Lucie",   "Marie-Noëlle", "Noé",   "Océane", "Maëlys",
};
constexpr std::size_t kPeople = kLastNames.size() * kFirstNames.size();
static_assert(kPeople >= limits::candidates_per_session_max);

std::string draw_birthdate(SplitMix64& random) {
    return fmt::format("{}-{:02}-{:02}", 2009 + random.below(3), 1 + random.below(12),
                       1 + random.below(28));
}

}  // namespace

std::vector<Pupil> invent_pupils(std::size_t count, std::uint64_t seed) {
    PREAU_CHECK(count <= kPeople);
    SplitMix64 random(seed);
    // A step without common factor with the number of people meets each of them once.
    const std::size_t start = random.below(kPeople);
    const std::size_t step = 2 * random.below(kPeople / 2) + 1;
    static_assert((kPeople & (kPeople - 1)) == 0, "odd steps only do for a power of two");
    std::vector<Pupil> pupils;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t person = (start + i * step) % kPeople;
        pupils.push_back({kLastNames.at(person % kLastNames.size()),
                          kFirstNames.at(person / kLastNames.size()), draw_birthdate(random),
                          random.below(12) == 0 ? 33 : 0});
    }
    return pupils;
}

std::string roster_csv(const std::vector<Pupil>& pupils) {
    std::string csv = "Nom de naissance;Prénom;Date de naissance;Classe;Temps majoré\n";
    for (const auto& pupil : pupils) {
        const auto& day = pupil.birthdate;
        csv +=
            fmt::format("{};{};{}/{}/{};Robots;{}\n", pupil.last_name, pupil.first_name,
                        day.substr(8, 2), day.substr(5, 2), day.substr(0, 4),
                        pupil.extra_time_percent == 0 ? std::string{}
                                                      : std::to_string(pupil.extra_time_percent));
    }
    return csv;
}

}  // namespace preau::tool
