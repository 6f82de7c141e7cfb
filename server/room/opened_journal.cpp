// SPDX-License-Identifier: Apache-2.0
#include "room/opened_journal.hpp"

#include <algorithm>

namespace preau::room {

Result<OpenedJournal> open_journal(const record::ChainTrust& trust,
                                   std::span<const record::Entry> entries) {
    OpenedJournal opened;
    opened.statements = record::CandidateStatements(trust.session);
    record::ChainReader reader(trust);
    reader.watch([&](const exam::Fact& fact, const record::Header& header, const Hash& leaf) {
        opened.timeline.note(fact.event, fact.stamp.wall);
        opened.dates.note(fact.stamp.tick, fact.stamp.wall);
        opened.statements.add(fact.event, {header.sequence, leaf, fact.stamp.wall},
                              *reader.epoch_verifier());
        opened.namesakes.note(fact.event);
        const auto* answer = std::get_if<exam::event::AnswerRecorded>(&fact.event);
        if (answer == nullptr) return;
        opened.answers[{answer->candidate, answer->number}] = {header.epoch, header.sequence, leaf,
                                                               fact.stamp.tick};
    });
    if (auto read = reader.read_all(entries); !read) return fail(std::move(read.error()));
    opened.erased = std::ranges::any_of(entries, &record::Entry::erased);
    opened.position = reader.position();
    opened.checkpoint = reader.checkpoint();
    opened.epoch = reader.epoch_verifier();
    opened.state = std::move(reader).take_session();
    return opened;
}

}  // namespace preau::room
