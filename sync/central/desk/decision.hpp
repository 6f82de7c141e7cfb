// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/last_attempt.hpp"
#include "exam/identity.hpp"
#include "seal/keys.hpp"

#include <map>
#include <string>

namespace preau::central {

inline constexpr std::string_view kDecisionType = "application/vnd.preau.jury-decision.v1+json";

/// What a jury may do. All but publish, and confirm of the session itself, are about a candidate.
enum class Act {
    cancel,
    uncancel,
    reject_for_fraud,
    unreject,
    correct_identity,
    comment,
    rescore,
    confirm,  ///< what the box did outside its authorisation, by name and reason, is in order
    settle,   ///< which certification of a pair counts
    publish,
};
std::string_view word(Act act);
std::optional<Act> act_from_word(std::string_view text);
/// The acts in the order of the enumeration.
std::span<const Act> all_acts();

/// Who reads a comment.
enum class Audience { candidate, organisation, jury };
std::string_view word(Audience audience);
std::optional<Audience> audience_from_word(std::string_view text);

/// A test as scored again on the platform.
struct Scored {
    exam::ResultDecision decision;
    int pix_score = 0;
    std::map<std::string, int> levels{};  ///< competence code to level

    bool operator==(const Scored&) const = default;
};

/// One decision of the jury: never changed, never taken away; another decision follows.
struct Decision {
    SessionId session;
    int number = 1;   ///< 1, 2, 3… in its session
    Hash previous{};  ///< SHA-256 of the payload of the decision before; zeros for the first
    Act act = Act::comment;
    std::optional<CandidateNumber> candidate{};
    std::string by;   ///< who decided
    std::string why;  ///< their reason, in their words
    WallTime at;

    std::optional<exam::Identity> identity{};  ///< of correct_identity
    std::optional<Audience> audience{};        ///< of comment
    std::string comment{};                     ///< of comment; empty takes an earlier one back
    std::optional<Scored> scored{};            ///< of rescore
    std::optional<Settlement> settlement{};    ///< of settle
};

std::string write_decision(const Decision& decision);
/// Malformed when a member is missing, too many, out of bounds, or not the one spelling.
Result<Decision> read_decision(ByteView payload);

std::string sign_decision(const Decision& decision, const seal::SigningKey& jury);
/// Verifies, then reads.
Result<Decision> open_decision(std::string_view envelope, const seal::PublicKey& jury);

}  // namespace preau::central
