// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/item.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace preau::adaptive {

/// At most this many competences: the referential has sixteen.
inline constexpr std::size_t kCompetencesMax = 16;

/// Where an item stands, as numbers.
struct Place {
    std::uint16_t competence;
    std::uint16_t tube;
    std::uint16_t skill;
};

/// The questions of a pack with their names numbered, so that a choice compares no text.
struct Bank {
    std::vector<Item> items;
    std::vector<Place> places;                              ///< by item
    std::vector<std::string> competences;                   ///< codes, in increasing order
    std::vector<std::vector<std::uint32_t>> of_competence;  ///< items of each, in order
    std::size_t tubes = 0;
    std::size_t skills = 0;
};

/// At most 65,535 items and 16 competences.
Bank number_bank(std::span<const Item> items);

}  // namespace preau::adaptive
