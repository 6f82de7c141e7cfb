// SPDX-License-Identifier: Apache-2.0
#include "exam/words.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <array>

namespace preau::exam {

namespace {

template <class E>
struct Word {
    E value;
    std::string_view text;
};

constexpr std::array kPhases = {
    Word{Phase::absent, "absent"},         Word{Phase::present, "present"},
    Word{Phase::authorised, "authorised"}, Word{Phase::in_progress, "in_progress"},
    Word{Phase::finished, "finished"},
};
constexpr std::array kFinishReasons = {
    Word{FinishReason::completed, "completed"},
    Word{FinishReason::ended_by_invigilator, "ended_by_invigilator"},
    Word{FinishReason::time, "time"},
    Word{FinishReason::finalised, "finalised"},
    Word{FinishReason::exhausted, "exhausted"},
};
constexpr std::array kAbortReasons = {
    Word{AbortReason::candidate, "candidate"},
    Word{AbortReason::technical, "technical"},
};
constexpr std::array kResultStatuses = {
    Word{ResultStatus::validated, "validated"},
    Word{ResultStatus::rejected, "rejected"},
    Word{ResultStatus::cancelled, "cancelled"},
};
constexpr std::array kAutoComments = {
    Word{AutoComment::none, "none"},
    Word{AutoComment::fraud, "fraud"},
    Word{AutoComment::lack_of_answers, "lack_of_answers"},
    Word{AutoComment::lack_of_answers_for_technical_reason, "lack_of_answers_for_technical_reason"},
    Word{AutoComment::zero_pix_score, "zero_pix_score"},
};
// Pix's own spelling: these words are in the vectors and in exchanges with the platform.
constexpr std::array kStatuses = {
    Word{answers::Status::ok, "ok"},
    Word{answers::Status::ko, "ko"},
    Word{answers::Status::aband, "aband"},
    Word{answers::Status::timedout, "timedout"},
    Word{answers::Status::focused_out, "focusedOut"},
    Word{answers::Status::partially, "partially"},
};

template <class Words, class E>
std::string_view text_of(const Words& words, E value) {
    const auto found = std::ranges::find(words, value, &Word<E>::value);
    PREAU_CHECK(found != words.end());
    return found->text;
}

template <class E, class Words>
std::optional<E> value_of(const Words& words, std::string_view text) {
    const auto found = std::ranges::find(words, text, &Word<E>::text);
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

}  // namespace

std::string_view word(Phase phase) { return text_of(kPhases, phase); }
std::string_view word(FinishReason reason) { return text_of(kFinishReasons, reason); }
std::string_view word(AbortReason reason) { return text_of(kAbortReasons, reason); }
std::string_view word(ResultStatus status) { return text_of(kResultStatuses, status); }
std::string_view word(AutoComment comment) { return text_of(kAutoComments, comment); }
std::string_view word(answers::Status status) { return text_of(kStatuses, status); }

template <>
std::optional<FinishReason> from_word(std::string_view text) {
    return value_of<FinishReason>(kFinishReasons, text);
}
template <>
std::optional<AbortReason> from_word(std::string_view text) {
    return value_of<AbortReason>(kAbortReasons, text);
}
template <>
std::optional<ResultStatus> from_word(std::string_view text) {
    return value_of<ResultStatus>(kResultStatuses, text);
}
template <>
std::optional<AutoComment> from_word(std::string_view text) {
    return value_of<AutoComment>(kAutoComments, text);
}
template <>
std::optional<answers::Status> from_word(std::string_view text) {
    return value_of<answers::Status>(kStatuses, text);
}

}  // namespace preau::exam
