// SPDX-License-Identifier: Apache-2.0
#include "central/desk/intake.hpp"

#include "central/desk/known_box.hpp"
#include "exam/words.hpp"
#include "json/write.hpp"
#include "record/chain_reader.hpp"
#include "record/header.hpp"
#include "record/types.hpp"
#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

#include <algorithm>

namespace preau::central {

namespace {

constexpr char kAuthorisation[] = "SELECT envelope FROM authorisation WHERE session = $1";
constexpr char kEvents[] =
    "SELECT header, leaf, salt, payload FROM event WHERE session = $1 ORDER BY seq";

/// A document that this platform signed, and verified when the bundle came.
struct Kept {
    seal::Authorisation authorisation;
    Hash hash{};
};

Result<Kept> kept_authorisation(sql::Connection& database, const SessionId& session) {
    const auto rows = database.query(kAuthorisation, session);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return fail(Error::malformed("session " + session.hex() + " is unknown"));
    const auto payload = seal::unverified_payload((*rows)[0].text(0), seal::kAuthorisationType);
    if (!payload) return fail(payload.error());
    auto read = seal::read_authorisation(*payload);
    if (!read) return fail(std::move(read.error()));
    return Kept{std::move(*read), seal::sha256(*payload)};
}

/// How far the box's clock could be trusted when each candidate began.
std::map<CandidateNumber, ClockQuality> qualities_of(std::span<const record::Entry> entries) {
    std::map<CandidateNumber, ClockQuality> qualities;
    for (const auto& entry : entries) {
        const auto header = record::decode(entry.header);
        if (header && header->type == static_cast<std::uint16_t>(record::Type::test_started))
            qualities[header->candidate] = header->quality;
    }
    return qualities;
}

std::string code_of(const exam::Session& session, CandidateNumber number,
                    std::span<const std::string> codes) {
    const auto found = session.candidate_minutes.find(number);
    if (found == session.candidate_minutes.end()) return {};
    const auto& code = found->second.verification_code;
    return std::find(codes.begin(), codes.end(), code) == codes.end() ? std::string{} : code;
}

Scored scored_of(const exam::CertificationResult& result) {
    return {result.decision, result.pix_score, result.levels};
}

Result<std::vector<record::Entry>> entries_of(sql::Connection& database, const SessionId& session) {
    const auto rows = database.query(kEvents, session);
    if (!rows) return fail(rows.error());
    std::vector<record::Entry> entries;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        const auto header = row.array<128>(0);
        const auto leaf = row.array<32>(1);
        if (!header || !leaf || row.is_null(3))
            return fail(Error::malformed("the journal of " + session.hex() + " is not whole"));
        const auto salt = row.array<16>(2);
        if (!salt) return fail(salt.error());
        entries.push_back({*header, *leaf, *salt, to_bytes(row.blob(3))});
    }
    return entries;
}

/// Of each box, the keys it had in turn: the journal tells which one signed.
Result<std::vector<record::BoxKeys>> box_keys(sql::Connection& database,
                                              const seal::Authorisation& authorisation) {
    std::vector<record::BoxKeys> ways(1);
    for (const auto& box : authorisation.boxes) {
        const auto known = known_box(database, box);
        if (!known) return fail(known.error());
        std::vector<record::BoxKeys> more;
        if (*known)
            for (const auto& key : (*known)->keys)
                for (auto way : ways) {
                    way[box] = key;
                    more.push_back(std::move(way));
                }
        if (!more.empty()) ways = std::move(more);
    }
    return ways;
}

Result<exam::Session> replay(sql::Connection& database, const SessionId& session,
                             const Kept& kept) {
    const auto entries = entries_of(database, session);
    if (!entries) return fail(entries.error());
    const auto ways = box_keys(database, kept.authorisation);
    if (!ways) return fail(ways.error());
    auto told = Error::malformed("no key of the box verifies its journal");
    for (const auto& keys : *ways) {
        record::ChainReader reader({.session = session, .authorisation = kept.hash, .boxes = keys});
        if (auto read = reader.read_all(*entries); read)
            return std::move(reader).take_session();
        else
            told = read.error();
    }
    return fail(std::move(told));
}

}  // namespace

std::vector<Candidacy> candidacies_of(const record::SealedSession& sealed,
                                      std::span<const std::string> codes) {
    const auto qualities = qualities_of(sealed.entries);
    std::vector<Candidacy> all;
    for (const auto& [number, result] : sealed.session.results) {
        const auto* candidate = sealed.session.find(number);
        if (candidate == nullptr || candidate->questions.empty()) continue;
        const auto quality = qualities.find(number);
        all.push_back(
            {.number = number,
             .identity = candidate->enrolment.identity,
             .group = candidate->enrolment.group,
             .account = candidate->enrolment.account,
             .verification_code = code_of(sealed.session, number, codes),
             .has_started = true,
             .started = candidate->started_at,
             .quality = quality == qualities.end() ? ClockQuality::unknown : quality->second,
             .scored = scored_of(result)});
    }
    return all;
}

std::string to_confirm_of(const record::SealedSession& sealed) {
    json::Array items;
    for (const auto& fact : sealed.history) {
        if (const auto* late = std::get_if<exam::event::CandidateEnrolledLate>(&fact.event))
            items.push_back(json::Object{{"candidate", late->enrolment.candidate.value},
                                         {"what", exam::word(late->change)},
                                         {"why", late->why}});
        if (const auto* opened = std::get_if<exam::event::WindowOverridden>(&fact.event))
            items.push_back(
                json::Object{{"what", "window"},
                             {"why", opened->by_name.name + " : " + opened->by_name.reason}});
    }
    return json::write(items);
}

Result<void> keep_candidacies(sql::Connection& database, const SessionId& session,
                              const record::SealedSession& sealed) {
    const auto kept = kept_authorisation(database, session);
    if (!kept) return fail(kept.error());
    const auto candidacies = candidacies_of(sealed, kept->authorisation.verification_codes);
    return Candidacies(database).add(session, kept->authorisation.uai, candidacies);
}

Result<Scored> score_from_journal(sql::Connection& database, const ContentSource& packs,
                                  const AttemptId& id) {
    const auto kept = kept_authorisation(database, id.session);
    if (!kept) return fail(kept.error());
    const auto* content = packs(kept->authorisation.pack_hash);
    if (content == nullptr) return fail(Error::malformed("the session's pack is not on the shelf"));
    const auto session = replay(database, id.session, *kept);
    if (!session) return fail(session.error());
    const auto* candidate = session->find(id.candidate);
    if (candidate == nullptr || candidate->questions.empty())
        return fail(Error::malformed("this candidate started no test"));
    const auto reason = session->abort_reasons.find(id.candidate);
    return scored_of(exam::score_test(
        *candidate,
        reason == session->abort_reasons.end() ? std::nullopt : std::optional(reason->second),
        *content));
}

}  // namespace preau::central
