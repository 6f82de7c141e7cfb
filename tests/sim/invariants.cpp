// SPDX-License-Identifier: Apache-2.0
#include "sim/invariants.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "record/content.hpp"
#include "record/rescore.hpp"
#include "record/sealed_session.hpp"
#include "seal/age.hpp"
#include "sim/journal_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preau::sim {

namespace {

std::string text(const GivenAnswer& answer) {
    return fmt::format("answer {} of candidate {} (\"{}\")", answer.number, answer.candidate,
                       answer.value);
}

/// Reads the journal, or says why it cannot be.
std::optional<JournalFacts> facts_of(const Evidence& evidence, Report& report) {
    auto facts = read_facts(evidence.stage, evidence.box.stored());
    if (facts) return std::move(*facts);
    report.violations.push_back("the stored journal does not verify: " + facts.error().message);
    return std::nullopt;
}

void check_acknowledged(const Ledger& ledger, const JournalFacts& facts, Report& report) {
    std::map<CommandId, const StoredAnswer*> stored;
    for (const auto& answer : facts.answers) stored[answer.command] = &answer;
    for (const auto& [command, answer, receipt] : ledger.acknowledged) {
        const auto found = stored.find(command);
        const bool kept = found != stored.end() && found->second->answer == answer &&
                          found->second->place == receipt.answer;
        if (kept) continue;
        ++report.tally.lost;
        report.violations.push_back(text(answer) + " was acknowledged and is lost");
    }
}

void check_given(const Ledger& ledger, const JournalFacts& facts, Report& report) {
    std::set<CommandId> commands;
    std::set<std::pair<std::uint32_t, int>> numbers;
    std::set<std::pair<std::uint32_t, std::string>> items;
    for (const auto& [command, answer, place, remaining] : facts.answers) {
        const auto given = ledger.given.find(command);
        const bool is_own = given != ledger.given.end() && given->second == answer;
        const bool is_first = commands.insert(command).second &&
                              numbers.emplace(answer.candidate, answer.number).second &&
                              items.emplace(answer.candidate, answer.item).second;
        if (ledger.refused.contains(command))
            report.violations.push_back(text(answer) + " is recorded although it was refused");
        if (is_own && is_first) continue;
        ++report.tally.doubled;
        report.violations.push_back(text(answer) +
                                    (is_own ? " is recorded twice" : " was given by nobody"));
    }
}

/// A page that was left stays left, and nobody is said to have left one who has not.
void check_looked_away(const Ledger& ledger, const JournalFacts& facts, Report& report) {
    for (const auto& [candidate, item] : ledger.heard_away)
        if (!facts.looked_away.contains({candidate, item}))
            report.violations.push_back(fmt::format(
                "candidate {} has left the page of {}, which is lost", candidate, item));
    for (const auto& [candidate, item] : facts.looked_away)
        if (!ledger.looked_away.contains({candidate, item}))
            report.violations.push_back(
                fmt::format("candidate {} has not left the page of {}", candidate, item));
}

/// What invigilators and candidates were told is done is in the journal.
void check_acts(const Ledger& ledger, const JournalFacts& facts, Report& report) {
    for (const auto& key : ledger.acts_done)
        if (!facts.acts.contains(key))
            report.violations.push_back(fmt::format("the act {} was done and is lost", key.hex()));
    for (const auto& [candidate, item] : ledger.reports_heard)
        if (!facts.reported.contains({candidate, item}))
            report.violations.push_back(
                fmt::format("candidate {} has reported {}, which is lost", candidate, item));
}

/// A request that comes late never acts at the question that took the place of its own.
void check_opened(const Ledger& ledger, const JournalFacts& facts, Report& report) {
    for (const auto& [candidate, item] : facts.opened)
        if (!ledger.opened.contains({candidate, item}))
            report.violations.push_back(
                fmt::format("candidate {} has not opened {}", candidate, item));
}

/// Nobody is held for ever.
void check_released(const JournalFacts& facts, Report& report) {
    for (const auto& [number, candidate] : facts.session.candidates)
        if (!candidate.holds.empty())
            report.violations.push_back(fmt::format("candidate {} is still held", number.value));
    if (facts.session.paused) report.violations.push_back("the room is still paused");
}

bool is_signed(const room::AnswerReceipt& receipt, const SessionId& session,
               const JournalFacts& facts) {
    const auto key = facts.epoch_keys.find(receipt.signature->epoch);
    return key != facts.epoch_keys.end() && receipt.signature->epoch >= receipt.answer.epoch &&
           seal::verify(key->second, room::receipt_statement(session, receipt.answer),
                        receipt.signature->bytes);
}

void check_receipts(const Evidence& evidence, const JournalFacts& facts, Report& report) {
    const auto& session = evidence.stage.authorisation.session;
    for (const auto& [command, answer, receipt] : evidence.ledger.acknowledged)
        // Unsigned only when given after the seal, which is the proof then.
        if (receipt.signature && !is_signed(receipt, session, facts))
            report.violations.push_back("the receipt of " + text(answer) + " is not signed");
}

void check_deadlines(const Evidence& evidence, const JournalFacts& facts, Report& report) {
    if (evidence.plan.deadline_policy != adaptive::DeadlinePolicy::close) return;
    for (const auto& stored : facts.answers)
        if (stored.remaining < Duration{0})
            report.violations.push_back(text(stored.answer) + " came after the deadline");
}

void check_tests(const Evidence& evidence, const JournalFacts& facts, Report& report) {
    const auto length =
        evidence.stage.pack.certification_version.configuration.maximum_assessment_length;
    for (const auto& [number, candidate] : facts.session.candidates)
        if (candidate.outcome && candidate.outcome->reason == exam::FinishReason::completed &&
            candidate.answers() != length)
            report.violations.push_back(fmt::format("candidate {} completed with {} answers",
                                                    number.value, candidate.answers()));
}

Result<void> verify_bundle(const Evidence& evidence, const JournalFacts& facts) {
    const auto& stage = evidence.stage;
    const auto path = evidence.box.outbox() / (stage.authorisation.session.hex() + ".preau");
    const auto file = read_file(path, limits::bundle_bytes_max);
    if (!file) return fail(file.error());
    const auto bytes = seal::age_decrypt(*file, stage.recipient_key);
    if (!bytes) return fail(bytes.error());
    const auto bundle = seal::read_bundle(*bytes);
    if (!bundle) return fail(bundle.error());
    const auto manifest = seal::open_manifest(bundle->manifest, stage.box_key.public_key());
    if (!manifest) return fail(manifest.error());
    const auto authorisation =
        seal::open_authorisation(bundle->authorisation, stage.central_key.public_key());
    if (!authorisation) return fail(authorisation.error());
    if (auto agree = record::check_agreement(*manifest, *authorisation); !agree) return agree;
    const auto sealed =
        record::verify_sealed_session(*bundle, *manifest, *authorisation, stage.trust().boxes);
    if (!sealed) return fail(sealed.error());
    if (sealed->session != facts.session)
        return fail(Error::malformed("the bundle tells another session than the journal"));
    for (const auto& [candidate, what] :
         record::rescore(sealed->history, record::content_of(stage.pack)))
        return fail(Error::malformed(fmt::format("candidate {}: {}", candidate.value, what)));
    return {};
}

}  // namespace

