// SPDX-License-Identifier: Apache-2.0
#include "central/desk/role_keys.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <array>

namespace preau::central {

namespace {

namespace fs = std::filesystem;
using seal::Role;

constexpr Duration kRootLasts = minutes(3 * 365 * 24 * 60);
constexpr Duration kRecipientLasts = minutes(2 * 365 * 24 * 60);
constexpr Duration kDay = minutes(24 * 60);

constexpr std::array kRoles = {Role::root,      Role::enrol,      Role::content, Role::session,
                               Role::release,   Role::receipt,    Role::witness, Role::stored,
                               Role::timestamp, Role::publication};
constexpr std::array<const char*, 2> kOpeners = {"ingest", "escrow"};

std::size_t keys_of(Role role) {
    return role == Role::root || role == Role::content || role == Role::release ? 2 : 1;
}

/// "session.key", "content.key", "content-2.key".
fs::path signer_file(const fs::path& data, Role role, std::size_t index) {
    const auto suffix = index == 0 ? std::string{} : fmt::format("-{}", index + 1);
    return data / "keys" / fmt::format("{}{}.key", seal::name(role), suffix);
}

fs::path opener_file(const fs::path& data, const char* name) {
    return data / "keys" / fmt::format("{}.age", name);
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) return {};
    return fail(Error::environment("create " + folder.string() + ": " + error.message()));
}

Result<void> settle_keys(const fs::path& data, Entropy& entropy) {
    for (const auto role : kRoles)
        for (std::size_t i = 0; i < keys_of(role); ++i)
            if (const auto file = signer_file(data, role, i); !fs::exists(file))
                if (auto saved = seal::SigningKey::generate(entropy).save(file); !saved)
                    return saved;
    for (const auto* name : kOpeners)
        if (const auto file = opener_file(data, name); !fs::exists(file))
            if (auto saved = seal::EncryptionKey::generate(entropy).save(file); !saved)
                return saved;
    return {};
}

using Signers = std::map<Role, std::vector<seal::SigningKey>>;

seal::Root first_root(const Signers& signers, std::span<const seal::EncryptionKey> openers,
                      seal::Purpose purpose, WallTime now) {
    seal::Root root;
    root.expires = now + kRootLasts;
    root.purpose = purpose;
    root.audience = seal::kCentral;
    for (const auto& [role, keys] : signers) {
        for (const auto& key : keys) root.roles[role].keys.push_back(key.public_key());
        root.roles[role].threshold = keys_of(role);
    }
    for (std::size_t i = 0; i < openers.size(); ++i)
        root.recipients.push_back({.name = kOpeners.at(i),
                                   .key = openers[i].recipient(),
                                   .not_before = now + (Duration{} - kDay),
                                   .not_after = now + kRecipientLasts,
                                   .escrow = i == 1});
    return root;
}

Result<std::string> signed_by_all(std::string_view type, std::string_view payload,
                                  std::span<const seal::SigningKey> keys) {
    auto envelope = seal::sign_envelope(type, as_bytes(payload), keys.front());
    for (const auto& key : keys.subspan(1)) {
        auto more = seal::add_signature(envelope, type, key);
        if (!more) return more;
        envelope = std::move(*more);
    }
    return envelope;
}

}  // namespace

fs::path RoleKeys::root_file(const fs::path& data) { return data / "root.json"; }

