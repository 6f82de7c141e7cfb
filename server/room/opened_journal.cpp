// SPDX-License-Identifier: Apache-2.0
#include "room/opened_journal.hpp"

namespace preau::room {

Result<OpenedJournal> open_journal(const record::ChainTrust& trust,
                                   std::span<const record::Entry> entries) {
    OpenedJournal opened;
    opened.statements = CandidateStatements(trust.session, trust.box);
    record::ChainReader reader(trust);
    reader.watch([&](const exam::Fact& fact, const record::Header& header, const Hash& leaf) {
        opened.timeline.note(fact.event, fact.stamp.wall);
        opened.dates.note(fact.stamp.tick, fact.stamp.wall);
        opened.statements.add(fact.event, {header.epoch, header.sequence, leaf, fact.stamp.wall},
                              *reader.epoch_key());
        if (const auto* enrolled = std::get_if<exam::event::CandidateEnrolled>(&fact.event))
            opened.namesakes.enrol(enrolled->enrolment);
        const auto* answer = std::get_if<exam::event::AnswerRecorded>(&fact.event);
        if (answer == nullptr) return;
        opened.answers[{answer->candidate, answer->number}] = {header.epoch, header.sequence, leaf,
                                                               fact.stamp.tick};
    });
    for (const auto& entry : entries)
        if (auto read = reader.read(entry); !read) return fail(std::move(read.error()));
    opened.position = reader.position();
    opened.checkpoint = reader.checkpoint();
    opened.state = std::move(reader).take_session();
    return opened;
}

}  // namespace preau::room