void check_journal(const Evidence& evidence, Report& report) {
    const auto facts = facts_of(evidence, report);
    if (!facts) return;
    if (facts->session != evidence.box.live().state())
        report.violations.push_back("the state is not the replay of the journal");
    if (evidence.box.live().now() < facts->last_tick)
        report.violations.push_back("the session's clock is behind its journal");
    report.violations.insert(report.violations.end(), facts->violations.begin(),
                             facts->violations.end());
    check_acknowledged(evidence.ledger, *facts, report);
    check_given(evidence.ledger, *facts, report);
    check_looked_away(evidence.ledger, *facts, report);
    check_acts(evidence.ledger, *facts, report);
    check_opened(evidence.ledger, *facts, report);
}

void check_sealed(const Evidence& evidence, Report& report) {
    const auto facts = facts_of(evidence, report);
    if (!facts) return;
    if (!facts->session.finalised || facts->last_type != record::Type::checkpoint)
        report.violations.push_back("the journal does not end with its seal");
    report.tally.met.insert(facts->kinds.begin(), facts->kinds.end());
    check_receipts(evidence, *facts, report);
    check_deadlines(evidence, *facts, report);
    check_tests(evidence, *facts, report);
    check_released(*facts, report);
    if (const auto verified = verify_bundle(evidence, *facts); !verified)
        report.violations.push_back("the bundle: " + verified.error().message);
}

}  // namespace preau::sim
