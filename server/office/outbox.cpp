// SPDX-License-Identifier: Apache-2.0
#include "office/outbox.hpp"

#include "base/file.hpp"
#include "base/log.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "seal/bundle.hpp"
#include "seal/manifest.hpp"
#include "seal/names.hpp"

namespace preau::office {

namespace {

using Entries = std::vector<record::Entry>;

seal::TreeHead tree_of(const Entries& entries) {
    seal::MerkleTree tree;
    for (const auto& entry : entries) tree.append(entry.leaf);
    return {tree.size(), tree.root()};
}

std::map<std::uint16_t, std::uint64_t> counts_of(const Entries& entries) {
    std::map<std::uint16_t, std::uint64_t> counts;
    for (const auto& entry : entries)
        if (const auto header = record::decode(entry.header)) ++counts[header->type];
    return counts;
}

seal::Manifest manifest_of(const room::LiveSession& session, const Entries& entries,
                           const record::BoxIdentity& box, Clock& clock) {
    return {.audience = std::string(seal::kCentral),
            .box = box.name,
            .session = session.row().id,
            .number = session.row().number,
            .first_event = 0,
            .event_count = entries.size(),
            .tree = tree_of(entries),
            .candidates = static_cast<std::uint32_t>(session.state().candidates.size()),
            .counts = counts_of(entries),
            .software = box.software,
            .pack_id = session.pack().id,
            .pack_version = session.pack().version,
            .pack_hash = session.pack().hash,
            .created = clock.wall_now(),
            .created_quality = clock.quality()};
}

/// The checkpoint that seals the session is its last record.
Result<std::string> sealing_note(const Entries& entries) {
    const auto payload = json::read(as_text(entries.back().payload));
    if (!payload) return fail(payload.error());
    const auto* note = payload->find("note");
    if (note == nullptr || note->text() == nullptr)
        return fail(Error::malformed("the last record is not the checkpoint that seals"));
    return *note->text();
}

Result<Bytes> make_bundle(const room::LiveSession& session, store::Journal& journal,
                          const record::BoxIdentity& box, Clock& clock) {
    const auto entries = journal.load(session.row().id);
    if (!entries) return fail(entries.error());
    auto note = sealing_note(*entries);
    if (!note) return fail(std::move(note.error()));
    seal::Bundle bundle;
    bundle.manifest = seal::sign_manifest(manifest_of(session, *entries, box, clock), box.key);
    bundle.authorisation = session.row().authorisation;
    bundle.note = std::move(*note);
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const auto& entry = (*entries)[i];
        bundle.headers.push_back(entry.header);
        bundle.payloads.push_back({i, entry.salt, entry.payload});
    }
    return seal::write_bundle(bundle);
}

}  // namespace

Result<void> write_missing_bundles(const room::Room& room, store::Journal& journal,
                                   const record::BoxIdentity& box, Clock& clock,
                                   const std::filesystem::path& folder) {
    for (const auto& session : room.sessions()) {
        const auto path = folder / (session->row().id.hex() + ".preau");
        if (!session->sealed() || std::filesystem::exists(path)) continue;
        const auto bundle = make_bundle(*session, journal, box, clock);
        if (!bundle) return fail(bundle.error());
        if (auto written = write_file(path, *bundle); !written) return written;
        log::info("bundle.written", {{"session", session->row().number}, {"file", path.string()}});
    }
    return {};
}

}  // namespace preau::office
