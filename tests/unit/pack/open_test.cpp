// SPDX-License-Identifier: Apache-2.0
// A pack is opened whole or not at all: every way of being wrong is tried on a signed pack of three
// questions, and the error must name what fails.
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/pack/signed_pack.hpp"

#include <fmt/format.h>

#include <chrono>

using namespace preau;
using test::TempDir;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Result<pack::Pack> open(const std::filesystem::path& folder) {
    return pack::open(folder, test::content_role(), test::pack_keys());
}

/// Message of the refusal; the pack must not open.
std::string refusal(const std::filesystem::path& folder) {
    const auto pack = open(folder);
    REQUIRE_FALSE(pack.has_value());
    return pack.error().message;
}

struct Alteration {
    bool secret;  ///< in pack.sec, else in pack.pub
    std::string from, to;
    std::string record, field;  ///< expected in the message
};

}  // namespace

TEST_CASE("C1: a pack with one altered byte anywhere is refused, before and after the code") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    for (const auto name : {"pack.json", "pack.pub.age", "pack.sec.age"}) {
        const auto path = folder.path() / name;
        const auto good = test::read_bytes(path);
        std::size_t opened = 0;
        std::size_t verified = 0;
        for (std::size_t i = 0; i < good.size(); ++i) {
            auto bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 1);
            test::write_bytes(path, bad);
            if (open(folder.path())) ++opened;
            if (pack::verify(folder.path(), test::content_role())) ++verified;
        }
        INFO(name);
        CHECK(opened == 0);
        CHECK(verified == 0);
        test::write_bytes(path, good);
    }
    CHECK(open(folder.path()));
}

TEST_CASE("A pack with a file cut short, lengthened or missing is refused by its name") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    for (const std::string name : {"pack.json", "pack.pub.age", "pack.sec.age"}) {
        const auto path = folder.path() / name;
        const auto good = test::read_bytes(path);
        for (const auto& bad : {good.substr(0, good.size() - 1), good + "\n", std::string()}) {
            test::write_bytes(path, bad);
            CHECK_THAT(refusal(folder.path()), Catch::Contains(name));
        }
        std::filesystem::remove(path);
        CHECK_THAT(refusal(folder.path()), Catch::Contains(name));
        test::write_bytes(path, good);
    }
}

TEST_CASE("C1: a pack that two content keys have not signed is refused") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    const auto path = folder.path() / "pack.json";
    const auto payload =
        seal::unverified_payload(test::read_bytes(path), pack::format::kPayloadType);
    REQUIRE(payload);
    const auto keys = test::content_keys();
    const auto other = seal::SigningKey::from_seed({9});
    const auto one = seal::sign_envelope(pack::format::kPayloadType, *payload, keys.front());
    SECTION("one signature") { test::write_bytes(path, one); }
    SECTION("one of them by somebody else") {
        test::write_bytes(path, *seal::add_signature(one, pack::format::kPayloadType, other));
    }
    SECTION("a document of another type") {
        constexpr std::string_view kOther = "application/vnd.preau.other.v1+json";
        const auto signed_once = seal::sign_envelope(kOther, *payload, keys.front());
        test::write_bytes(path, *seal::add_signature(signed_once, kOther, keys.back()));
    }
    CHECK_THAT(refusal(folder.path()), Catch::Contains("pack.json"));
    CHECK_FALSE(pack::verify(folder.path(), test::content_role()));
}

TEST_CASE("C1: the keys of another pack, or exchanged, open nothing") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    auto keys = test::pack_keys();
    std::swap(keys.open_part, keys.secret_part);
    CHECK_FALSE(pack::open(folder.path(), test::content_role(), keys));
    test::SeededEntropy entropy(4);
    keys = {seal::FileKey::generate(entropy), test::pack_keys().secret_part};
    CHECK_FALSE(pack::open(folder.path(), test::content_role(), keys));
}

TEST_CASE("The platform opens a pack with its own key, and nobody else does") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    const auto pack = pack::open(folder.path(), test::content_role(), test::escrow_key());
    REQUIRE(pack);
    CHECK(pack->items == parts.secret.items);
    CHECK(pack::open_named(folder.path(), pack->hash, test::escrow_key()));
    auto other_hash = pack->hash;
    other_hash[0] ^= 1;
    CHECK_FALSE(pack::open_named(folder.path(), other_hash, test::escrow_key()));
    const auto keys = pack::recover_keys(folder.path(), test::escrow_key());
    REQUIRE(keys);
    CHECK(pack::open(folder.path(), test::content_role(), *keys));
    test::SeededEntropy entropy(5);
    CHECK_FALSE(
        pack::open(folder.path(), test::content_role(), seal::EncryptionKey::generate(entropy)));
}

