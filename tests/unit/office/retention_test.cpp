// SPDX-License-Identifier: Apache-2.0
#include "office/retention.hpp"

#include "base/file.hpp"
#include "json/read.hpp"
#include "office/outbox.hpp"
#include "seal/checkpoint.hpp"
#include "seal/envelope.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <fmt/format.h>

using namespace preau;
using test::SmallRoom;

namespace {

constexpr std::string_view kAudience = "preau.example/central";
constexpr std::int64_t kDay = 24 * 60;  // minutes

/// The platform's keys, each with one role.
struct Platform {
    test::SeededEntropy entropy{11};
    std::map<seal::Role, std::vector<seal::SigningKey>> keys;
    seal::EncryptionKey recipient = seal::EncryptionKey::generate(entropy);
    seal::Root root;

    Platform() {
        root.audience = kAudience;
        root.expires = {1'900'000'000'000};
        for (const auto role :
             {seal::Role::root, seal::Role::enrol, seal::Role::content, seal::Role::session,
              seal::Role::release, seal::Role::receipt, seal::Role::witness, seal::Role::stored,
              seal::Role::timestamp, seal::Role::publication}) {
            keys[role].push_back(seal::SigningKey::generate(entropy));
            keys[role].push_back(seal::SigningKey::generate(entropy));
            root.roles[role].keys = {keys[role][0].public_key(), keys[role][1].public_key()};
        }
        root.roles[seal::Role::release].threshold = 2;
    }

    std::string name(seal::Role role) const {
        return fmt::format("{}/{}", kAudience, seal::name(role));
    }
    std::string cosigned(std::string_view note, seal::Role role, std::int64_t seconds) const {
        return *seal::cosign(note, name(role), keys.at(role).front(), seconds);
    }
};

/// A box with a sealed session in its outbox.
struct Box {
    SmallRoom room;
    test::TempDir folder;
    Platform platform;
    office::Outbox outbox{folder.path()};
    office::Receipts receipts{room.journal(), platform.root.verifiers(seal::Role::receipt)};
    office::Retention retention{receipts, {folder.path(), folder.path()}};
    std::string note;

    explicit Box(std::uint64_t seed = 1) : room(1, seed) {
        room.start(1);
        for (int i = 0; i < 3; ++i) room.does(room.answer(1));
        room.does(exam::command::EndTest{{1}});
        room.finalise();
        send();
        note = sealing_note();
    }

    const SessionId& session() const { return room.authorisation().session; }
    office::Sender sender() {
        return {room.box(), room.clock(), room.entropy(), {platform.recipient.recipient()}};
    }
    void send() {
        REQUIRE(office::write_missing_bundles(room.room(), room.journal(), sender(), outbox));
        REQUIRE(office::erase_sent_answers(room.room(), room.journal(), room.box().key.public_key(),
                                           outbox));
    }
    /// Of the record that seals, as its payload holds it.
    std::string sealing_note() {
        const auto last = json::read(as_text(room.entries().back().payload));
        return *last->find("note")->text();
    }
    void put(const std::string& extension, std::string_view text) {
        REQUIRE(write_file(folder.path() / (session().hex() + extension), as_bytes(text)));
    }
    std::size_t collected() { return receipts.collect(folder.path(), room.room())->size(); }
    bool is_kept() const {
        return std::filesystem::exists(outbox.bundle_path(session())) &&
               std::filesystem::exists(outbox.note_path(session()));
    }
    void pass_days(std::int64_t days) { room.clock().pass(minutes(days * kDay)); }
    void delete_delivered() {
        REQUIRE(retention.delete_delivered(room.room(), &platform.root, room.clock().wall_now()));
    }
    std::int64_t seconds() { return room.clock().wall_now().ms / 1000; }
    std::string receipt() { return platform.cosigned(note, seal::Role::receipt, seconds()); }
    std::string release(const office::Release& release, int signatures) {
        const auto& keys = platform.keys.at(seal::Role::release);
        auto envelope = seal::sign_envelope(office::kReleaseType,
                                            as_bytes(office::write_release(release)), keys[0]);
        if (signatures > 1)
            envelope = *seal::add_signature(envelope, office::kReleaseType, keys[1]);
        return envelope;
    }
    office::Release own_release() {
        const auto& checkpoint = *room.session().checkpoint();
        return {session(), {checkpoint.size, checkpoint.root}};
    }
};

}  // namespace

TEST_CASE("N2: a thousand changed receipts are refused, and none lets anything be deleted") {
    Box box;
    box.pass_days(400);
    const auto good = box.receipt();
    SplitMix64 chance(42);
    for (int i = 0; i < 1000; ++i) {
        auto bad = good;
        const auto at = chance.below(bad.size());
        const auto how = chance.below(3);
        if (how == 0) bad[at] = static_cast<char>(bad[at] ^ (1 << chance.below(7)));
        if (how == 1) bad.erase(at, 1 + chance.below(4));
        if (how == 2) bad.insert(at, 1, static_cast<char>('A' + chance.below(26)));
        if (bad == good) continue;
        box.put(".receipt", bad);
        INFO(i << ": " << bad);
        REQUIRE(box.collected() == 0);
    }
    box.delete_delivered();
    CHECK(box.is_kept());
    box.put(".receipt", good);
    CHECK(box.collected() == 1);
}

