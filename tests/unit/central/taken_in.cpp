// SPDX-License-Identifier: Apache-2.0
#include "unit/central/taken_in.hpp"

#include "central/ingest_problem.hpp"
#include "central/schema.hpp"
#include "json/read.hpp"
#include "record/content.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

namespace preau::test {

namespace {

seal::SigningKey key_of(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seal::SigningKey::from_seed(seed);
}

void hold(SmallRoom& room, bool right) {
    room.start(1);
    room.finish(1);
    room.start(2);
    for (int i = 0; i < 22; ++i) room.does(room.answer(2, right || i % 2 == 0));
    room.finalise();
}

}  // namespace

seal::SigningKey platform_session_key() { return key_of(0x33); }

std::string note_in(const record::Entry& checkpoint) {
    const auto payload = json::read(as_text(checkpoint.payload));
    return *payload->find("note")->text();
}

SmallRoom& sealed_room() {
    static SmallRoom room;
    if (!room.session().sealed()) hold(room, false);
    return room;
}

SmallRoom& other_room() {
    static SmallRoom room;
    if (!room.session().sealed()) hold(room, true);
    return room;
}

BundleParts::BundleParts(SmallRoom& room)
    : authorisation(room.authorisation_text()),
      entries(room.entries()),
      note(note_in(entries.back())) {
    manifest.audience = seal::kCentral;
    manifest.box = "BOX-TEST";
    manifest.session = room.authorisation().session;
    manifest.number = room.authorisation().number;
    manifest.candidates = 3;
    manifest.software = "test";
    manifest.pack_id = room.pack().id;
    manifest.pack_version = room.pack().version;
    manifest.pack_hash = room.pack().hash;
    manifest.created = room.clock().wall_now();
    seal::MerkleTree tree;
    for (const auto& entry : entries) {
        tree.append(entry.leaf);
        ++manifest.counts[record::decode(entry.header)->type];
    }
    manifest.event_count = tree.size();
    manifest.tree = {tree.size(), tree.root()};
}

Bytes BundleParts::bytes(const seal::SigningKey& box_key) const {
    seal::Bundle bundle{.manifest = seal::sign_manifest(manifest, box_key),
                        .authorisation = authorisation,
                        .headers = {},
                        .payloads = {},
                        .note = note};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        bundle.headers.push_back(entries[i].header);
        bundle.payloads.push_back({i, entries[i].salt, entries[i].payload});
    }
    return seal::write_bundle(bundle);
}

Platform::Platform(std::string database)
    : database_(database.empty() ? central::database_in(folder_.path()) : std::move(database)),
      keys_{platform_session_key(), key_of(0x44), key_of(0x55), key_of(0x66), key_of(0x77)},
      blobs_(folder_.path() / "blobs"),
      content_(record::content_of(sealed_room().pack())) {
    reopen();
    auto& room = sealed_room();
    REQUIRE(register_->enrol_box("BOX-TEST", room.box().key.public_key(), clock_.wall_now()));
    REQUIRE(register_->add_authorisation(room.authorisation(), room.authorisation_text(), {},
                                         clock_.wall_now()));
}

void Platform::reopen() {
    register_.reset();
    auto opened = central::Register::open(database_, entropy_);
    if (!opened) FAIL(opened.error().message);
    register_.emplace(std::move(*opened));
}

central::Ingest Platform::ingest() {
    const auto source = [this](const Hash& hash) {
        return has_pack_ && hash == sealed_room().pack().hash ? &content_ : nullptr;
    };
    return central::Ingest({keys_, *register_, blobs_, source, clock_});
}

Result<std::string, central::Stop> Platform::take(ByteView bytes) {
    clock_.pass(seconds(1));
    return ingest().take(seal::sha256(bytes), bytes);
}

std::string Platform::fate(ByteView bytes) {
    const auto name = seal::sha256(bytes);
    REQUIRE(blobs_.keep(name, bytes));
    REQUIRE(register_->receive({.sha256 = name, .bytes = bytes.size(), .at = clock_.wall_now()}));
    clock_.pass(minutes(1));
    ingest().examine_kept(name);
    const auto known = register_->bundle(name).value();
    return std::string(central::word(known->state)) + ": " + known->code;
}

std::string Platform::verdict(ByteView bytes) {
    const auto taken = take(bytes);
    return taken ? "accepted" : std::string(central::code_of(taken.error().code));
}

bool Platform::keeps(ByteView bytes) const {
    const auto name = to_hex(seal::sha256(bytes)) + ".preau";
    return std::filesystem::exists(folder_.path() / "blobs" / name);
}

}  // namespace preau::test
