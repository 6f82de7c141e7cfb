// SPDX-License-Identifier: Apache-2.0
#include "central/desk/decision.hpp"

#include "base/limits.hpp"
#include "exam/words.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/envelope.hpp"

#include <array>

namespace preau::central {

namespace {

using json::Fields;

constexpr int kDecisionsMax = 1'000'000;
constexpr std::size_t kAttemptsMax = 64;  // certifications of one person
constexpr std::size_t kCompetencesMax = 64;
constexpr int kLevelMax = 8;

// clang-format off
constexpr std::array kActs = {
    Act::cancel, Act::uncancel, Act::reject_for_fraud, Act::unreject, Act::correct_identity,
    Act::comment, Act::rescore, Act::confirm, Act::settle, Act::publish,
};
constexpr std::array<std::string_view, kActs.size()> kActWords = {
    "cancel", "uncancel", "reject_for_fraud", "unreject", "correct_identity",
    "comment", "rescore", "confirm", "settle", "publish",
};
// clang-format on
constexpr std::array<std::string_view, 3> kAudienceWords = {"candidate", "organisation", "jury"};

json::Object identity_object(const exam::Identity& identity) {
    return {{"last_name", identity.last_name},
            {"first_name", identity.first_name},
            {"birthdate", identity.birthdate}};
}

json::Object scored_object(const Scored& scored) {
    json::Object levels;
    for (const auto& [competence, level] : scored.levels) levels.push_back({competence, level});
    return {{"status", exam::word(scored.decision.status)},
            {"comment", exam::word(scored.decision.comment)},
            {"pix_score", scored.pix_score},
            {"levels", std::move(levels)}};
}

json::Object id_object(const AttemptId& id) {
    return {{"session", id.session.hex()}, {"candidate", id.candidate.value}};
}

json::Object settlement_object(const Settlement& settlement) {
    json::Array considered;
    for (const auto& id : settlement.considered) considered.push_back(id_object(id));
    return {{"considered", std::move(considered)}, {"kept", id_object(settlement.kept)}};
}

CandidateNumber read_candidate(Fields& fields) {
    return {static_cast<std::uint32_t>(
        fields.integer("candidate", 1, limits::candidates_per_session_max))};
}

exam::Identity read_identity(Fields& outer) {
    Fields fields(outer.value("identity"), outer.path("identity"));
    exam::Identity identity{fields.text("last_name", limits::name_bytes_max),
                            fields.text("first_name", limits::name_bytes_max),
                            fields.text("birthdate", 10)};
    if (!is_date(identity.birthdate))
        fields.refuse("birthdate", "malformed", "AAAA-MM-JJ est attendu.");
    if (identity.last_name.empty())
        fields.refuse("last_name", "out_of_range", "Le nom est attendu.");
    outer.close(fields);
    return identity;
}

std::map<std::string, int> read_levels(Fields& outer) {
    std::map<std::string, int> levels;
    const auto& value = outer.value("levels");
    const auto* object = value.object();
    if (object == nullptr || object->size() > kCompetencesMax) {
        outer.refuse("levels", "wrong_type", "Un niveau par compétence est attendu.");
        return levels;
    }
    Fields fields(value, outer.path("levels"));
    for (const auto& member : *object)
        levels[member.name] = static_cast<int>(fields.integer(member.name, -1, kLevelMax));
    outer.close(fields);
    return levels;
}

template <class E>
E read_word(Fields& fields, std::string_view name) {
    const auto found = exam::from_word<E>(fields.text(name, limits::name_bytes_max));
    if (!found) fields.refuse(name, "out_of_range", "Cette valeur n'est pas connue.");
    return found.value_or(E{});
}

Scored read_scored(Fields& outer) {
    Fields fields(outer.value("result"), outer.path("result"));
    Scored scored;
    scored.decision.status = read_word<exam::ResultStatus>(fields, "status");
    scored.decision.comment = read_word<exam::AutoComment>(fields, "comment");
    scored.pix_score = static_cast<int>(fields.integer("pix_score", 0, limits::pix_score_max));
    scored.levels = read_levels(fields);
    outer.close(fields);
    return scored;
}

AttemptId read_id(Fields& outer, const json::Value& value, std::string path) {
    Fields fields(value, std::move(path));
    AttemptId id;
    id.session.bytes = fields.hex<16>("session");
    id.candidate = read_candidate(fields);
    outer.close(fields);
    return id;
}

Settlement read_settlement(Fields& outer) {
    Fields fields(outer.value("settlement"), outer.path("settlement"));
    Settlement settlement;
    const auto& considered = fields.array("considered", kAttemptsMax);
    for (std::size_t i = 0; i < considered.size(); ++i)
        settlement.considered.push_back(
            read_id(fields, considered[i], fields.path("considered", i)));
    settlement.kept = read_id(fields, fields.value("kept"), fields.path("kept"));
    outer.close(fields);
    return settlement;
}

void read_subject(Fields& fields, Decision& out) {
    const auto candidate =
        fields.optional_integer("candidate", 1, limits::candidates_per_session_max);
    if (candidate) out.candidate = CandidateNumber{static_cast<std::uint32_t>(*candidate)};
    const bool may_be_whole = out.act == Act::publish || out.act == Act::confirm;
    if (!out.candidate && !may_be_whole)
        fields.refuse("candidate", "missing", "Le candidat est attendu.");
    if (out.candidate && out.act == Act::publish)
        fields.refuse("candidate", "unknown", "Une session est publiée entière.");
}

void read_content(Fields& fields, Decision& out) {
    if (out.act == Act::correct_identity) out.identity = read_identity(fields);
    if (out.act == Act::comment) {
        out.audience = audience_from_word(fields.text("audience", 16));
        if (!out.audience)
            fields.refuse("audience", "out_of_range", "candidate, organisation ou jury.");
        out.comment = fields.text("comment", limits::note_text_bytes_max);
    }
    if (out.act == Act::rescore) out.scored = read_scored(fields);
    if (out.act == Act::settle) out.settlement = read_settlement(fields);
}

Decision read_members(Fields& fields) {
    Decision out;
    fields.integer("v", 1, 1);
    out.session.bytes = fields.hex<16>("session");
    out.number = static_cast<int>(fields.integer("number", 1, kDecisionsMax));
    out.previous = fields.hex<32>("previous");
    const auto act = act_from_word(fields.text("act", 32));
    if (!act) fields.refuse("act", "out_of_range", "Cet acte n'est pas connu.");
    out.act = act.value_or(Act::comment);
    read_subject(fields, out);
    out.by = fields.text("by", limits::name_bytes_max);
    if (out.by.empty()) fields.refuse("by", "out_of_range", "Qui décide est attendu.");
    out.why = fields.text("why", limits::note_text_bytes_max);
    const auto at = from_iso8601(fields.text("at", 24));
    if (!at) fields.refuse("at", "malformed", "AAAA-MM-JJThh:mm:ss.sssZ est attendu.");
    out.at = at ? *at : WallTime{};
    read_content(fields, out);
    return out;
}

}  // namespace

std::span<const Act> all_acts() { return kActs; }

std::string_view word(Act act) { return kActWords.at(static_cast<std::size_t>(act)); }

std::optional<Act> act_from_word(std::string_view text) {
    for (const auto act : kActs)
        if (word(act) == text) return act;
    return std::nullopt;
}

std::string_view word(Audience audience) {
    return kAudienceWords.at(static_cast<std::size_t>(audience));
}

std::optional<Audience> audience_from_word(std::string_view text) {
    for (const auto audience : {Audience::candidate, Audience::organisation, Audience::jury})
        if (word(audience) == text) return audience;
    return std::nullopt;
}

std::string write_decision(const Decision& d) {
    json::Object object{{"v", 1},
                        {"session", d.session.hex()},
                        {"number", d.number},
                        {"previous", to_hex(d.previous)},
                        {"act", word(d.act)}};
    if (d.candidate) object.push_back({"candidate", d.candidate->value});
    object.push_back({"by", d.by});
    object.push_back({"why", d.why});
    object.push_back({"at", to_iso8601(d.at)});
    if (d.identity) object.push_back({"identity", identity_object(*d.identity)});
    if (d.audience) {
        object.push_back({"audience", word(*d.audience)});
        object.push_back({"comment", d.comment});
    }
    if (d.scored) object.push_back({"result", scored_object(*d.scored)});
    if (d.settlement) object.push_back({"settlement", settlement_object(*d.settlement)});
    return json::write(object);
}

Result<Decision> read_decision(ByteView payload) {
    auto value = json::read(as_text(payload));
    if (!value) return fail(std::move(value.error()).with_context("jury decision"));
    Fields fields(*value);
    auto decision = read_members(fields);
    if (auto done = fields.finished("jury decision"); !done) return fail(std::move(done.error()));
    if (write_decision(decision) != as_text(payload))
        return fail(Error::malformed("jury decision: not the one spelling"));
    return decision;
}

std::string sign_decision(const Decision& decision, const seal::SigningKey& jury) {
    return seal::sign_envelope(kDecisionType, as_bytes(write_decision(decision)), jury);
}

Result<Decision> open_decision(std::string_view envelope, const seal::PublicKey& jury) {
    auto payload = seal::open_envelope(envelope, kDecisionType, jury);
    if (!payload) return fail(std::move(payload.error()));
    return read_decision(*payload);
}

}  // namespace preau::central