TEST_CASE("N2: what a witness, the store or another key says is no receipt") {
    Box box;
    box.pass_days(400);
    const auto seconds = box.seconds();
    const auto& keys = box.platform.keys;
    SECTION("a witness has seen it") {
        box.put(".receipt", box.platform.cosigned(box.note, seal::Role::witness, seconds));
    }
    SECTION("a witness under the receipt's name") {
        box.put(".receipt", *seal::cosign(box.note, box.platform.name(seal::Role::receipt),
                                          keys.at(seal::Role::witness).front(), seconds));
    }
    SECTION("the receipt's key under a witness's name") {
        box.put(".receipt", *seal::cosign(box.note, box.platform.name(seal::Role::witness),
                                          keys.at(seal::Role::receipt).front(), seconds));
    }
    SECTION("a plain signature by the receipt's key") {
        auto note = *seal::read_note(box.note);
        seal::sign_note(note, box.platform.name(seal::Role::receipt),
                        keys.at(seal::Role::receipt).front());
        box.put(".receipt", seal::write_note(note));
    }
    SECTION("a signature that the bytes are stored") {
        auto note = *seal::read_note(box.note);
        seal::sign_note(note, box.platform.name(seal::Role::stored),
                        keys.at(seal::Role::stored).front());
        box.put(".receipt", seal::write_note(note));
    }
    SECTION("a receipt of an earlier checkpoint of the same session") {
        seal::Checkpoint earlier = *box.room.session().checkpoint();
        --earlier.size;
        const auto other = seal::sign_checkpoint(earlier, "x", box.room.box().key);
        box.put(".receipt", box.platform.cosigned(other, seal::Role::receipt, seconds));
    }
    SECTION("a captive portal's page") { box.put(".receipt", "<html>Bienvenue</html>\n"); }
    CHECK(box.collected() == 0);
    box.delete_delivered();
    CHECK(box.is_kept());
}

TEST_CASE(
    "a delivered bundle stays thirty days, then goes with its note; a restart changes nothing") {
    Box box;
    box.put(".receipt", box.receipt());
    REQUIRE(box.collected() == 1);
    box.pass_days(29);
    box.delete_delivered();
    CHECK(box.is_kept());
    box.pass_days(1);
    box.delete_delivered();
    CHECK_FALSE(std::filesystem::exists(box.outbox.bundle_path(box.session())));
    CHECK_FALSE(std::filesystem::exists(box.outbox.note_path(box.session())));
    box.room.reopen();
    box.send();  // nothing is made again of what is gone
    CHECK_FALSE(std::filesystem::exists(box.outbox.bundle_path(box.session())));
    CHECK(box.room.session().answers_erased());
}

TEST_CASE(
    "a release by two keys, of exactly that journal, deletes at once; anything less does not") {
    Box box;
    SECTION("without a receipt") {
        box.put(".release", box.release(box.own_release(), 2));
        box.delete_delivered();
        CHECK(box.is_kept());
        return;
    }
    box.put(".receipt", box.receipt());
    REQUIRE(box.collected() == 1);
    auto release = box.own_release();
    SECTION("by one key") {
        box.put(".release", box.release(release, 1));
        box.delete_delivered();
        CHECK(box.is_kept());
    }
    SECTION("of another root") {
        release.tree.root[0] ^= 1;
        box.put(".release", box.release(release, 2));
        box.delete_delivered();
        CHECK(box.is_kept());
    }
    SECTION("of another session") {
        release.session.bytes[0] ^= 1;
        box.put(".release", box.release(release, 2));
        box.delete_delivered();
        CHECK(box.is_kept());
    }
    SECTION("whole") {
        box.put(".release", box.release(release, 2));
        box.delete_delivered();
        CHECK_FALSE(box.is_kept());
    }
}

TEST_CASE("in whatever order faults come, nothing is deleted that the platform does not have") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Box box(seed);
        SplitMix64 chance(seed);
        bool at_central = false;
        bool is_deleted = false;
        for (int step = 0; step < 60; ++step) {
            switch (chance.below(9)) {
                case 0:  // delivered whole, or not
                    if (box.is_kept() && chance.below(3) == 0) at_central = true;
                    break;
                case 1:  // a true receipt can only come of what central has
                    if (at_central) box.put(".receipt", box.receipt());
                    break;
                case 2:
                    box.put(".receipt",
                            box.platform.cosigned(box.note, seal::Role::witness, box.seconds()));
                    break;
                case 3:
                    box.put(".receipt", "<html>" + box.receipt());
                    break;
                case 4:
                    box.put(".release", box.release(box.own_release(), 1));
                    break;
                case 5:
                    box.pass_days(static_cast<std::int64_t>(chance.below(60)));
                    break;
                case 6:  // a clock that jumps, either way
                    box.room.clock().jump_wall(
                        minutes(static_cast<std::int64_t>(chance.below(200 * kDay)) - 100 * kDay));
                    break;
                case 7:
                    (void)box.collected();
                    break;
                default:
                    box.delete_delivered();
            }
            is_deleted = is_deleted || !box.is_kept();
            INFO("seed " << seed << ", step " << step);
            REQUIRE((!is_deleted || at_central));
        }
    }
}
