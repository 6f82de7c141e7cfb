// SPDX-License-Identifier: Apache-2.0
#include "simulation/reference_bank.hpp"

#include "json/read.hpp"

#include <fmt/format.h>

namespace preau::simulation {

namespace {

double number_at(const json::Value& bank, std::string_view name, std::size_t index) {
    const auto* values = bank.find(name) != nullptr ? bank.find(name)->array() : nullptr;
    if (values == nullptr || index >= values->size()) return 0.0;
    return (*values)[index].number().value_or(0.0);
}

std::string text_of(const json::Value& bank, std::string_view name) {
    const auto* value = bank.find(name);
    const auto* text = value != nullptr ? value->text() : nullptr;
    return text != nullptr ? std::string(*text) : std::string();
}

ReferenceBank read_bank(const json::Value& value) {
    ReferenceBank bank{.name = text_of(value, "name"), .items = {}};
    const auto* alphas = value.find("alpha") != nullptr ? value.find("alpha")->array() : nullptr;
    const auto count = alphas != nullptr ? alphas->size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        bank.items.push_back({.id = fmt::format("{:03}", i),
                              .competence = fmt::format("{:02}", number_at(value, "competence", i)),
                              .tube = fmt::format("{}", number_at(value, "tube", i)),
                              .skill = fmt::format("{}", i),
                              .discriminant = number_at(value, "alpha", i),
                              .difficulty = number_at(value, "delta", i)});
    return bank;
}

}  // namespace

std::vector<ReferenceBank> read_reference_banks(std::string_view text) {
    std::vector<ReferenceBank> banks;
    const auto file = json::read(text);
    if (!file) return banks;
    const auto* listed = file->find("banks");
    if (listed == nullptr || listed->array() == nullptr) return banks;
    for (const auto& bank : *listed->array()) banks.push_back(read_bank(bank));
    return banks;
}

adaptive::CertificationVersion reference_version(adaptive::Algorithm algorithm) {
    adaptive::CertificationVersion version;
    version.name = "reference";
    version.algorithm = algorithm;
    version.mesh_intervals = {{0, -8, -1.4},  {1, -1.4, -0.519}, {2, -0.519, 0.6}, {3, 0.6, 1.5},
                              {4, 1.5, 2.25}, {5, 2.25, 3.1},    {6, 3.1, 4},      {7, 4, 8}};
    for (int competence = 0; competence < 16; ++competence)
        version.competence_intervals[fmt::format("{:02}", competence)] = version.mesh_intervals;
    return version;
}

Population scenario_a() {
    Population population;
    population.ability_mean = 0.0;
    population.ability_sd = 1.0;
    population.competence_sd = 0.0;
    return population;
}

Population scenario_b() { return {}; }

}  // namespace preau::simulation
