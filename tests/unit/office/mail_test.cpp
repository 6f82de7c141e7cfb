// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "office/outbox.hpp"
#include "office/receipts.hpp"
#include "seal/age.hpp"
#include "seal/bundle.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/hash.hpp"
#include "seal/manifest.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;

namespace {

constexpr std::string_view kReceiptKey = "preau.example/central/receipt-test";
constexpr std::int64_t kReceivedAt = 1'790'000'500;

/// A sealed session, its mail folder, and the platform at the other end.
struct Mail {
    SmallRoom room;
    test::TempDir folder;
    test::SeededEntropy entropy{3};
    seal::SigningKey platform = seal::SigningKey::generate(entropy);
    seal::EncryptionKey recipient = seal::EncryptionKey::generate(entropy);
    office::Outbox outbox{folder.path()};
    office::Receipts receipts{
        room.journal(),
        {{std::string(kReceiptKey), seal::NoteKeyType::cosignature_v1, platform.public_key()}}};

    Mail() {
        room.start(1);
        room.finish(1);
        room.finalise();
    }

    const SessionId& session() const { return room.authorisation().session; }
    std::filesystem::path bundle_file() const { return outbox.bundle_path(session()); }
    std::filesystem::path note_file() const { return outbox.note_path(session()); }
    office::Sender sender() {
        return {room.box(), room.clock(), room.entropy(), {recipient.recipient()}};
    }
    Result<void> write() {
        return office::write_missing_bundles(room.room(), room.journal(), sender(), outbox);
    }
    Result<void> erase() {
        return office::erase_sent_answers(room.room(), room.journal(), room.box().key.public_key(),
                                          outbox);
    }
    Bytes file() const { return read_file(bundle_file(), 10'000'000).value(); }
    seal::Bundle bundle() {
        REQUIRE(write().has_value());
        const auto bytes = seal::age_decrypt(file(), recipient);
        REQUIRE(bytes.has_value());
        auto bundle = seal::read_bundle(*bytes);
        REQUIRE(bundle.has_value());
        return std::move(*bundle);
    }
    void put_receipt(std::string_view note) {
        REQUIRE(write_file(folder.path() / (room.authorisation().session.hex() + ".receipt"),
                           as_bytes(note))
                    .has_value());
    }
    std::size_t collected() {
        const auto received = receipts.collect(folder.path(), room.room());
        REQUIRE(received.has_value());
        return received->size();
    }
    std::string receipt(std::string_view note) {
        return *seal::cosign(note, kReceiptKey, platform, kReceivedAt);
    }
};

}  // namespace

TEST_CASE("an open session has no bundle") {
    SmallRoom room;
    const test::TempDir folder;
    const office::Outbox outbox(folder.path());
    const office::Sender sender{room.box(), room.clock(), room.entropy(), {}};
    REQUIRE(office::write_missing_bundles(room.room(), room.journal(), sender, outbox));
    REQUIRE(office::erase_sent_answers(room.room(), room.journal(), room.box().key.public_key(),
                                       outbox));
    CHECK(std::filesystem::is_empty(folder.path()));
    CHECK_FALSE(room.session().answers_erased());
}

TEST_CASE("a bundle holds the stored journal, signed by the box, and is written once") {
    Mail mail;
    const auto bundle = mail.bundle();
    const auto entries = mail.room.entries();
    REQUIRE(bundle.headers.size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(bundle.headers[i] == entries[i].header);
        CHECK(bundle.payloads[i].bytes == entries[i].payload);
    }
    const auto manifest = seal::open_manifest(bundle.manifest, mail.room.box().key.public_key());
    REQUIRE(manifest.has_value());
    CHECK(manifest->event_count == entries.size());
    const auto written = std::filesystem::last_write_time(mail.bundle_file());
    mail.room.clock().pass(seconds(9));
    REQUIRE(mail.write().has_value());
    CHECK(std::filesystem::last_write_time(mail.bundle_file()) == written);
}

TEST_CASE("a box that died before it wrote the bundle writes it when it starts again") {
    Mail mail;
    mail.room.reopen();
    CHECK(mail.bundle().headers.size() == mail.room.entries().size());
}

