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
constexpr std::array kJoinWays = {
    Word{JoinWay::identity, "identity"},
    Word{JoinWay::code, "code"},
};
constexpr std::array kHolds = {
    Word{Hold::contact, "contact"},   Word{Hold::report, "report"},
    Word{Hold::pause, "pause"},       Word{Hold::room_pause, "room_pause"},
    Word{Hold::lockdown, "lockdown"},
};
constexpr std::array kReportReasons = {
    Word{ReportReason::image, "image"}, Word{ReportReason::simulator, "simulator"},
    Word{ReportReason::file, "file"},   Word{ReportReason::instruction, "instruction"},
    Word{ReportReason::other, "other"},
};
constexpr std::array kReportStates = {
    Word{Report::State::open, "open"},
    Word{Report::State::accepted, "accepted"},
    Word{Report::State::refused, "refused"},
};
constexpr std::array kReportCategories = {
    Word{ReportCategory::e1, "E1"},   Word{ReportCategory::e2, "E2"},
    Word{ReportCategory::e3, "E3"},   Word{ReportCategory::e4, "E4"},
    Word{ReportCategory::e5, "E5"},   Word{ReportCategory::e8, "E8"},
    Word{ReportCategory::e9, "E9"},   Word{ReportCategory::e10, "E10"},
    Word{ReportCategory::e11, "E11"}, Word{ReportCategory::e12, "E12"},
};
constexpr std::array kIncidentCategories = {
    Word{IncidentCategory::c1, "C1"}, Word{IncidentCategory::c2, "C2"},
    Word{IncidentCategory::c4, "C4"}, Word{IncidentCategory::c6, "C6"},
    Word{IncidentCategory::c7, "C7"}, Word{IncidentCategory::c8, "C8"},
};
constexpr std::array kLockdownKinds = {
    Word{LockdownKind::none, "none"},
    Word{LockdownKind::companion, "companion"},
    Word{LockdownKind::seb, "seb"},
};
constexpr std::array kLockdownPolicies = {
    Word{LockdownPolicy::none, "none"},
    Word{LockdownPolicy::companion, "companion"},
    Word{LockdownPolicy::seb, "seb"},
    Word{LockdownPolicy::any, "any"},
};
constexpr std::array kSpacings = {
    Word{Spacing::normal, "normal"},
    Word{Spacing::wide, "wide"},
    Word{Spacing::wider, "wider"},
};
constexpr std::array kThemes = {
    Word{Theme::clear, "clear"},
    Word{Theme::cream, "cream"},
    Word{Theme::dark, "dark"},
    Word{Theme::contrast, "contrast"},
};
constexpr std::array kFonts = {
    Word{Font::standard, "standard"},
    Word{Font::opendyslexic, "opendyslexic"},
};
constexpr std::array kRulings = {
    Word{Interruption::Ruling::none, "none"},
    Word{Interruption::Ruling::granted, "granted"},
    Word{Interruption::Ruling::withdrawn, "withdrawn"},
};
constexpr std::array kLateChanges = {
    Word{LateChange::enrolled, "enrolled"},
    Word{LateChange::moved, "moved"},
    Word{LateChange::certifiable, "certifiable"},
};
constexpr std::array kSecondCopyLosses = {
    Word{SecondCopyLoss::removed, "removed"}, Word{SecondCopyLoss::full, "full"},
    Word{SecondCopyLoss::slow, "slow"},       Word{SecondCopyLoss::failed, "failed"},
    Word{SecondCopyLoss::foreign, "foreign"},
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
std::string_view word(JoinWay way) { return text_of(kJoinWays, way); }
std::string_view word(Hold hold) { return text_of(kHolds, hold); }
std::string_view word(ReportReason reason) { return text_of(kReportReasons, reason); }
std::string_view word(Report::State state) { return text_of(kReportStates, state); }
std::string_view word(ReportCategory category) { return text_of(kReportCategories, category); }
std::string_view word(IncidentCategory category) { return text_of(kIncidentCategories, category); }
std::string_view word(LockdownKind kind) { return text_of(kLockdownKinds, kind); }
std::string_view word(LockdownPolicy policy) { return text_of(kLockdownPolicies, policy); }
std::string_view word(Spacing spacing) { return text_of(kSpacings, spacing); }
std::string_view word(Theme theme) { return text_of(kThemes, theme); }
std::string_view word(Font font) { return text_of(kFonts, font); }
std::string_view word(Interruption::Ruling ruling) { return text_of(kRulings, ruling); }
std::string_view word(LateChange change) { return text_of(kLateChanges, change); }
std::string_view word(SecondCopyLoss loss) { return text_of(kSecondCopyLosses, loss); }

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
template <>
std::optional<JoinWay> from_word(std::string_view text) {
    return value_of<JoinWay>(kJoinWays, text);
}
template <>
std::optional<Hold> from_word(std::string_view text) {
    return value_of<Hold>(kHolds, text);
}
template <>
std::optional<ReportReason> from_word(std::string_view text) {
    return value_of<ReportReason>(kReportReasons, text);
}
template <>
std::optional<Report::State> from_word(std::string_view text) {
    return value_of<Report::State>(kReportStates, text);
}
template <>
std::optional<ReportCategory> from_word(std::string_view text) {
    return value_of<ReportCategory>(kReportCategories, text);
}
template <>
std::optional<IncidentCategory> from_word(std::string_view text) {
    return value_of<IncidentCategory>(kIncidentCategories, text);
}
template <>
std::optional<LockdownKind> from_word(std::string_view text) {
    return value_of<LockdownKind>(kLockdownKinds, text);
}
template <>
std::optional<LockdownPolicy> from_word(std::string_view text) {
    return value_of<LockdownPolicy>(kLockdownPolicies, text);
}
template <>
std::optional<Spacing> from_word(std::string_view text) {
    return value_of<Spacing>(kSpacings, text);
}
template <>
std::optional<Theme> from_word(std::string_view text) {
    return value_of<Theme>(kThemes, text);
}
template <>
std::optional<Font> from_word(std::string_view text) {
    return value_of<Font>(kFonts, text);
}
template <>
std::optional<Interruption::Ruling> from_word(std::string_view text) {
    return value_of<Interruption::Ruling>(kRulings, text);
}
template <>
std::optional<LateChange> from_word(std::string_view text) {
    return value_of<LateChange>(kLateChanges, text);
}
template <>
std::optional<SecondCopyLoss> from_word(std::string_view text) {
    return value_of<SecondCopyLoss>(kSecondCopyLosses, text);
}

}  // namespace preau::exam
