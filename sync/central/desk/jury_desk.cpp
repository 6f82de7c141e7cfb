// SPDX-License-Identifier: Apache-2.0
#include "central/desk/jury_desk.hpp"

#include "exam/words.hpp"
#include "json/read.hpp"
#include "seal/envelope.hpp"
#include "seal/publication.hpp"

namespace preau::central {

namespace {

constexpr char kSession[] = "SELECT to_confirm, is_contested FROM exam_session WHERE session = $1";
constexpr char kNumber[] = "SELECT number, box FROM authorised_session WHERE session = $1";
constexpr char kDecisions[] =
    "SELECT envelope FROM jury_decision WHERE session = $1 ORDER BY number";
constexpr char kKeep[] =
    "INSERT INTO jury_decision (session, number, envelope, made_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (session, number) DO NOTHING";

Failure<NotDecided> refuse(std::string code, std::string detail = {}) {
    return fail(NotDecided{std::move(code), std::move(detail)});
}

std::string text_member(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    return found != nullptr && found->text() != nullptr ? *found->text() : std::string{};
}

Decision decision_of(const Proposal& p, const JuryFile& file, WallTime at) {
    Decision d;
    d.session = p.session;
    d.number = file.next_number();
    d.previous = file.last_hash();
    d.act = p.act;
    d.candidate = p.candidate;
    d.by = p.by;
    d.why = p.why;
    d.at = at;
    d.identity = p.identity;
    d.audience = p.audience;
    d.comment = p.comment;
    d.scored = p.scored;
    d.settlement = p.settlement;
    return d;
}

std::string comment_for(const Certification& certification, Audience audience) {
    const auto found = certification.comments.find(audience);
    return found == certification.comments.end() ? std::string{} : found->second;
}

seal::PublishedCertification published(const Certification& certification) {
    const auto& candidacy = certification.candidacy;
    seal::PublishedCertification out;
    out.candidate = candidacy.number;
    out.account = candidacy.account;
    out.last_name = candidacy.identity.last_name;
    out.first_name = candidacy.identity.first_name;
    out.birthdate = candidacy.identity.birthdate;
    out.verification_code = candidacy.verification_code;
    out.status = exam::word(certification.status());
    out.comment = certification.automatic_comment();
    if (certification.status() == exam::ResultStatus::validated) {
        out.pix_score = candidacy.scored.pix_score;
        for (const auto& [competence, level] : candidacy.scored.levels)
            out.levels[competence] = std::max(level, 0);
    }
    out.for_candidate = comment_for(certification, Audience::candidate);
    out.for_organisation = comment_for(certification, Audience::organisation);
    return out;
}

}  // namespace

std::string publication_name(const SessionId& session) {
    return session.hex() + ".publication.json";
}

Result<std::string> sign_publication(const JuryFile& file, const std::string& number,
                                     const seal::SigningKey& key) {
    const auto& publication = *file.publication();
    seal::Publication out{.session = file.session(),
                          .number = number,
                          .version = publication.version,
                          .published_at = publication.at,
                          .certifications = {}};
    for (const auto& [candidate, certification] : publication.certifications)
        out.certifications.push_back(published(certification));
    // What we sign must be readable by who receives it.
    if (auto read = seal::read_publication(as_bytes(seal::write_publication(out))); !read)
        return fail(std::move(read.error()));
    return seal::sign_publication(out, key);
}

Result<std::vector<ToConfirm>> JuryDesk::to_confirm(const SessionId& session) {
    const auto rows = parts_.database.query(kSession, session);
    if (!rows) return fail(rows.error());
    std::vector<ToConfirm> all;
    if (rows->empty()) return all;
    const auto list = json::read((*rows)[0].text(0));
    if (!list) return fail(Error(list.error()).with_context("what is to confirm"));
    if (list->array() == nullptr) return fail(Error::malformed("what is to confirm: no list"));
    for (const auto& item : *list->array()) {
        ToConfirm one;
        if (item.text() != nullptr) one.what = *item.text();
        if (item.object() != nullptr) one.what = text_member(item, "what");
        if (item.object() != nullptr) one.why = text_member(item, "why");
        const auto* candidate = item.find("candidate");
        if (candidate != nullptr && candidate->integer() != nullptr && *candidate->integer() > 0)
            one.candidate = CandidateNumber{static_cast<std::uint32_t>(*candidate->integer())};
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> JuryDesk::add_decisions(JuryFile& file) {
    const auto rows = parts_.database.query(kDecisions, file.session());
    if (!rows) return fail(rows.error());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        auto payload = seal::open_by_role((*rows)[i].text(0), kDecisionType, parts_.keys.root(),
                                          seal::Role::publication);
        if (!payload) return fail(std::move(payload.error()));
        const auto decision = read_decision(*payload);
        if (!decision) return fail(decision.error());
        if (auto added = file.add(*decision); !added) return added;
    }
    return {};
}

Result<std::optional<JuryFile>> JuryDesk::open(const SessionId& session) {
    const auto rows = parts_.database.query(kSession, session);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<JuryFile>();
    auto kept = Candidacies(parts_.database).of_session(session);
    if (!kept) return fail(std::move(kept.error()));
    auto items = to_confirm(session);
    if (!items) return fail(std::move(items.error()));
    std::vector<Candidacy> candidacies;
    for (auto& one : *kept) candidacies.push_back(std::move(one.candidacy));
    JuryFile file(session, std::move(candidacies), std::move(*items));
    if (auto added = add_decisions(file); !added) return fail(std::move(added.error()));
    return std::optional(std::move(file));
}

Result<std::optional<std::string>> JuryDesk::obstacle(const JuryFile& file,
                                                      const Decision& decision) {
    if (const auto code = file.refusal(decision)) return std::optional(std::string(*code));
    if (decision.act != Act::publish) return std::optional<std::string>();
    const auto rows = parts_.database.query(kSession, file.session());
    if (!rows) return fail(rows.error());
    const bool is_contested = !rows->empty() && (*rows)[0].integer(1) != 0;
    return is_contested ? std::optional<std::string>("session_contested") : std::nullopt;
}

Result<void> JuryDesk::keep(const Decision& decision) {
    // What we sign must be readable again.
    const auto text = write_decision(decision);
    if (auto read = read_decision(as_bytes(text)); !read) return fail(std::move(read.error()));
    const auto envelope = parts_.keys.sign(seal::Role::publication, kDecisionType, as_bytes(text));
    if (!envelope) return fail(envelope.error());
    const auto kept =
        parts_.database.run(kKeep, decision.session, decision.number, *envelope, decision.at.ms);
    if (!kept) return fail(kept.error());
    if (*kept == 0) return fail(Error::malformed("decided_meanwhile"));
    return {};
}

Result<void> JuryDesk::leave_for_box(const JuryFile& file) {
    const auto rows = parts_.database.query(kNumber, file.session());
    if (!rows) return fail(rows.error());
    if (rows->empty()) return {};  // authorised by an older version of this program
    const auto key = parts_.keys.signer(seal::Role::publication);
    if (!key) return fail(key.error());
    const auto signed_results = sign_publication(file, (*rows)[0].text(0), **key);
    if (!signed_results) return fail(signed_results.error());
    return parts_.documents.put((*rows)[0].text(1), publication_name(file.session()),
                                as_bytes(*signed_results));
}

Result<Decision, NotDecided> JuryDesk::decide(const Proposal& proposal) {
    std::optional<std::string> refused;
    auto done = sql::in_transaction(parts_.database, [&]() -> Result<Decision> {
        refused.reset();
        auto file = open(proposal.session);
        if (!file) return fail(std::move(file.error()));
        if (!*file) refused = "session_unknown";
        if (refused) return fail(Error::malformed("this session is not accepted"));
        const auto decision = decision_of(proposal, **file, parts_.clock.wall_now());
        const auto code = obstacle(**file, decision);
        if (!code) return fail(code.error());
        refused = *code;
        if (refused) return fail(Error::malformed(std::string(word(decision.act)) + " refused"));
        if (auto kept = keep(decision); !kept) return fail(std::move(kept.error()));
        if (auto added = (*file)->add(decision); !added) return fail(std::move(added.error()));
        if (decision.act == Act::publish)
            if (auto left = leave_for_box(**file); !left) return fail(std::move(left.error()));
        return decision;
    });
    if (done) return std::move(*done);
    if (refused) return refuse(*refused, done.error().message);
    if (done.error().message == "decided_meanwhile") return refuse("decided_meanwhile");
    const bool is_ours = done.error().kind == ErrorKind::malformed;
    return refuse(is_ours ? "decision_malformed" : "storage_failed", done.error().message);
}

}  // namespace preau::central