TEST_CASE("Without its keys a pack tells what its cover says, and holds nothing in clear") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    const auto named = pack::verify(folder.path(), test::content_role());
    REQUIRE(named);
    CHECK(named->manifest.cover == test::small_manifest().cover);
    CHECK(named->hash == *pack::hash_of(folder.path()));
    for (const auto name : {"pack.json", "pack.pub.age", "pack.sec.age"}) {
        const auto bytes = test::read_bytes(folder.path() / name);
        for (const auto word : {"bonjour", "proposals", "solutions", "1.1-un", "difficulty"})
            CHECK_THAT(bytes, !Catch::Contains(word));
    }
}

TEST_CASE("A cover that says something else than the pack is refused") {
    const TempDir folder;
    const auto parts = test::small_pack();
    auto manifest = test::small_manifest();
    SECTION("another version") { manifest.cover.certification_version = "autre"; }
    SECTION("other days") { manifest.cover.valid_until = "2030-01-01"; }
    SECTION("another length") { manifest.cover.questions = 31; }
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret), manifest);
    CHECK_THAT(refusal(folder.path()), Catch::Contains("another certification version"));
}

TEST_CASE("A type of question that this version does not know is refused with its name") {
    const TempDir folder;
    const auto parts = test::small_pack();
    const auto type = GENERATE("qrocm", "qcu-image", "QCU", "");
    const auto open = replaced(pack::write_public(parts.open), "\"type\":\"qcm\"",
                               "\"type\":\"" + std::string(type) + "\"");
    test::write_signed_pack(folder.path(), open, pack::write_secret(parts.secret));
    CHECK_THAT(refusal(folder.path()),
               Catch::Contains("question 2 (2.1-deux)") &&
                   Catch::Contains("type \"" + std::string(type) + "\" is not known"));
}

TEST_CASE("A signed pack with a wrong record is refused with its file, question and field") {
    const TempDir folder;
    const auto parts = test::small_pack();
    const auto open = pack::write_public(parts.open);
    const auto secret = pack::write_secret(parts.secret);
    const std::vector<Alteration> alterations = {
        {false, "{\"v\":2", "{\"v\":3", "pack.pub", "v"},
        {false, "\"language\":\"fr\"", "\"language\":\"français\"", "pack.pub", "language"},
        {false, "\"item\":\"1.1-un\"", "\"item\":1", "pack.pub: question 1", "item"},
        {false, "\"item\":\"2.1-deux\"", "\"item\":\"1.1-un\"", "question 2 (1.1-un)", "twice"},
        {false, "\"author\":", "\"auteur\":", "question 1 (1.1-un)", "author"},
        {false, "\"format\":\"text\"", "\"format\":\"date\"", "question 1 (1.1-un)", "format"},
        {false, "\"proposals\":[\"un\",\"deux\",\"<em>trois</em>\"]", "\"proposals\":[\"un\"]",
         "question 1 (1.1-un)", "french"},
        {false, "\"proposals\":[]", "\"proposals\":[\"un\"]", "question 3 (3.4-trois)", "french"},
        {false, "\"width\":20", "\"width\":0", "question 1 (1.1-un)", "picture.width"},
        {false, "\"media\":[{", "\"media\":[],\"x\":[{", "pack.pub", "x"},
        {false, "\"content\":\"PHN2Zy8+\"", "\"content\":\"PHN2Zy8/\"", "media 1", "name"},
        {false, ".svg\",\"width", ".png\",\"width", "1.1-un", "missing"},
        {true, "\"item\":\"1.1-un\"", "\"item\":\"1.1-une\"", "pack.sec: question 1", "item"},
        {true, "\"competence\":\"2.1\"", "\"competence\":\"5.3\"", "question 2 (2.1-deux)",
         "competence"},
        {true, "\"discriminant\":1.1", "\"discriminant\":\"1.1\"", "question 1 (1.1-un)",
         "discriminant"},
        {true, "\"difficulty\":-0.3", "\"difficulty\":-8.5", "question 1 (1.1-un)", "difficulty"},
        {true, "\"solutions\":[\"2\"]", "\"solutions\":[\"4\"]", "question 1 (1.1-un)",
         "solutions"},
        {true, "\"solutions\":[\"2\"]", "\"solutions\":[\"1,2\"]", "question 1 (1.1-un)",
         "solutions"},
        {true, "\"solutions\":[\"2\"]", "\"solutions\":[\"2\",\"3\"]", "question 1 (1.1-un)",
         "solutions"},
        {true, "\"solutions\":[\"1,3\"]", "\"solutions\":[\"3,1\"]", "question 2 (2.1-deux)",
         "solutions"},
        {true, "\"solutions\":[\"1,3\"]", "\"solutions\":[\"1,\"]", "question 2 (2.1-deux)",
         "solutions"},
        {true, "\"solutions\":[\"bonjour\"]", "\"solutions\":[]", "question 3 (3.4-trois)",
         "solutions"},
        {true, "\"treatments\":[\"t1\",\"t2\"]", "\"treatments\":[\"t4\"]", "question 1 (1.1-un)",
         "treatments"},
        {true, "\"algorithm\":\"pix-flash-v3\"", "\"algorithm\":\"pix-flash-v4\"", "pack.sec",
         "certification_version.algorithm"},
        {true, "\"deadline_policy\":\"ask-invigilator\"", "\"deadline_policy\":\"wait\"",
         "pack.sec", "certification_version.deadline_policy"},
        {true, "\"variation_percent\":0.5", "\"variation_percent\":-1", "pack.sec",
         "variation percent"},
        {true, "\"minimum_answers\":20", "\"minimum_answers\":33", "pack.sec", "minimum"},
        {true, "\"mesh_intervals\":[[-8.0,0.0]", "\"mesh_intervals\":[[-8.0,9.0]", "pack.sec",
         "mesh"},
        {true, "\"5.2\":", "\"5.3\":", "pack.sec", "competence_intervals.5.2"},
    };
    for (const auto& alteration : alterations) {
        CAPTURE(alteration.from, alteration.to);
        const auto& [is_secret, from, to, record, field] = alteration;
        test::write_signed_pack(folder.path(), is_secret ? open : replaced(open, from, to),
                                is_secret ? replaced(secret, from, to) : secret);
        CHECK_THAT(refusal(folder.path()), Catch::Contains(record) && Catch::Contains(field));
    }
}

