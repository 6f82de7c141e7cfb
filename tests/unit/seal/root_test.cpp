// SPDX-License-Identifier: Apache-2.0
#include "seal/root.hpp"

#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_platform.hpp"

#include <functional>

using namespace preau;
using seal::Role;

namespace {

const test::TestPlatform kPlatform;

bool opens(const std::string& envelope) { return seal::open_root(envelope).has_value(); }

/// Whether the root changed so is read, well signed.
bool reads_with(const std::function<void(seal::Root&)>& change) {
    auto root = kPlatform.root();
    change(root);
    return seal::read_root(as_bytes(seal::write_root(root))).has_value();
}

/// The next version, with the root keys of another platform.
seal::Root next_root() {
    auto root = kPlatform.root();
    root.version = 2;
    root.roles[Role::root] = {{test::key_of(1).public_key(), test::key_of(2).public_key()}, 2};
    return root;
}

std::string signed_by(const seal::Root& root, std::initializer_list<seal::SigningKey> keys) {
    std::string envelope;
    for (const auto& key : keys)
        envelope = envelope.empty()
                       ? seal::sign_envelope(seal::kRootType, as_bytes(seal::write_root(root)), key)
                       : *seal::add_signature(envelope, seal::kRootType, key);
    return envelope;
}

seal::SigningKey old_key(int number) { return kPlatform.key(Role::root, number); }

bool follows(const std::string& next) {
    return seal::update_root(kPlatform.root(), next).has_value();
}

}  // namespace

TEST_CASE("a root document changed anywhere is not opened") {
    const auto envelope = kPlatform.sign_root(kPlatform.root());
    CHECK(*seal::open_root(envelope) == kPlatform.root());
    CHECK(test::first_accepted_flip(envelope, opens) == std::string::npos);
}

TEST_CASE("a root document signed by one key, by a stranger, or twice by one is not opened") {
    const auto root = kPlatform.root();
    CHECK_FALSE(opens(signed_by(root, {old_key(0)})));
    CHECK_FALSE(opens(signed_by(root, {old_key(0), test::key_of(9)})));
    CHECK_FALSE(opens(signed_by(root, {old_key(0), old_key(1), test::key_of(9)})));
    CHECK(opens(signed_by(root, {old_key(0), old_key(1)})));
    CHECK(opens(signed_by(root, {old_key(1), old_key(0)})));
    CHECK_FALSE(seal::add_signature(signed_by(root, {old_key(0)}), seal::kRootType, old_key(0)));
}

TEST_CASE("a root document lacks nothing: roles, thresholds, an escrow, one role for each key") {
    CHECK(reads_with([](auto&) {}));
    for (const auto role :
         {Role::root, Role::enrol, Role::content, Role::session, Role::release, Role::receipt,
          Role::witness, Role::stored, Role::timestamp, Role::publication}) {
        INFO(seal::name(role));
        CHECK_FALSE(reads_with([&](seal::Root& root) { root.roles.erase(role); }));
        CHECK_FALSE(reads_with([&](seal::Root& root) { root.roles[role].threshold = 0; }));
        CHECK_FALSE(reads_with([&](seal::Root& root) { root.roles[role].threshold = 3; }));
        CHECK_FALSE(reads_with([&](seal::Root& root) { root.roles[role].keys.clear(); }));
    }
    for (const auto role : {Role::root, Role::content, Role::release})
        CHECK_FALSE(reads_with([&](seal::Root& root) { root.roles[role].threshold = 1; }));
    CHECK_FALSE(reads_with(
        [](seal::Root& root) { root.roles[Role::receipt] = root.roles[Role::witness]; }));
    CHECK_FALSE(reads_with([](seal::Root& root) {
        auto& keys = root.roles[Role::root].keys;
        keys[1] = keys[0];
    }));
    CHECK_FALSE(reads_with([](seal::Root& root) { root.recipients.pop_back(); }));
    CHECK_FALSE(
        reads_with([](seal::Root& root) { root.recipients.erase(root.recipients.begin()); }));
    CHECK_FALSE(reads_with(
        [](seal::Root& root) { root.recipients[0].not_after = root.recipients[0].not_before; }));
    CHECK_FALSE(
        reads_with([](seal::Root& root) { root.recipients.resize(9, root.recipients.front()); }));
    CHECK_FALSE(reads_with([](seal::Root& root) { root.version = 0; }));
    CHECK_FALSE(reads_with([](seal::Root& root) { root.audience = "a b"; }));
}

