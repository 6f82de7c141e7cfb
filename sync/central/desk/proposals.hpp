// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/call.hpp"

namespace preau::central {

/// What a form of the jury's pages asks for; nothing when a field is missing or none of its values.
/// `by` is whoever is logged in. A re-score is computed, a choice completed with the attempts that
/// the jury was shown.
std::optional<Proposal> proposal_of_form(Call& call, const SessionId& session);

/// The same from the body of POST /v1/jury/sessions/<session>/decisions.
std::optional<Proposal> proposal_of_json(Call& call, const SessionId& session);

/// "hex-12,hex-3", as forms carry the attempts of a choice.
std::string attempts_text(std::span<const AttemptId> attempts);

}  // namespace preau::central
