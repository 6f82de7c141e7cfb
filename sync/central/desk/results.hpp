// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/jury_desk.hpp"
#include "central/desk/pupils.hpp"

namespace preau::central {

/// A pair that the jury must look at.
struct OpenPair {
    Doubt doubt = Doubt::none;
    std::vector<KeptCandidacy> attempts;
};

/// What the systems that read results are answered, for one request: made anew for each, so that
/// several processes agree. One thread.
class Results {
  public:
    Results(sql::Connection& database, JuryDesk& jury, Pupils& pupils)
        : database_(database), jury_(jury), pupils_(pupils) {}

    /// One for each person who was certified by a session of the school: the one that counts, or
    /// `pending`.
    Result<std::vector<Readable>> of_school(std::string_view uai);
    /// The one that counts of a pupil, or `pending`; nothing without any.
    Result<std::optional<Readable>> counting_of(const Pupil& pupil);
    /// All of an account, counting or not, by rising date.
    Result<std::vector<Readable>> of_account(std::string_view account);
    /// That very certification, whether or not it counts.
    Result<std::optional<Readable>> with_code(std::string_view verification_code);

    /// The persons, with a certification in that session, whose last certification the jury must
    /// tell.
    Result<std::vector<OpenPair>> open_pairs(const SessionId& session);

  private:
    struct Authorised {
        std::string number, centre;
        WallTime from, until;
    };

    Result<Authorised> authorised(const SessionId& session);
    Result<const JuryFile*> file(const SessionId& session);
    Result<Readable> readable(const KeptCandidacy& kept, const Pupil& pupil);
    Result<Counting> counting_among(std::span<const KeptCandidacy> attempts);
    Result<Readable> counting_readable(std::span<const KeptCandidacy> attempts, const Pupil& pupil);
    Result<Attempt> attempt(const KeptCandidacy& kept);
    Result<std::optional<Settlement>> settlement(std::span<const KeptCandidacy> attempts);
    Result<Pupil> pupil_of(const KeptCandidacy& kept);
    Result<std::vector<KeptCandidacy>> attempts_of(const Pupil& pupil);

    sql::Connection& database_;
    JuryDesk& jury_;
    Pupils& pupils_;
    std::map<SessionId, JuryFile> files_;  ///< read so far
};

}  // namespace preau::central
