// SPDX-License-Identifier: Apache-2.0
#include "seal/root.hpp"

#include "base/limits.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::seal {

namespace {

Failure<Error> malformed(std::string_view what) {
    return fail(Error::malformed(fmt::format("root document: {}", what)));
}

bool signed_enough(const RoleKeys& role, std::span<const PublicKey> signers) {
    const auto count = std::ranges::count_if(signers, [&](const PublicKey& signer) {
        return std::ranges::find(role.keys, signer) != role.keys.end();
    });
    return static_cast<std::size_t>(count) >= role.threshold;
}

}  // namespace

const RoleKeys& Root::keys(Role role) const { return roles.at(role); }

std::vector<VerifierKey> Root::verifiers(Role role) const {
    const auto type = role == Role::receipt || role == Role::witness ? NoteKeyType::cosignature_v1
                                                                     : NoteKeyType::ed25519;
    std::vector<VerifierKey> all;
    for (const auto& key : keys(role).keys)
        all.push_back({fmt::format("{}/{}", audience, name(role)), type, key});
    return all;
}

VerifierKey Root::verifier(Role role) const { return verifiers(role).front(); }

std::vector<RecipientKey> Root::recipients_at(WallTime now) const {
    const auto current = [&](const Recipient& recipient) {
        return !recipient.escrow && recipient.not_before <= now && now < recipient.not_after;
    };
    const bool nobody = std::ranges::none_of(recipients, current);
    std::vector<RecipientKey> keys;
    for (const auto& recipient : recipients)
        if (recipient.escrow || nobody || current(recipient)) keys.push_back(recipient.key);
    return keys;
}

std::vector<RecipientKey> Root::escrows() const {
    std::vector<RecipientKey> keys;
    for (const auto& recipient : recipients)
        if (recipient.escrow) keys.push_back(recipient.key);
    return keys;
}

Result<Root> open_root(std::string_view envelope) {
    const auto claimed = unverified_payload(envelope, kRootType);
    if (!claimed) return fail(Error(claimed.error()).with_context("root document"));
    auto root = read_root(*claimed);
    if (!root) return root;
    const auto& own = root->keys(Role::root);
    const auto opened = open_envelope(envelope, kRootType, own.keys, own.threshold);
    if (!opened) return malformed(opened.error().message);
    return root;
}

Result<Root> update_root(const Root& current, std::string_view next) {
    const auto claimed = unverified_payload(next, kRootType);
    if (!claimed) return fail(Error(claimed.error()).with_context("root document"));
    auto root = read_root(*claimed);
    if (!root) return root;
    if (root->version != current.version + 1)
        return malformed(
            fmt::format("version {} cannot follow version {}", root->version, current.version));
    if (root->purpose != current.purpose) return malformed("a demo's cannot follow another's");
    if (root->audience != current.audience) return malformed("it is another platform's");
    const auto& before = current.keys(Role::root);
    const auto& after = root->keys(Role::root);
    auto keys = before.keys;
    keys.insert(keys.end(), after.keys.begin(), after.keys.end());
    const auto opened = open_signed(next, kRootType, keys);
    if (!opened) return malformed(opened.error().message);
    if (!signed_enough(before, opened->signers)) return malformed("not signed by the one before");
    if (!signed_enough(after, opened->signers)) return malformed("not signed by its own keys");
    return root;
}

Result<Bytes> open_by_role(std::string_view envelope, std::string_view payload_type,
                           const Root& root, Role role) {
    const auto& keys = root.keys(role);
    auto payload = open_envelope(envelope, payload_type, keys.keys, keys.threshold);
    if (!payload)
        return fail(std::move(payload.error())
                        .with_context(fmt::format("by the platform's {} keys", name(role))));
    return payload;
}

}  // namespace preau::seal