TEST_CASE("the next root is signed by enough keys of both and follows by one") {
    const auto next = next_root();
    const auto whole = signed_by(next, {old_key(0), old_key(1), test::key_of(1), test::key_of(2)});
    CHECK(*seal::update_root(kPlatform.root(), whole) == next);
    CHECK_FALSE(follows(signed_by(next, {old_key(0), old_key(1)})));
    CHECK_FALSE(follows(signed_by(next, {test::key_of(1), test::key_of(2)})));
    CHECK_FALSE(follows(signed_by(next, {old_key(0), test::key_of(1), test::key_of(2)})));
    CHECK_FALSE(follows(signed_by(next, {old_key(0), old_key(1), test::key_of(1)})));
    CHECK(test::first_accepted_flip(whole, follows) == std::string::npos);
}

TEST_CASE("a root that skips, repeats or goes back, of a demo or another platform, is refused") {
    const auto refused = [](const std::function<void(seal::Root&)>& change) {
        auto root = kPlatform.root();
        root.version = 2;
        change(root);
        return !follows(kPlatform.sign_root(root));
    };
    CHECK_FALSE(refused([](auto&) {}));
    CHECK(refused([](seal::Root& root) { root.version = 1; }));
    CHECK(refused([](seal::Root& root) { root.version = 3; }));
    CHECK(refused([](seal::Root& root) { root.purpose = seal::Purpose::demo; }));
    CHECK(refused([](seal::Root& root) { root.audience = "other.example/central"; }));
    const auto current = next_root();
    CHECK_FALSE(seal::update_root(current, kPlatform.sign_root(kPlatform.root())));
}

TEST_CASE("a document is opened by the keys of its role alone") {
    const auto root = kPlatform.root();
    const auto type = "application/vnd.preau.x.v1+json";
    const auto opens_by = [&](Role role, const std::string& envelope) {
        return seal::open_by_role(envelope, type, root, role).has_value();
    };
    CHECK(opens_by(Role::session, kPlatform.sign(type, "{}", Role::session)));
    CHECK_FALSE(opens_by(Role::session, kPlatform.sign(type, "{}", Role::enrol)));
    CHECK(opens_by(Role::content, kPlatform.sign(type, "{}", Role::content)));
    CHECK_FALSE(opens_by(Role::content,
                         seal::sign_envelope(type, as_bytes("{}"), kPlatform.key(Role::content))));
}

TEST_CASE("bundles are encrypted to whose time it is, and always to the escrow") {
    auto root = kPlatform.root();
    auto later = root.recipients[0];
    later.key.bytes[0] ^= 1;
    later.not_before = root.recipients[0].not_after = *from_iso8601("2027-01-01T00:00:00.000Z");
    root.recipients.insert(root.recipients.begin() + 1, later);
    const auto at = [&](const char* time) { return root.recipients_at(*from_iso8601(time)); };
    const auto escrow = root.recipients[2].key;
    CHECK(at("2026-12-31T23:59:59.999Z") == std::vector{root.recipients[0].key, escrow});
    CHECK(at("2027-01-01T00:00:00.000Z") == std::vector{later.key, escrow});
    CHECK(at("1970-01-01T00:00:00.000Z").size() == 3);
    CHECK(at("2040-01-01T00:00:00.000Z").size() == 3);
    CHECK(root.escrows() == std::vector{escrow});
}

TEST_CASE("receipt, witness and stored are keys that notes cannot take for one another") {
    const auto root = kPlatform.root();
    CHECK(root.verifier(Role::receipt).name == "preau.example/central/receipt");
    CHECK(root.verifier(Role::receipt).type == seal::NoteKeyType::cosignature_v1);
    CHECK(root.verifier(Role::witness).type == seal::NoteKeyType::cosignature_v1);
    CHECK(root.verifier(Role::stored).type == seal::NoteKeyType::ed25519);
}
