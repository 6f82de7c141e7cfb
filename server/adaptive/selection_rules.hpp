// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "adaptive/item.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

/// Pix's four rules on which question may come next (FlashAssessmentAlgorithm*Rule.js). Each takes
/// the questions still eligible and keeps some, in their order.
namespace preau::adaptive {

using Indices = std::vector<std::size_t>;

/// The pack's questions, and which of them were answered, in order.
struct Pool {
    std::span<const Item> items;
    std::span<const std::size_t> answered;
};

Indices every_item(const Pool& pool);

/// Drops the questions whose tube was answered.
Indices one_question_per_tube(const Pool& pool, const Indices& eligible);

/// Drops the questions whose skill was answered.
Indices non_answered_skills(const Pool& pool, const Indices& eligible);

/// While some competence has no answer, keeps the questions of those competences only, taken from
/// the whole pool: what an earlier rule dropped comes back.
Indices passage_by_all_competences(const Pool& pool, const Indices& eligible);

/// Drops the competences of the last `between` answers, unless nothing would be left.
Indices challenges_between_same_competence(const Pool& pool, const Indices& eligible, int between);

struct Rule {
    bool is_active;
    std::function<Indices(const Indices&)> keep;
};

/// The four rules in Pix's order. They look at the pool while they are applied.
std::vector<Rule> rules_of(const Pool& pool, const Configuration& configuration);

/// What the active rules leave, one after the other.
Indices apply_rules(const std::vector<Rule>& rules, Indices eligible);

}  // namespace preau::adaptive