Result<RoleKeys> RoleKeys::settle(const fs::path& data, seal::Purpose purpose, Clock& clock,
                                  Entropy& entropy) {
    if (auto made = make_folder(data / "keys"); !made) return fail(std::move(made.error()));
    const bool is_new = !fs::exists(root_file(data));
    if (is_new)
        if (auto settled = settle_keys(data, entropy); !settled)
            return fail(std::move(settled.error()));
    if (is_new) {
        RoleKeys keys;
        if (auto loaded = keys.load_signers(data); !loaded) return fail(std::move(loaded.error()));
        if (auto loaded = keys.load_openers(data); !loaded) return fail(std::move(loaded.error()));
        const auto root = first_root(keys.signers_, keys.openers_, purpose, clock.wall_now());
        const auto envelope =
            signed_by_all(seal::kRootType, seal::write_root(root), keys.signers_.at(Role::root));
        if (!envelope) return fail(envelope.error());
        if (auto written = write_file(root_file(data), as_bytes(*envelope)); !written)
            return fail(std::move(written.error()));
    }
    auto keys = load(data);
    if (keys && keys->root_.purpose != purpose)
        return fail(Error::malformed(
            "this folder's root is of the other purpose: a demo and a production platform never "
            "share keys; take another folder"));
    return keys;
}

Result<RoleKeys> RoleKeys::load(const fs::path& data) {
    RoleKeys keys;
    if (auto loaded = keys.load_root(data); !loaded) return fail(std::move(loaded.error()));
    if (auto loaded = keys.load_signers(data); !loaded) return fail(std::move(loaded.error()));
    if (auto loaded = keys.load_openers(data); !loaded) return fail(std::move(loaded.error()));
    return keys;
}

Result<void> RoleKeys::load_root(const fs::path& data) {
    auto bytes = read_file(root_file(data), limits::manifest_bytes_max);
    if (!bytes)
        return fail(std::move(bytes.error()).with_context("preau-central init was not run here"));
    root_envelope_ = as_text(*bytes);
    auto root = seal::open_root(root_envelope_);
    if (!root) return fail(std::move(root.error()));
    root_ = std::move(*root);
    return {};
}

Result<void> RoleKeys::load_signers(const fs::path& data) {
    for (const auto role : kRoles)
        for (std::size_t i = 0; i < limits::envelope_signatures_max; ++i) {
            const auto file = signer_file(data, role, i);
            if (!fs::exists(file)) continue;
            auto key = seal::SigningKey::load(file);
            if (!key) return fail(std::move(key.error()));
            signers_[role].push_back(std::move(*key));
        }
    return {};
}

Result<void> RoleKeys::load_openers(const fs::path& data) {
    for (const auto* name : kOpeners) {
        const auto file = opener_file(data, name);
        if (!fs::exists(file)) continue;
        auto key = seal::EncryptionKey::load(file);
        if (!key) return fail(std::move(key.error()));
        openers_.push_back(std::move(*key));
    }
    return {};
}

Result<const seal::SigningKey*> RoleKeys::signer(Role role) const {
    const auto& named = root_.keys(role).keys;
    if (const auto found = signers_.find(role); found != signers_.end())
        for (const auto& key : found->second)
            if (std::find(named.begin(), named.end(), key.public_key()) != named.end()) return &key;
    return fail(Error::malformed(fmt::format(
        "the {} key is not in this folder: do this where it is kept", seal::name(role))));
}

Result<std::string> RoleKeys::sign(Role role, std::string_view payload_type,
                                   ByteView payload) const {
    const auto& wanted = root_.keys(role);
    const auto found = signers_.find(role);
    std::vector<const seal::SigningKey*> present;
    if (found != signers_.end())
        for (const auto& key : found->second)
            if (std::find(wanted.keys.begin(), wanted.keys.end(), key.public_key()) !=
                wanted.keys.end())
                present.push_back(&key);
    if (present.size() < wanted.threshold)
        return fail(Error::malformed(
            fmt::format("{} signatures of the {} keys are needed and {} of them are in this "
                        "folder: do this where they are kept",
                        wanted.threshold, seal::name(role), present.size())));
    auto envelope = seal::sign_envelope(payload_type, payload, *present.front());
    for (std::size_t i = 1; i < wanted.threshold; ++i) {
        auto more = seal::add_signature(envelope, payload_type, *present[i]);
        if (!more) return more;
        envelope = std::move(*more);
    }
    return envelope;
}

}  // namespace preau::central
