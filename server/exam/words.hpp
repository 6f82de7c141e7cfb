// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/result.hpp"

#include <optional>
#include <string_view>

/// The stable words of the API, the journal and the screens' text tables.
namespace preau::exam {

std::string_view word(Phase phase);
std::string_view word(FinishReason reason);
std::string_view word(AbortReason reason);
std::string_view word(ResultStatus status);
std::string_view word(AutoComment comment);
std::string_view word(answers::Status status);

/// The value that a word stands for; nothing when the word is none of E's.
template <class E>
std::optional<E> from_word(std::string_view text);
template <>
std::optional<FinishReason> from_word(std::string_view text);
template <>
std::optional<AbortReason> from_word(std::string_view text);
template <>
std::optional<ResultStatus> from_word(std::string_view text);
template <>
std::optional<AutoComment> from_word(std::string_view text);
template <>
std::optional<answers::Status> from_word(std::string_view text);

}  // namespace preau::exam
