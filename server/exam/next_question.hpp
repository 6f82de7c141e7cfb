// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/capacity.hpp"
#include "adaptive/selection.hpp"
#include "exam/content.hpp"
#include "exam/events.hpp"

namespace preau::exam {

/// The recorded answers as the estimate counts them, in order.
std::vector<adaptive::Response> responses_of(const Candidate& candidate);

/// What a test's recorded answers say of the candidate, in order; each question weighs with the
/// calibration it was asked with.
adaptive::Estimate estimate_of(const Candidate& candidate, const Content& content);

/// The estimate once one more answer, to the current question, is counted.
adaptive::Estimate estimate_with(const Candidate& candidate, bool correct, const Content& content);

/// Indices in the content of the questions answered, in order.
std::vector<std::size_t> answered_items(const Candidate& candidate, const Content& content);

/// Status of a value as the answer to the current question, whose item the content must hold.
answers::Status status_of(const Candidate& candidate, std::string_view value,
                          const Content& content);

/// The question to ask after `answered`, at that capacity. The draw depends only on the candidate's
/// seed and the question's number, so a test replays from its journal alone.
Result<event::QuestionAsked, adaptive::NoQuestion> choose_question(
    CandidateNumber candidate, std::uint64_t seed, const std::vector<std::size_t>& answered,
    double capacity, const Content& content);

}  // namespace preau::exam
