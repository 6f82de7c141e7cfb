// SPDX-License-Identifier: Apache-2.0
#include "adaptive/bank.hpp"

#include "base/check.hpp"

#include <map>
#include <string_view>

namespace preau::adaptive {

namespace {

/// Numbers names in their order of appearance.
class Numbers {
  public:
    std::uint16_t of(std::string_view name) {
        return numbers_.try_emplace(name, static_cast<std::uint16_t>(numbers_.size()))
            .first->second;
    }
    std::size_t count() const { return numbers_.size(); }

  private:
    std::map<std::string_view, std::uint16_t> numbers_;
};

}  // namespace

Bank number_bank(std::span<const Item> items) {
    PREAU_CHECK(items.size() <= 0xFFFF);
    std::map<std::string_view, std::uint16_t> competences;
    for (const auto& item : items) competences.try_emplace(item.competence, std::uint16_t{0});
    PREAU_CHECK(competences.size() <= kCompetencesMax);
    Bank bank{.items = {items.begin(), items.end()},
              .places = {},
              .competences = {},
              .of_competence = std::vector<std::vector<std::uint32_t>>(competences.size())};
    for (auto& [code, number] : competences) {
        number = static_cast<std::uint16_t>(bank.competences.size());
        bank.competences.emplace_back(code);
    }
    Numbers tubes;
    Numbers skills;
    for (const auto& item : items) {
        const auto competence = competences.at(item.competence);
        bank.of_competence[competence].push_back(static_cast<std::uint32_t>(bank.places.size()));
        bank.places.push_back({competence, tubes.of(item.tube), skills.of(item.skill)});
    }
    bank.tubes = tubes.count();
    bank.skills = skills.count();
    return bank;
}

}  // namespace preau::adaptive
