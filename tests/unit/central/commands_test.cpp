// SPDX-License-Identifier: Apache-2.0
#include "central/commands.hpp"

#include "base/file.hpp"
#include "central/desk/desk_commands.hpp"
#include "central/keys.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"
#include "unit/pack/signed_pack.hpp"

using namespace preau;

namespace {

const std::string kKey(64, 'a');

/// A platform's folder with a box known by its key, a pack and a roster.
struct Office {
    test::TempDir folder;
    std::filesystem::path data = folder.path() / "data";
    central::AuthoriseSession options;

    Office() {
        options.pack = folder.path() / "pack";
        options.roster = folder.path() / "roster.csv";
        options.out = folder.path() / "authorisation.json";
        options.order.boxes = {"BOX-1"};
        options.order.number = "123456";
        options.order.uai = "0750001A";
        options.order.max_candidates = 24;
        std::filesystem::create_directories(data / "keys");
        std::filesystem::create_directories(options.pack);
        const auto keys = test::content_keys();
        REQUIRE(keys.front().save(data / "keys" / "content.key"));
        REQUIRE(keys.back().save(data / "keys" / "content-2.key"));
        REQUIRE(test::escrow_key().save(data / "keys" / "escrow.age"));
        const auto parts = test::small_pack();
        test::write_signed_pack(options.pack, pack::write_public(parts.open),
                                pack::write_secret(parts.secret));
        REQUIRE(write_file(options.roster, as_bytes("Nom;Prénom\n")));
        REQUIRE(central::begin_platform({data, ""}, seal::Purpose::demo));
        enrol();
    }

    /// As a technician who vouches for the machine.
    void enrol() {
        test::SeededEntropy entropy(4);
        const auto signing = seal::SigningKey::generate(entropy);
        const seal::BoxRequest request{
            .signing = signing.public_key(),
            .encryption = seal::EncryptionKey::generate(entropy).recipient(),
            .hardware = "1",
            .uai = "0750001A",
            .nonce = {},
            .software = "0.1.0",
            .created = {1'790'000'000'000},
            .replaces = {}};
        const auto file = folder.path() / "request.json";
        REQUIRE(write_file(file, as_bytes(seal::sign_request(request, signing))));
        auto desk = central::OpenedDesk::open({data, ""});
        REQUIRE(desk);
        central::EnrolOptions technician;
        technician.request = file;
        technician.box = "BOX-1";
        REQUIRE(central::enrol_from_file(**desk, technician));
        REQUIRE((*desk)->database->close());
    }

    central::Printed authorise() const {
        auto desk = central::OpenedDesk::open({data, ""});
        if (!desk) return fail(desk.error());
        return central::authorise_session(**desk, options);
    }
    std::string refusal() const {
        const auto done = authorise();
        REQUIRE_FALSE(done);
        CHECK_FALSE(std::filesystem::exists(options.out));
        return done.error().message;
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a session is not authorised for a box, a pack or a number that cannot be") {
    Office office;
    SECTION("a box nobody enrolled") {
        office.options.order.boxes = {"BOX-2"};
        CHECK(contains(office.refusal(), "BOX-2 is not enrolled"));
    }
    SECTION("a pack that the platform did not sign") {
        test::write_bytes(office.options.pack / "pack.sec.age", "other");
        CHECK(contains(office.refusal(), "pack.sec.age"));
    }
    SECTION("a number that is none") {
        office.options.order.number = "12a";
        CHECK(contains(office.refusal(), "number"));
    }
    SECTION("a roster that is not there") {
        office.options.roster = "/nowhere";
        CHECK(contains(office.refusal(), "/nowhere"));
    }
}

TEST_CASE("an authorisation is never written over another file") {
    Office office;
    REQUIRE(write_file(office.options.out, as_bytes("other")));
    CHECK_FALSE(office.authorise());
    CHECK(as_text(read_file(office.options.out, 100).value()) == "other");
}

TEST_CASE("an authorisation names the pack, the roster, the box and a window that has begun") {
    Office office;
    REQUIRE(office.authorise());
    const auto envelope = read_file(office.options.out, 100'000).value();
    const auto keys = central::Keys::load(office.data);
    const auto made = seal::open_authorisation(as_text(envelope), keys->session.public_key());
    REQUIRE(made);
    CHECK(made->number == "123456");
    CHECK(made->boxes == std::vector<std::string>{"BOX-1"});
    CHECK(made->max_candidates == 24);
    CHECK(made->pack_id == "essai");
    CHECK(made->roster_hash == seal::sha256(as_bytes("Nom;Prénom\n")));
    SystemClock clock;
    CHECK(made->not_before < clock.wall_now());
    CHECK(made->not_after > clock.wall_now() + minutes(29 * 24 * 60));
}

TEST_CASE("a box enrolled again with its key is left as it is, with another key it is refused") {
    Office office;
    CHECK(central::enrol_box(office.data, "BOX-9", kKey));
    CHECK(central::enrol_box(office.data, "BOX-9", kKey));
    CHECK_FALSE(central::enrol_box(office.data, "BOX-9", std::string(64, 'b')));
    CHECK_FALSE(central::enrol_box(office.data, "BOX-1", kKey));  // it has a certificate
    CHECK_FALSE(central::enrol_box(office.data, "box 1", kKey));
    CHECK_FALSE(central::enrol_box(office.data, "BOX-3", "aa"));
}

TEST_CASE("the keys of a platform are made once") {
    Office office;
    const auto before = central::Keys::load(office.data)->receipt_verifier();
    REQUIRE(central::begin_platform({office.data, ""}, seal::Purpose::demo));
    CHECK(central::Keys::load(office.data)->receipt_verifier() == before);
}

TEST_CASE("the answers of a session that was not accepted are an error, not an empty list") {
    Office office;
    CHECK_FALSE(central::print_answers(office.data, std::string(32, 'a')));
    CHECK_FALSE(central::print_answers(office.data, "aa"));
    CHECK(central::print_sessions(office.data));
    CHECK_FALSE(central::print_sessions(office.folder.path()));
}
