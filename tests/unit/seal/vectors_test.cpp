// SPDX-License-Identifier: Apache-2.0
#include "support/vectors.hpp"

#include "base/big_endian.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/checkpoint.hpp"
#include "seal/code.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/merkle.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "unit/seal/test_keys.hpp"

#include <sstream>

using namespace preau;

namespace {

const std::string kBox = "BOX-7Q4M";
const SessionId kSession{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}};

/// Lines of one chapter of formats.txt, whose title starts with these words.
std::vector<std::string> chapter(const std::string& title) {
    std::istringstream file(test::read_vectors("formats.txt"));
    std::vector<std::string> lines;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("# "))
            inside = line.starts_with("# " + title);
        else if (inside)
            lines.push_back(line);
    }
    REQUIRE_FALSE(lines.empty());
    return lines;
}

/// What follows these words in the lines, for each line that starts with them.
std::vector<std::string> after(const std::vector<std::string>& lines, const std::string& words) {
    std::vector<std::string> found;
    for (const auto& line : lines)
        if (line.starts_with(words)) found.push_back(line.substr(words.size()));
    return found;
}

std::string only(const std::vector<std::string>& lines, const std::string& words) {
    const auto found = after(lines, words);
    REQUIRE(found.size() == 1);
    return found.front();
}

struct Event {
    Bytes header;
    Hash leaf{};
};

std::vector<Event> events() {
    const auto lines = chapter("session journal");
    const auto heads = after(lines, "event ");
    const auto leaves = after(lines, "  leaf  ");
    REQUIRE(heads.size() == leaves.size());
    std::vector<Event> found;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto hex = heads[i].substr(heads[i].rfind(' ') + 1);
        found.push_back({*from_hex(hex), *array_from_hex<32>(leaves[i])});
    }
    return found;
}

std::string note_of_checkpoint() {
    std::string note;
    for (const auto& line : chapter("checkpoint"))
        if (!line.starts_with("vkey ")) note += line + "\n";
    return note;
}

}  // namespace

TEST_CASE("vectors: Merkle roots of the known leaves") {
    const std::string_view known[] = {"",
                                      "00",
                                      "10",
                                      "2021",
                                      "3031",
                                      "40414243",
                                      "5051525354555657",
                                      "606162636465666768696a6b6c6d6e6f"};
    std::vector<std::string> roots(1);
    seal::MerkleTree tree;
    for (const auto leaf : known) {
        tree.append(seal::leaf_hash(*from_hex(leaf)));
        roots.push_back(to_hex(tree.root()));
    }
    for (const auto& row : after(chapter("RFC 6962"), "size ")) {
        std::istringstream words(row);
        std::size_t size = 0;
        std::string label, root;
        words >> size >> label >> root;
        REQUIRE(size < roots.size());
        CHECK(roots[size] == root);
    }
}

TEST_CASE("vectors: what DSSE signs") {
    const auto expected = chapter("DSSE PAE").front();
    CHECK(as_text(seal::pre_authentication_encoding("http://example.com/HelloWorld",
                                                    as_bytes("hello world"))) == expected);
}

TEST_CASE("vectors: leaves, payload hashes and root of the journal") {
    const auto lines = chapter("session journal");
    const auto payloads = after(lines, "  payload ");
    const auto hashes = after(lines, "  phash ");
    const auto all = events();
    REQUIRE(payloads.size() == all.size());
    REQUIRE(hashes.size() == all.size());
    seal::MerkleTree tree;
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(seal::leaf_hash(all[i].header) == all[i].leaf);
        tree.append(all[i].leaf);
        const Bytes salt(16, static_cast<std::uint8_t>(0xa0 + i));
        const ByteArray<1> prefix{0x02};
        CHECK(to_hex(seal::sha256({prefix, salt, as_bytes(payloads[i])})) == hashes[i]);
    }
    CHECK("root(" + std::to_string(tree.size()) + ") " + to_hex(tree.root()) ==
          "root(" + only(lines, "root("));
}

TEST_CASE("vectors: the checkpoint's key and note") {
    const auto key = seal::VerifierKey::parse(only(chapter("checkpoint"), "vkey "));
    REQUIRE(key);
    CHECK(key->name == seal::epoch_key_name(kBox, 1));
    CHECK(key->key == test::key_of(0x22).public_key());
    const auto note = note_of_checkpoint();
    const auto checkpoint = seal::verify_checkpoint(note, *key);
    REQUIRE(checkpoint);
    CHECK(checkpoint->origin == seal::session_origin(kBox, kSession));
    CHECK(seal::sign_checkpoint(*checkpoint, key->name, test::key_of(0x22)) == note);
}

TEST_CASE("vectors: the cosignature that is central's receipt") {
    const auto lines = chapter("central receipt");
    const auto key = seal::VerifierKey::parse(only(lines, "vkey "));
    REQUIRE(key);
    CHECK(key->type == seal::NoteKeyType::cosignature_v1);
    const auto line = "\u2014 " + only(lines, "\u2014 ") + "\n";
    const auto time = seal::verify_cosignature(note_of_checkpoint() + line, *key);
    REQUIRE(time);
    CHECK(key->key == test::key_of(0x33).public_key());
    CHECK(*seal::cosign(note_of_checkpoint(), key->name, test::key_of(0x33), *time) ==
          note_of_checkpoint() + line);
}

TEST_CASE("vectors: the candidate's receipt") {
    const auto lines = chapter("candidate receipt");
    const auto epoch_key = test::key_of(0x22);
    const auto signed_bytes = *from_hex(only(lines, "signed "));
    const auto statement = seal::open_statement(signed_bytes, epoch_key.public_key());
    REQUIRE(statement);
    CHECK(to_hex(seal::encode(*statement)) == only(lines, "statement "));
    CHECK(seal::receipt_code(seal::encode(*statement)) == only(lines, "code "));
    CHECK(to_bytes(seal::sign_statement(*statement, epoch_key)) == signed_bytes);
    CHECK(statement->session == kSession);
    seal::MerkleTree own;
    for (const auto& event : events())
        if (ByteReader(ByteView(event.header).subspan(36, 4)).u32() == statement->candidate.value)
            own.append(event.leaf);
    CHECK(own.root() == statement->candidate_root);
    const auto key = seal::VerifierKey::parse(only(chapter("checkpoint"), "vkey "));
    CHECK(key->id() == statement->key_id);
}

TEST_CASE("vectors: the signature of a DSSE manifest") {
    const auto lines = chapter("DSSE manifest");
    const auto payload = only(lines, "payload ");
    const auto line = only(lines, "sig(");
    const auto signature = line.substr(line.rfind(' ') + 1);
    const auto type = only(lines, "payloadType ");
    CHECK(type == seal::kBundleManifestType);
    const auto envelope = seal::sign_envelope(type, as_bytes(payload), test::key_of(0x11));
    CHECK(envelope.find("\"sig\":\"" + signature + "\"") != std::string::npos);
    CHECK(as_text(*seal::open_envelope(envelope, type, test::key_of(0x11).public_key())) ==
          payload);
}

TEST_CASE("vectors: the check symbol of an unlock code") {
    std::istringstream words(only(chapter("unlock code"), "code "));
    std::string code, label, check;
    words >> code >> label >> check;
    CHECK(std::string(1, seal::check_symbol(code)) == check);
}
