// SPDX-License-Identifier: Apache-2.0
#include "sim/journal_facts.hpp"

#include "exam/words.hpp"
#include "record/header.hpp"

namespace preau::sim {

namespace {

Result<void> note_epoch_key(const record::Entry& entry, const Stage& stage, JournalFacts& facts) {
    const auto header = record::decode(entry.header);
    if (!header) return fail(header.error());
    if (header->type != static_cast<std::uint16_t>(record::Type::epoch_start)) return {};
    const auto epoch = record::verify_epoch(as_text(entry.payload), stage.box_key.public_key());
    if (!epoch) return fail(epoch.error());
    facts.epoch_keys[epoch->number] = epoch->key;
    return {};
}

}  // namespace

Result<JournalFacts> read_facts(const Stage& stage, const std::vector<record::Entry>& entries) {
    JournalFacts facts;
    record::ChainReader reader(stage.trust());
    const auto assessment = minutes(stage.pack.certification_version.assessment_duration_minutes);
    reader.watch([&](const exam::Event& event, const record::Header& header, const Hash& leaf) {
        const auto* answer = std::get_if<exam::event::AnswerRecorded>(&event);
        if (answer == nullptr) return;
        const auto tick = reader.position().tick(header.since_epoch);
        const auto& timing = reader.session().find(answer->candidate)->timing;
        facts.answers.push_back(
            {answer->command,
             {answer->candidate.value, answer->number, answer->item, answer->value},
             {header.epoch, header.sequence, leaf, tick},
             exam::remaining(timing, assessment, tick)});
    });
    for (const auto& entry : entries) {
        if (auto read = reader.read(entry); !read) return fail(std::move(read.error()));
        facts.kinds.emplace(record::name(*reader.last_type()));
        if (auto noted = note_epoch_key(entry, stage, facts); !noted)
            return fail(std::move(noted.error()));
    }
    facts.last_type = reader.last_type();
    facts.session = std::move(reader).take_session();
    for (const auto& [number, candidate] : facts.session.candidates)
        if (candidate.outcome) facts.kinds.emplace(exam::word(candidate.outcome->reason));
    return facts;
}

}  // namespace preau::sim
