// SPDX-License-Identifier: Apache-2.0
#include "central/desk/jury_file.hpp"

#include "exam/words.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::central {

namespace {

using Refusal = std::optional<std::string_view>;

/// A candidate's mark may be written without a word; what takes a certification away may not.
bool needs_reason(Act act) { return act != Act::comment && act != Act::publish; }

Refusal unless(bool holds, std::string_view code) { return holds ? Refusal{} : Refusal{code}; }

std::string comment_of(const Certification& certification, Audience audience) {
    const auto found = certification.comments.find(audience);
    return found == certification.comments.end() ? std::string{} : found->second;
}

bool considers(const Settlement& settlement, const AttemptId& id) {
    const auto& all = settlement.considered;
    return std::is_sorted(all.begin(), all.end()) &&
           std::find(all.begin(), all.end(), id) != all.end() &&
           std::find(all.begin(), all.end(), settlement.kept) != all.end();
}

struct Sentence {
    std::string_view code;
    std::string_view text;
};

// clang-format off
constexpr std::array kSentences = {
    Sentence{"candidate_unknown",  "Ce candidat n’est pas dans cette session."},
    Sentence{"already_cancelled",  "Cette certification est déjà annulée."},
    Sentence{"not_cancelled",      "Cette certification n’est pas annulée."},
    Sentence{"already_rejected",   "Cette certification est déjà rejetée pour fraude."},
    Sentence{"not_rejected",       "Cette certification n’est pas rejetée pour fraude."},
    Sentence{"why_missing",        "Écrivez la raison de cette décision : elle est conservée avec elle."},
    Sentence{"nothing_changed",    "Cette décision ne changerait rien."},
    Sentence{"nothing_to_confirm", "Il n’y a rien à confirmer ici."},
    Sentence{"to_confirm",         "Des points de cette session sont à confirmer avant de la publier."},
    Sentence{"session_unknown",    "Cette session n’a pas été reçue, ou pas encore acceptée."},
    Sentence{"session_contested",  "Deux lots différents ont été reçus pour cette session : elle ne peut pas être publiée."},
    Sentence{"decided_meanwhile",  "Une autre décision vient d’être prise sur cette session. Relisez-la avant de décider."},
    Sentence{"decision_malformed", "Un des champs n’est pas valable : texte trop long, ou date qui n’existe pas."},
    Sentence{"storage_failed",     "La plateforme n’a pas pu enregistrer la décision. Réessayez plus tard."},
    Sentence{"not_settled_here",   "Ce choix ne porte pas sur cette certification."},
};
// clang-format on

}  // namespace

std::string_view refusal_sentence(std::string_view code) {
    for (const auto& sentence : kSentences)
        if (sentence.code == code) return sentence.text;
    return "Cette décision n’est pas possible.";
}

exam::ResultStatus Certification::status() const {
    if (is_cancelled) return exam::ResultStatus::cancelled;
    if (is_fraud) return exam::ResultStatus::rejected;
    return candidacy.scored.decision.status;
}

std::string_view Certification::automatic_comment() const {
    if (is_cancelled) return "cancelled_by_jury";
    if (is_fraud) return exam::word(exam::AutoComment::fraud);
    return exam::word(candidacy.scored.decision.comment);
}

JuryFile::JuryFile(const SessionId& session, std::vector<Candidacy> candidacies,
                   std::vector<ToConfirm> to_confirm)
    : session_(session), to_confirm_(std::move(to_confirm)) {
    for (auto& candidacy : candidacies) {
        const auto number = candidacy.number;
        certifications_[number].candidacy = std::move(candidacy);
    }
}

bool JuryFile::awaits_confirmation(std::optional<CandidateNumber> candidate) const {
    return std::any_of(to_confirm_.begin(), to_confirm_.end(),
                       [&](const auto& item) { return item.candidate == candidate; });
}

bool JuryFile::has_changed_since_publication() const {
    return publication_ && !decisions_.empty() && decisions_.back().act != Act::publish;
}

Refusal JuryFile::refusal(const Decision& decision) const {
    if (needs_reason(decision.act) && decision.why.empty()) return "why_missing";
    if (decision.act == Act::publish) {
        if (!to_confirm_.empty()) return "to_confirm";
        return unless(!publication_ || has_changed_since_publication(), "nothing_changed");
    }
    if (decision.act == Act::confirm && !decision.candidate)
        return unless(awaits_confirmation(std::nullopt), "nothing_to_confirm");
    if (!decision.candidate) return "candidate_unknown";
    const auto found = certifications_.find(*decision.candidate);
    if (found == certifications_.end()) return "candidate_unknown";
    return refusal_for_candidate(decision, found->second);
}

Refusal JuryFile::refusal_for_candidate(const Decision& decision, const Certification& now) const {
    switch (decision.act) {
        case Act::cancel:
            return unless(!now.is_cancelled, "already_cancelled");
        case Act::uncancel:
            return unless(now.is_cancelled, "not_cancelled");
        case Act::reject_for_fraud:
            return unless(!now.is_fraud, "already_rejected");
        case Act::unreject:
            return unless(now.is_fraud, "not_rejected");
        case Act::correct_identity:
            return unless(decision.identity && *decision.identity != now.candidacy.identity,
                          "nothing_changed");
        case Act::comment:
            return unless(
                decision.audience && comment_of(now, *decision.audience) != decision.comment,
                "nothing_changed");
        case Act::rescore:
            return unless(decision.scored.has_value(), "nothing_changed");
        case Act::confirm:
            return unless(awaits_confirmation(decision.candidate), "nothing_to_confirm");
        case Act::settle:
            return unless(decision.settlement &&
                              considers(*decision.settlement, {session_, *decision.candidate}),
                          "not_settled_here");
        case Act::publish:
            break;
    }
    PREAU_UNREACHABLE();
}

Result<void> JuryFile::add(const Decision& decision) {
    const auto place = fmt::format("decision {} of session {}", decision.number, session_.hex());
    if (decision.session != session_)
        return fail(Error::malformed(place + ": it is of another session"));
    if (decision.number != next_number() || decision.previous != last_hash_)
        return fail(Error::malformed(place + ": it does not follow the one before"));
    if (const auto code = refusal(decision))
        return fail(Error::malformed(place + ": " + std::string(*code)));
    apply(decision);
    last_hash_ = seal::sha256(as_bytes(write_decision(decision)));
    decisions_.push_back(decision);
    return {};
}

void JuryFile::apply(const Decision& d) {
    if (d.act == Act::publish) return publish(d);
    if (d.act == Act::confirm) {
        std::erase_if(to_confirm_, [&](const auto& item) { return item.candidate == d.candidate; });
        return;
    }
    auto& now = certifications_.at(*d.candidate);
    if (d.act == Act::cancel || d.act == Act::uncancel) now.is_cancelled = d.act == Act::cancel;
    if (d.act == Act::reject_for_fraud || d.act == Act::unreject)
        now.is_fraud = d.act == Act::reject_for_fraud;
    if (d.act == Act::correct_identity) now.candidacy.identity = *d.identity;
    if (d.act == Act::comment) now.comments[*d.audience] = d.comment;
    if (d.act == Act::rescore) now.candidacy.scored = *d.scored;
}

void JuryFile::publish(const Decision& d) {
    Publication next{.version = publication_ ? publication_->version + 1 : 1,
                     .first_at = publication_ ? publication_->first_at : d.at,
                     .at = d.at,
                     .by = d.by,
                     .certifications = certifications_};
    publication_ = std::move(next);
}

}  // namespace preau::central
