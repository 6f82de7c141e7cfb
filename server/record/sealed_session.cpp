// SPDX-License-Identifier: Apache-2.0
#include "record/sealed_session.hpp"

#include "json/read.hpp"
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

/// The box looked at the window before it wrote the first record.
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

Result<void> check_meaning(const seal::Manifest& manifest, const seal::Authorisation& authorisation,
                           const SealedSession& sealed) {
    const auto& session = sealed.session;
    const auto& sheet = session.sheet;
    if (!session.finalised) return wrong("the session was not finalised");
    if (auto in_time = check_window(authorisation, sealed.entries.front()); !in_time)
        return in_time;
    if (sheet.number != authorisation.number || sheet.pack != authorisation.pack_id ||
        sheet.pack_hash != authorisation.pack_hash)
        return wrong("the session was opened otherwise than authorised");
    if (session.candidates.size() > authorisation.max_candidates)
        return wrong(fmt::format("{} candidates, {} are authorised", session.candidates.size(),
                                 authorisation.max_candidates));
    if (session.candidates.size() != manifest.candidates)
        return wrong("the manifest states another number of candidates");
    if (counts_of(sealed.entries) != manifest.counts)
        return wrong("the manifest states other numbers of events");
    return {};
}

}  // namespace

Result<void> check_agreement(const seal::Manifest& manifest,
                             const seal::Authorisation& authorisation) {
    if (manifest.audience != seal::kCentral)
        return wrong(fmt::format("the bundle is for another platform ({})", manifest.audience));
    if (manifest.session != authorisation.session || manifest.number != authorisation.number)
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
                                            const seal::PublicKey& box_key) {
    auto entries = entries_of(bundle);
    if (!entries) return fail(std::move(entries.error()));
    const auto authorised = seal::sha256(as_bytes(seal::write_authorisation(authorisation)));
    ChainReader reader({manifest.session, authorised, manifest.box, box_key});
    std::vector<exam::Fact> history;
    reader.watch(
        [&](const exam::Fact& fact, const Header&, const Hash&) { history.push_back(fact); });
    for (const auto& entry : *entries)
        if (auto read = reader.read(entry); !read) return fail(std::move(read.error()));
    if (reader.last_type() != Type::checkpoint)
        return wrong("the last record is not the checkpoint that seals the session");
    if (auto tree = check_tree(manifest, reader.position()); !tree)
        return fail(std::move(tree.error()));
    if (auto note = check_note(bundle, entries->back()); !note)
        return fail(std::move(note.error()));
    const auto checkpoint = *reader.checkpoint();
    SealedSession sealed{std::move(*entries), std::move(history), std::move(reader).take_session(),
                         checkpoint};
    if (auto meaning = check_meaning(manifest, authorisation, sealed); !meaning)
        return fail(std::move(meaning.error()));
    return sealed;
}

}  // namespace preau::record
