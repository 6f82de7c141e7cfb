// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/candidacies.hpp"
#include "exam/content.hpp"
#include "record/sealed_session.hpp"

#include <functional>

namespace preau::central {

/// For the transaction that accepts a session: keeps who was certified in it, and how.
Result<void> keep_candidacies(sql::Connection& database, const SessionId& session,
                              const record::SealedSession& sealed);

/// The candidates who started a test. `codes` are the authorisation's verification codes: the
/// journal names each one's, and one of another block counts for none.
std::vector<Candidacy> candidacies_of(const record::SealedSession& sealed,
                                      std::span<const std::string> codes);

/// What the box did by name outside its authorisation, as exam_session keeps it: a JSON array of
/// {"candidate"?, "what", "why"}.
std::string to_confirm_of(const record::SealedSession& sealed);

/// What to score with; null for a pack that the platform does not have.
using ContentSource = std::function<const exam::Content*(const Hash& pack)>;

/// Reads the session's journal from the database once more, verifying every record, and scores the
/// candidate from it.
Result<Scored> score_from_journal(sql::Connection& database, const ContentSource& packs,
                                  const AttemptId& id);

}  // namespace preau::central