TEST_CASE("A simulator whose scene is not a JSON object is refused before a page asks for it") {
    const TempDir folder;
    auto parts = test::small_pack();
    const Bytes page = to_bytes(as_bytes("<!doctype html>"));
    const auto media = to_hex(seal::sha256(page)) + ".html";
    parts.open.media[media] = page;
    const std::string scene = GENERATE("[1]", "{", "", "{\"a\":1}");
    parts.open.questions.back().simulator = {media, "Messagerie", 300, scene, true};
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    if (scene.ends_with("}"))
        CHECK(open(folder.path()));
    else
        CHECK_THAT(refusal(folder.path()), Catch::Contains("simulator.scene"));
}

TEST_CASE("A manifest that announces another number of questions is refused") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret), 4);
    CHECK_THAT(refusal(folder.path()), Catch::Contains("announces 4 questions, 3 are there"));
}

TEST_CASE("A pack opens into what was written") {
    const TempDir folder;
    const auto parts = test::small_pack();
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret));
    const auto pack = open(folder.path());
    REQUIRE(pack);
    CHECK(pack->id == "essai");
    CHECK(pack->version == "1");
    CHECK(pack->title == "Paquet d'essai");
    CHECK(pack->created == "2026-11-24");
    CHECK(pack->language == "fr");
    CHECK(pack->questions == parts.open.questions);
    CHECK(pack->media == parts.open.media);
    CHECK(pack->items == parts.secret.items);
    CHECK(pack->keys == parts.secret.keys);
    CHECK(pack->certification_version == parts.secret.certification_version);
    const auto payload = seal::unverified_payload(test::read_bytes(folder.path() / "pack.json"),
                                                  pack::format::kPayloadType);
    CHECK(pack->hash == seal::sha256(*payload));
}

TEST_CASE("Nothing secret is in the public part of a pack") {
    const auto open = pack::write_public(test::small_pack().open);
    for (const auto word : {"bonjour", "1,3", "solution", "difficulty", "discriminant"})
        CHECK_THAT(open, !Catch::Contains(word));
}

TEST_CASE("A pack of 2,000 questions is read in well under a second") {
    auto parts = test::small_pack();
    const auto question = parts.open.questions.at(1);
    const auto item = parts.secret.items.at(1);
    const auto key = parts.secret.keys.at(1);
    for (int i = 3; i < 2000; ++i) {
        const auto id = fmt::format("4.1-{:04}", i);
        parts.open.questions.push_back(question);
        parts.open.questions.back().item = id;
        parts.secret.items.push_back(item);
        parts.secret.items.back().id = id;
        parts.secret.keys.push_back(key);
    }
    const TempDir folder;
    test::write_signed_pack(folder.path(), pack::write_public(parts.open),
                            pack::write_secret(parts.secret), 2000);
    const auto start = std::chrono::steady_clock::now();
    const auto opened = open(folder.path());
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - start;
    REQUIRE(opened);
    CHECK(opened->questions.size() == 2000);
    WARN("opened 2,000 questions in " << taken.count() << " ms");
    CHECK(taken.count() < 3000);  // 300 ms is the goal of a release build
}
