// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "answers/key.hpp"
#include "pack/pack.hpp"

#include <array>
#include <optional>
#include <string_view>

/// The words of a pack's source and compiled form (docs/formats/pack.md).
namespace preau::pack {

std::string_view word(answers::Kind kind);
std::string_view word(answers::Format format);
std::string_view word(Kind kind);
std::string_view word(adaptive::Algorithm algorithm);
std::string_view word(adaptive::DeadlinePolicy policy);

std::optional<answers::Kind> kind_from_word(std::string_view word);
std::optional<answers::Format> format_from_word(std::string_view word);
std::optional<adaptive::Algorithm> algorithm_from_word(std::string_view word);
std::optional<Kind> pack_kind_from_word(std::string_view word);
std::optional<adaptive::DeadlinePolicy> deadline_policy_from_word(std::string_view word);

/// "t1", "t2", "t3": those that are on, in that order.
std::vector<std::string> treatment_words(const answers::Treatments& treatments);
/// Nothing when a word is unknown or given twice.
std::optional<answers::Treatments> treatments_from_words(const std::vector<std::string>& words);

/// Codes of the 16 competences of the CRCN, in order.
inline constexpr std::array<std::string_view, 16> kCompetences = {
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1",
    "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2"};

/// Extensions of the files that a question may bring, without the point.
bool is_media_extension(std::string_view extension);

bool is_competence(std::string_view code);

}  // namespace preau::pack
