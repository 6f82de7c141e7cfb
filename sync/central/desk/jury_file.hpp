// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/decision.hpp"

namespace preau::central {

/// One candidate of an accepted session, as the journal says and as scored again here.
struct Candidacy {
    CandidateNumber number;
    exam::Identity identity;
    std::string group;              ///< class or external id
    std::string account;            ///< id of the platform's account; may be empty
    std::string verification_code;  ///< "P-XXXXXXXX"; empty for who started no test
    bool has_started = false;
    WallTime started;
    ClockQuality quality = ClockQuality::unknown;
    Scored scored;
};

/// Something that the box did outside its authorisation, by name and reason.
struct ToConfirm {
    std::optional<CandidateNumber> candidate;  ///< nothing: the session
    std::string what;                          ///< stable word
    std::string why{};                         ///< what was said in the school

    bool operator==(const ToConfirm&) const = default;
};

/// A certification in its present state.
struct Certification {
    Candidacy candidacy;  ///< its identity corrected, its score the last one made
    bool is_cancelled = false;
    bool is_fraud = false;
    std::map<Audience, std::string> comments{};

    exam::ResultStatus status() const;
    /// Stable word of the comment that comes by itself: the score's, `fraud`, `cancelled_by_jury`.
    std::string_view automatic_comment() const;
};
using Certifications = std::map<CandidateNumber, Certification>;

/// What a publish act made readable. Decisions taken since are not in it: they wait for the next.
struct Publication {
    int version = 1;  ///< 1, 2, 3…
    WallTime first_at;
    WallTime at;
    std::string by;
    Certifications certifications;
};

/// What is known of one accepted session, and what the jury made of it: the decisions, in order,
/// folded into the state of each certification. Those that `may` refuses never enter it.
class JuryFile {
  public:
    JuryFile(const SessionId& session, std::vector<Candidacy> candidacies,
             std::vector<ToConfirm> to_confirm);

    /// Stable code of why the decision cannot be taken now; nothing when it can: candidate_unknown,
    /// already_cancelled, not_cancelled, already_rejected, not_rejected, why_missing,
    /// nothing_changed, nothing_to_confirm, to_confirm, not_settled_here.
    std::optional<std::string_view> refusal(const Decision& decision) const;

    /// Takes in the next decision of the log. Malformed when it is out of its place: another
    /// session's, number or previous hash wrong, or refused.
    Result<void> add(const Decision& decision);

    const SessionId& session() const { return session_; }
    const Certifications& certifications() const { return certifications_; }
    const std::vector<Decision>& decisions() const { return decisions_; }
    const std::vector<ToConfirm>& to_confirm() const { return to_confirm_; }
    const std::optional<Publication>& publication() const { return publication_; }
    /// Decisions taken since the last publication, none of them readable yet.
    bool has_changed_since_publication() const;
    /// Number and previous hash that the next decision must bear.
    int next_number() const { return static_cast<int>(decisions_.size()) + 1; }
    const Hash& last_hash() const { return last_hash_; }

  private:
    std::optional<std::string_view> refusal_for_candidate(const Decision& decision,
                                                          const Certification& now) const;
    void apply(const Decision& decision);
    void publish(const Decision& decision);
    bool awaits_confirmation(std::optional<CandidateNumber> candidate) const;

    SessionId session_;
    Certifications certifications_;
    std::vector<ToConfirm> to_confirm_;
    std::vector<Decision> decisions_;
    Hash last_hash_{};
    std::optional<Publication> publication_;
};

/// French sentence for a code of refusal().
std::string_view refusal_sentence(std::string_view code);

}  // namespace preau::central