TEST_CASE("a receipt that the platform did not sign, or for another journal, is refused") {
    Mail mail;
    const auto note = mail.bundle().note;
    SECTION("no signature of the platform") { mail.put_receipt(note); }
    SECTION("signed by somebody else") {
        mail.put_receipt(*seal::cosign(note, kReceiptKey, mail.room.box().key, kReceivedAt));
    }
    SECTION("over another tree") {
        const auto other = seal::sign_checkpoint({"preau.example/box/BOX-TEST/session/00", 3, {}},
                                                 "x", mail.room.box().key);
        mail.put_receipt(mail.receipt(other));
    }
    SECTION("not a note") { mail.put_receipt("received, thank you\n"); }
    CHECK(mail.collected() == 0);
    CHECK_FALSE(mail.receipts.received_at(mail.room.authorisation().session).has_value());
}

TEST_CASE("the platform's receipt is verified, shown and kept over a restart") {
    Mail mail;
    mail.put_receipt(mail.receipt(mail.bundle().note));
    CHECK(mail.collected() == 1);
    CHECK(mail.collected() == 0);
    const auto session = mail.room.authorisation().session;
    CHECK(mail.receipts.received_at(session) == WallTime{kReceivedAt * 1000});
    office::Receipts again{mail.room.journal(),
                           {{std::string(kReceiptKey), seal::NoteKeyType::cosignature_v1,
                             mail.platform.public_key()}}};
    REQUIRE(again.open(mail.room.room()).has_value());
    CHECK(again.received_at(session) == WallTime{kReceivedAt * 1000});
}

TEST_CASE("a bundle is encrypted, and the note beside it names its bytes, signed by the box") {
    Mail mail;
    REQUIRE(mail.write().has_value());
    const auto file = mail.file();
    CHECK(as_text(file).starts_with("age-encryption.org/v1\n"));
    CHECK(as_text(file).find("Nom") == std::string_view::npos);
    const auto text = read_file(mail.note_file(), 8192).value();
    const auto note = seal::open_bundle_note(as_text(text), mail.room.box().key.public_key());
    REQUIRE(note.has_value());
    CHECK(*note == seal::BundleNote{"BOX-TEST", seal::sha256(file), file.size(), mail.session()});
    test::SeededEntropy entropy(99);
    CHECK_FALSE(seal::age_decrypt(file, seal::EncryptionKey::generate(entropy)).has_value());
}

TEST_CASE("answers are erased once the bundle and its note are whole, and not before") {
    Mail mail;
    const auto is_erased = [&] { return mail.room.session().answers_erased(); };
    REQUIRE(mail.erase().has_value());
    CHECK_FALSE(is_erased());
    REQUIRE(mail.write().has_value());
    const auto file = mail.file();
    SECTION("the note is missing") { std::filesystem::remove(mail.note_file()); }
    SECTION("the bundle is missing") { std::filesystem::remove(mail.bundle_file()); }
    SECTION("the bundle is cut") {
        REQUIRE(write_file(mail.bundle_file(), ByteView(file).first(file.size() - 1)));
    }
    SECTION("the bundle is another") {
        auto other = file;
        other.back() ^= 1;
        REQUIRE(write_file(mail.bundle_file(), other));
    }
    SECTION("the note is somebody else's") {
        const seal::BundleNote note{"BOX-TEST", seal::sha256(file), file.size(), mail.session()};
        REQUIRE(
            write_file(mail.note_file(), as_bytes(seal::sign_bundle_note(note, mail.platform))));
    }
    REQUIRE(mail.erase().has_value());
    CHECK_FALSE(is_erased());
    mail.room.reopen();
    REQUIRE(mail.write().has_value());
    REQUIRE(mail.erase().has_value());
    CHECK(is_erased());
    const auto written = std::filesystem::last_write_time(mail.bundle_file());
    REQUIRE(mail.write().has_value());
    CHECK(std::filesystem::last_write_time(mail.bundle_file()) == written);
}

TEST_CASE("a journal that the platform would refuse is neither sent nor erased") {
    Mail mail;
    auto sender = mail.sender();
    const auto other = seal::SigningKey::generate(mail.entropy);
    const office::Sender by_another{
        {"BOX-OTHER", other, "test"}, sender.clock, sender.entropy, sender.recipients};
    const auto made = office::make_bundle(mail.room.session(), mail.room.journal(), by_another);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().message.find("would be refused") != std::string::npos);
}
