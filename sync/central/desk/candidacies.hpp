// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/read_answers.hpp"
#include "central/sql/connection.hpp"

namespace preau::central {

/// A candidacy as it is kept, with what tells whose it is.
struct KeptCandidacy {
    AttemptId id;
    std::string uai;
    Candidacy candidacy;
};

/// The candidates of accepted sessions. One thread.
class Candidacies {
  public:
    explicit Candidacies(sql::Connection& database) : database_(database) {}

    /// For the transaction that accepts the session; those kept before stay as they are.
    Result<void> add(const SessionId& session, std::string_view uai,
                     std::span<const Candidacy> candidacies);

    Result<std::vector<KeptCandidacy>> of_session(const SessionId& session);
    Result<std::vector<KeptCandidacy>> of_school(std::string_view uai);
    Result<std::vector<KeptCandidacy>> with_code(std::string_view verification_code);
    /// By the account; without one, by school, name and birth date.
    Result<std::vector<KeptCandidacy>> of_pupil(const Pupil& pupil);

  private:
    template <class... Values>
    Result<std::vector<KeptCandidacy>> find(std::string_view condition, const Values&... values);

    sql::Connection& database_;
};

}  // namespace preau::central
