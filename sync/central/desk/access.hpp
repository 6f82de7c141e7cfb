// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/sql/connection.hpp"

#include <set>
#include <string>

namespace preau::central {

/// What a token lets its holder ask. The first two are the platform's own names.
enum class Scope {
    school_results,  ///< organizations-certifications-result: the reports of a school
    parcoursup,      ///< parcoursup: a search by INE, school and identity, or code
    account,         ///< account: the certifications of a platform account, for its pupil
    sync,            ///< sync: a box's courier
    operations,      ///< operations: boxes, sessions, quarantine
    jury,            ///< jury: decisions and publication
};
std::string_view word(Scope scope);
std::optional<Scope> scope_from_word(std::string_view text);
std::span<const Scope> all_scopes();
using Scopes = std::set<Scope>;

/// Who asks.
struct Holder {
    std::string name;  ///< a box, a person or a system
    Scopes scopes;
};

/// Tokens of boxes, people and systems; the database keeps their hashes only. One thread.
class Access {
  public:
    Access(sql::Connection& database, Clock& clock, Entropy& entropy)
        : database_(database), clock_(clock), entropy_(entropy) {}

    /// A new token, 32 hexadecimal digits; shown once.
    Result<std::string> give(const std::string& holder, const Scopes& scopes, Duration validity);
    /// Ends every token of that holder. How many there were.
    Result<std::int64_t> take_back(const std::string& holder);

    /// Nothing for a token that is unknown, expired or taken back.
    Result<std::optional<Holder>> find(std::string_view token);

    /// A token for a browser's cookie, for somebody who has shown a person's token: shorter, and
    /// gone when that one is. Nothing for a token that lets nobody onto the pages.
    Result<std::optional<std::string>> log_in(std::string_view token);
    Result<void> log_out(std::string_view cookie);

  private:
    Result<std::string> keep(const std::string& holder, const std::string& scopes,
                             const std::optional<Hash>& parent, WallTime expires);

    sql::Connection& database_;
    Clock& clock_;
    Entropy& entropy_;
};

/// Goes with every form of a page, so that no other site can send it: only the pages know it.
std::string form_token(std::string_view cookie);

}  // namespace preau::central
