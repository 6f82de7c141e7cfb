// SPDX-License-Identifier: Apache-2.0
#include "record/sealed_session.hpp"

#include "json/read.hpp"
#include "record/verification_code.hpp"
#include "seal/code.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::record {

namespace {

constexpr Duration kWindowTolerance = minutes(10);  // to decide, draw the codes and write

Failure<Error> wrong(std::string_view what) { return fail(Error::malformed(std::string(what))); }

std::map<std::uint16_t, std::uint64_t> counts_of(const std::vector<Entry>& entries) {
    std::map<std::uint16_t, std::uint64_t> counts;
    for (const auto& entry : entries)
        if (const auto header = decode(entry.header)) ++counts[header->type];
    return counts;
}

/// The note in the journal's last record, which the reader has verified.
Result<void> check_note(const seal::Bundle& bundle, const Entry& last) {
    const auto payload = json::read(as_text(last.payload));
    if (!payload) return fail(payload.error());
    const auto* note = payload->find("note");
    if (note == nullptr || note->text() == nullptr || *note->text() != bundle.note)
        return wrong("the note is not the one of the journal's last record");
    return {};
}

Result<void> check_tree(const seal::Manifest& manifest, const Position& position) {
    if (manifest.first_event != 0 || manifest.event_count != position.size() ||
        manifest.tree.size != position.size())
        return wrong("the manifest states another number of records");
    if (manifest.tree.root != position.tree.root())
        return wrong("the manifest states another root than the records have");
    return {};
}

/// The box looked at the window before it wrote the first record. Outside it somebody gave a name
/// and a reason: that is for the platform to confirm, and no reason to refuse.
Result<void> check_window(const seal::Authorisation& authorisation, const Entry& first) {
    const auto header = decode(first.header);
    if (!header) return fail(header.error());
    if (header->wall < authorisation.not_before ||
        header->wall > authorisation.not_after + kWindowTolerance)
        return wrong(fmt::format("the session was opened at {}, authorised from {} to {}",
                                 to_iso8601(header->wall), to_iso8601(authorisation.not_before),
                                 to_iso8601(authorisation.not_after)));
    return {};
}

/// What the box keeps once the answers are erased is what they came to.
Result<void> check_minutes(const SealedSession& sealed, const seal::Authorisation& authorisation) {
    if (!sealed.session.minutes) return wrong("the minutes of the session are missing");
    for (const auto& [number, candidate] : sealed.session.candidates) {
        if (!candidate.outcome) continue;
        const auto found = sealed.session.candidate_minutes.find(number);
        const auto* statement = sealed.statements.of(number);
        if (found == sealed.session.candidate_minutes.end())
            return wrong(fmt::format("candidate {}: the minutes are missing", number.value));
        if (statement == nullptr ||
            found->second.receipt_code != seal::receipt_code(seal::encode(*statement)))
            return wrong(
                fmt::format("candidate {}: the minutes state another receipt", number.value));
        if (found->second.verification_code != verification_code_of(authorisation, number))
            return wrong(fmt::format("candidate {}: the minutes state another verification code",
                                     number.value));
    }
    return {};
}

Result<void> check_meaning(const seal::Manifest& manifest, const seal::Authorisation& authorisation,
                           const SealedSession& sealed) {
    const auto& session = sealed.session;
    const auto& sheet = session.sheet;
    if (!session.finalised) return wrong("the session was not finalised");
    if (!session.window_override)
        if (auto in_time = check_window(authorisation, sealed.entries.front()); !in_time)
            return in_time;
    if (sheet.number != manifest.number || sheet.pack != authorisation.pack_id ||
        sheet.pack_hash != authorisation.pack_hash)
        return wrong("the session was opened otherwise than authorised");
    const auto on_roster = std::ranges::count_if(
        session.candidates, [](const auto& entry) { return !entry.second.late; });
    const auto seats = manifest.session == authorisation.session ? authorisation.max_candidates
                                                                 : authorisation.local.seats;
    if (static_cast<std::size_t>(on_roster) > seats)
        return wrong(fmt::format("{} candidates, {} are authorised", on_roster, seats));
    if (session.candidates.size() != manifest.candidates)
        return wrong("the manifest states another number of candidates");
    if (counts_of(sealed.entries) != manifest.counts)
        return wrong("the manifest states other numbers of events");
    return check_minutes(sealed, authorisation);
}

/// Only boxes that the authorisation names may have written.
BoxKeys authorised(const BoxKeys& known, const seal::Authorisation& authorisation) {
    BoxKeys boxes;
    for (const auto& [name, key] : known)
        if (std::ranges::find(authorisation.boxes, name) != authorisation.boxes.end())
            boxes.emplace(name, key);
    return boxes;
}

/// The journal, from the first record to the last, as those boxes wrote it.
class Reading {
  public:
    explicit Reading(ChainTrust trust) : statements_(trust.session), reader_(std::move(trust)) {
        reader_.watch([this](const exam::Fact& fact, const Header& header, const Hash& leaf) {
            statements_.add(fact.event, {header.sequence, leaf, fact.stamp.wall},
                            *reader_.epoch_verifier());
            history_.push_back(fact);
        });
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    ChainReader& reader() { return reader_; }

    SealedSession sealed(std::vector<Entry> entries) && {
        const auto checkpoint = *reader_.checkpoint();
        return {std::move(entries), std::move(history_), std::move(reader_).take_session(),
                std::move(statements_), checkpoint};
    }

  private:
    CandidateStatements statements_;
    std::vector<exam::Fact> history_;
    ChainReader reader_;
};

/// The session itself, or one that the box created under a number that it was given for that.
bool is_authorised(const seal::Authorisation& authorisation, const SessionId& session,
                   const std::string& number) {
    if (session == authorisation.session) return number == authorisation.number;
    const auto& numbers = authorisation.local.numbers;
    return std::ranges::find(numbers, number) != numbers.end() &&
           session == seal::local_session_id(authorisation.session, number);
}

}  // namespace

Result<void> check_agreement(const seal::Manifest& manifest,
                             const seal::Authorisation& authorisation) {
    if (manifest.audience != seal::kCentral)
        return wrong(fmt::format("the bundle is for another platform ({})", manifest.audience));
    if (!is_authorised(authorisation, manifest.session, manifest.number))
        return wrong("manifest and authorisation are of different sessions");
    if (std::ranges::find(authorisation.boxes, manifest.box) == authorisation.boxes.end())
        return wrong(fmt::format("the authorisation is not for box {}", manifest.box));
    if (manifest.pack_id != authorisation.pack_id ||
        manifest.pack_version != authorisation.pack_version ||
        manifest.pack_hash != authorisation.pack_hash)
        return wrong("the session was held with another pack than the authorised one");
    return {};
}

Result<std::vector<Entry>> entries_of(const seal::Bundle& bundle) {
    std::vector<Entry> entries;
    entries.reserve(bundle.headers.size());
    for (std::size_t i = 0; i < bundle.headers.size(); ++i) {
        if (i >= bundle.payloads.size() || bundle.payloads[i].sequence != i)
            return wrong(fmt::format("record {}: its payload is missing", i));
        const auto& payload = bundle.payloads[i];
        const auto& header = bundle.headers[i];
        entries.push_back({header, seal::leaf_hash(header), payload.salt, payload.bytes});
    }
    return entries;
}

Result<SealedSession> verify_sealed_session(const seal::Bundle& bundle,
                                            const seal::Manifest& manifest,
                                            const seal::Authorisation& authorisation,
                                            const BoxKeys& boxes) {
    auto entries = entries_of(bundle);
    if (!entries) return fail(std::move(entries.error()));
    const auto hash = seal::sha256(as_bytes(seal::write_authorisation(authorisation)));
    Reading reading({manifest.session, hash, authorised(boxes, authorisation)});
    auto& reader = reading.reader();
    if (auto read = reader.read_all(*entries); !read) return fail(std::move(read.error()));
    if (reader.last_type() != Type::checkpoint)
        return wrong("the last record is not the checkpoint that seals the session");
    if (reader.position().box != manifest.box)
        return wrong("the manifest is by another box than the last one that wrote");
    if (auto tree = check_tree(manifest, reader.position()); !tree)
        return fail(std::move(tree.error()));
    if (auto note = check_note(bundle, entries->back()); !note)
        return fail(std::move(note.error()));
    auto sealed = std::move(reading).sealed(std::move(*entries));
    if (auto meaning = check_meaning(manifest, authorisation, sealed); !meaning)
        return fail(std::move(meaning.error()));
    return sealed;
}

}  // namespace preau::record
