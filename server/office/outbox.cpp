// SPDX-License-Identifier: Apache-2.0
#include "office/outbox.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "record/sealed_session.hpp"
#include "seal/age.hpp"
#include "seal/authorisation.hpp"
#include "seal/bundle.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/manifest.hpp"
#include "seal/names.hpp"

namespace preau::office {

namespace {

using Entries = std::vector<record::Entry>;

/// With what age adds: its head, and 16 bytes for each 64 KiB.
constexpr std::size_t kFileBytesMax =
    limits::bundle_bytes_max + limits::age_header_bytes_max + 32 * 1024;

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

seal::Manifest manifest_of(const room::LiveSession& session,
                           const seal::Authorisation& authorisation, const Entries& entries,
                           const Sender& sender) {
    return {.audience = std::string(seal::kCentral),
            .box = sender.box.name,
            .session = session.row().id,
            .number = session.row().number,
            .first_event = 0,
            .event_count = entries.size(),
            .tree = tree_of(entries),
            .candidates = static_cast<std::uint32_t>(session.state().candidates.size()),
            .counts = counts_of(entries),
            .software = sender.box.software,
            .pack_id = authorisation.pack_id,
            .pack_version = authorisation.pack_version,
            .pack_hash = authorisation.pack_hash,
            .created = sender.clock.wall_now(),
            .created_quality = sender.clock.quality(),
            .campaign = authorisation.campaign,
            .boot_count = sender.papers.boot_count,
            .root_version = sender.papers.root_version,
            .timestamp_version = sender.papers.timestamp_version};
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

/// Verified when the session was created; the journal's first record holds its hash.
Result<seal::Authorisation> authorisation_of(const room::LiveSession& session) {
    const auto payload =
        seal::unverified_payload(session.row().authorisation, seal::kAuthorisationType);
    if (!payload) return fail(payload.error());
    return seal::read_authorisation(*payload);
}

/// What the platform would refuse must not be all that is left of a session.
Result<void> check_as_the_platform_will(ByteView bytes, const seal::Manifest& manifest,
                                        const seal::Authorisation& authorisation,
                                        const record::BoxKeys& boxes) {
    const auto bundle = seal::read_bundle(bytes);
    if (!bundle) return fail(bundle.error());
    if (auto agree = record::check_agreement(manifest, authorisation); !agree) return agree;
    const auto sealed = record::verify_sealed_session(*bundle, manifest, authorisation, boxes);
    if (!sealed) return fail(sealed.error());
    return {};
}

}  // namespace

Result<Bytes> make_bundle(const room::LiveSession& session, store::Journal& journal,
                          const Sender& sender) {
    const auto entries = journal.load(session.row().id);
    if (!entries) return fail(entries.error());
    auto note = sealing_note(*entries);
    if (!note) return fail(std::move(note.error()));
    const auto authorisation = authorisation_of(session);
    if (!authorisation) return fail(authorisation.error());
    const auto manifest = manifest_of(session, *authorisation, *entries, sender);
    seal::Bundle bundle;
    bundle.manifest = seal::sign_manifest(manifest, sender.box.key);
    bundle.authorisation = session.row().authorisation;
    bundle.certificates = sender.papers.certificates;
    bundle.note = std::move(*note);
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const auto& entry = (*entries)[i];
        bundle.headers.push_back(entry.header);
        if (!entry.erased()) bundle.payloads.push_back({i, entry.salt, entry.payload});
    }
    auto bytes = seal::write_bundle(bundle);
    if (auto good =
            check_as_the_platform_will(bytes, manifest, *authorisation, session.known_boxes());
        !good)
        return fail(std::move(good.error()).with_context("the bundle would be refused"));
    return bytes;
}

std::filesystem::path Outbox::bundle_path(const SessionId& session) const {
    return folder_ / (session.hex() + ".preau");
}

std::filesystem::path Outbox::note_path(const SessionId& session) const {
    return folder_ / (session.hex() + ".preau.sig");
}

bool Outbox::holds(const room::LiveSession& session, const seal::PublicKey& box) const {
    const auto& id = session.row().id;
    const auto text = read_file(note_path(id), limits::note_bytes_max);
    if (!text) return false;
    const auto note = seal::open_bundle_note(as_text(*text), box);
    if (!note || note->session != id) return false;
    const auto file = read_file(bundle_path(id), kFileBytesMax);
    return file && file->size() == note->file_size && seal::sha256(*file) == note->file_hash;
}

Result<void> Outbox::put(const room::LiveSession& session, ByteView bundle,
                         const Sender& sender) const {
    const auto& id = session.row().id;
    const auto file = seal::age_encrypt(bundle, sender.recipients, sender.entropy);
    if (!file) return fail(file.error());
    // The old note would be of another file.
    std::error_code absent;
    std::filesystem::remove(note_path(id), absent);
    if (auto written = write_file(bundle_path(id), *file); !written) return written;
    const auto note = seal::sign_bundle_note({.box = sender.box.name,
                                              .file_hash = seal::sha256(*file),
                                              .file_size = file->size(),
                                              .session = id},
                                             sender.box.key);
    return write_file(note_path(id), as_bytes(note));
}

Result<void> write_missing_bundles(const room::Room& room, store::Journal& journal,
                                   const Sender& sender, const Outbox& outbox) {
    for (const auto& session : room.sessions()) {
        if (!session->sealed() || session->answers_erased()) continue;
        if (outbox.holds(*session, sender.box.key.public_key())) continue;
        const auto bundle = make_bundle(*session, journal, sender);
        if (!bundle) return fail(bundle.error());
        if (auto written = outbox.put(*session, *bundle, sender); !written) return written;
        const auto path = outbox.bundle_path(session->row().id);
        log::info("bundle.written", {{"session", session->row().number}, {"file", path.string()}});
    }
    return {};
}

Result<void> erase_sent_answers(room::Room& room, store::Journal& journal,
                                const seal::PublicKey& box, const Outbox& outbox) {
    for (const auto& session : room.sessions()) {
        if (!session->sealed() || session->answers_erased() || !outbox.holds(*session, box))
            continue;
        if (auto erased = journal.erase_answers(session->row().id); !erased) return erased;
        if (auto forgotten = room.forget_answers(*session); !forgotten) return forgotten;
        log::info("answers.erased", {{"session", session->row().number}});
    }
    return {};
}

}  // namespace preau::office
