// SPDX-License-Identifier: Apache-2.0
#include "central/desk/known_box.hpp"

namespace preau::central {

namespace {

constexpr char kCertified[] =
    "SELECT sign_key FROM box_certificate WHERE box = $1 ORDER BY number DESC";
constexpr char kByHand[] = "SELECT key FROM box WHERE name = $1";
constexpr char kSeenBefore[] =
    "SELECT size FROM checkpoint WHERE session = $1 AND size = $2 AND root = $3 AND seen_at < $4";
constexpr char kRevocation[] = "SELECT since, reason FROM box_revocation WHERE box = $1";

Result<void> add_keys(KnownBox& box, sql::Connection& database, std::string_view sql,
                      std::string_view name) {
    const auto rows = database.query(sql, name);
    if (!rows) return fail(rows.error());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto key = (*rows)[i].array<32>(0);
        if (!key) return fail(key.error());
        box.keys.push_back(*key);
    }
    return {};
}

}  // namespace

Result<std::optional<KnownBox>> known_box(sql::Connection& database, std::string_view name) {
    KnownBox box;
    for (const auto* sql : {kCertified, kByHand})
        if (auto added = add_keys(box, database, sql, name); !added)
            return fail(std::move(added.error()).with_context("find a box"));
    if (box.keys.empty()) return std::optional<KnownBox>();
    const auto rows = database.query(kRevocation, name);
    if (!rows) return fail(Error(rows.error()).with_context("find a box"));
    if (!rows->empty()) {
        box.revoked_since = WallTime{(*rows)[0].integer(0)};
        box.revoked_for = (*rows)[0].text(1);
    }
    return std::optional(std::move(box));
}

Result<bool> was_seen_before(sql::Connection& database, const SessionId& session,
                             const seal::TreeHead& tree, WallTime time) {
    const auto rows = database.query(kSeenBefore, session, tree.size, tree.root, time.ms);
    if (!rows) return fail(Error(rows.error()).with_context("find a checkpoint"));
    return !rows->empty();
}

}  // namespace preau::central
