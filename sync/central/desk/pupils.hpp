// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/desk/read_answers.hpp"
#include "central/sql/connection.hpp"

namespace preau::central {

/// What is compared of a person whose account is not known: names as exam::compared_letters has
/// them, and the birth date.
Hash person_hash(const exam::Identity& identity);

/// The pupils that schools have told the platform about. One thread.
class Pupils {
  public:
    Pupils(sql::Connection& database, Entropy& entropy) : database_(database), entropy_(entropy) {}

    /// Adds the pupil, or corrects what is known of the one with that account or INE; the choice
    /// about the level stays as the pupil made it. Malformed without school, name or birth date,
    /// and when account and INE are two different pupils'.
    Result<void> put(const Pupil& pupil);

    Result<std::optional<Pupil>> with_ine(std::string_view ine);
    Result<std::optional<Pupil>> with_account(std::string_view account);
    /// Of a school; several may share a name and a birth date.
    Result<std::vector<Pupil>> with_identity(std::string_view uai, const exam::Identity& identity);

    /// The pupil's choice; false when the account is unknown.
    Result<bool> share_level(std::string_view account, bool shares);

  private:
    template <class... Values>
    Result<std::vector<Pupil>> find(std::string_view condition, const Values&... values);
    template <class... Values>
    Result<std::optional<Pupil>> find_one(std::string_view condition, const Values&... values);
    Result<std::optional<Bytes>> known_as(const Pupil& pupil);

    sql::Connection& database_;
    Entropy& entropy_;
};

/// One line of the file that `preau-central pupils` reads: account and ine may be left out.
Result<Pupil> read_pupil(std::string_view line);

}  // namespace preau::central
