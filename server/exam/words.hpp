// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/result.hpp"
#include "exam/second_copy.hpp"

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
std::string_view word(JoinWay way);
std::string_view word(Hold hold);
std::string_view word(ReportReason reason);
std::string_view word(Report::State state);
std::string_view word(ReportCategory category);
std::string_view word(IncidentCategory category);
std::string_view word(LockdownKind kind);
std::string_view word(LockdownPolicy policy);
std::string_view word(Spacing spacing);
std::string_view word(Theme theme);
std::string_view word(Font font);
std::string_view word(Interruption::Ruling ruling);
std::string_view word(LateChange change);
std::string_view word(SecondCopyLoss loss);

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
template <>
std::optional<JoinWay> from_word(std::string_view text);
template <>
std::optional<Hold> from_word(std::string_view text);
template <>
std::optional<ReportReason> from_word(std::string_view text);
template <>
std::optional<Report::State> from_word(std::string_view text);
template <>
std::optional<ReportCategory> from_word(std::string_view text);
template <>
std::optional<IncidentCategory> from_word(std::string_view text);
template <>
std::optional<LockdownKind> from_word(std::string_view text);
template <>
std::optional<LockdownPolicy> from_word(std::string_view text);
template <>
std::optional<Spacing> from_word(std::string_view text);
template <>
std::optional<Theme> from_word(std::string_view text);
template <>
std::optional<Font> from_word(std::string_view text);
template <>
std::optional<Interruption::Ruling> from_word(std::string_view text);
template <>
std::optional<LateChange> from_word(std::string_view text);
template <>
std::optional<SecondCopyLoss> from_word(std::string_view text);

}  // namespace preau::exam
