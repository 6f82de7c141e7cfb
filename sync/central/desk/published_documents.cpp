// SPDX-License-Identifier: Apache-2.0
#include "central/desk/published_documents.hpp"

#include "base/file.hpp"

namespace preau::central {

namespace {

constexpr Duration kTimestampLasts = minutes(30 * 24 * 60);

constexpr char kLatest[] =
    "SELECT envelope FROM signed_document WHERE kind = $1 ORDER BY version DESC LIMIT 1";
constexpr char kOfVersion[] =
    "SELECT envelope FROM signed_document WHERE kind = $1 AND version = $2";
constexpr char kLatestVersion[] =
    "SELECT coalesce(max(version), 0) FROM signed_document WHERE kind = $1";
constexpr char kKeep[] =
    "INSERT INTO signed_document (kind, version, envelope, made_at) VALUES ($1, $2, $3, $4)";

}  // namespace

Result<std::optional<std::string>> latest_document(sql::Connection& database,
                                                   std::string_view kind) {
    const auto rows = database.query(kLatest, kind);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<std::string>();
    return std::optional((*rows)[0].text(0));
}

Result<void> publish_root(sql::Connection& database, const RoleKeys& keys, WallTime now) {
    const auto version = keys.root().version;
    return sql::in_transaction(database, [&]() -> Result<void> {
        const auto rows = database.query(kOfVersion, "root", version);
        if (!rows) return fail(rows.error());
        if (!rows->empty()) {
            if ((*rows)[0].text(0) == keys.root_envelope()) return {};
            return fail(
                Error::malformed("another root of this version was published from this database"));
        }
        const auto kept = database.run(kKeep, "root", version, keys.root_envelope(), now.ms);
        if (!kept) return fail(kept.error());
        return {};
    });
}

Result<void> replace_root(sql::Connection& database, const std::filesystem::path& data,
                          const RoleKeys& keys, std::string_view next, WallTime now) {
    const auto root = seal::update_root(keys.root(), next);
    if (!root) return fail(root.error());
    // In this order, so that a stop in between is mended by doing it again.
    if (auto written = write_file(RoleKeys::root_file(data), as_bytes(next)); !written)
        return written;
    const auto renewed = RoleKeys::load(data);
    if (!renewed) return fail(renewed.error());
    return publish_root(database, *renewed, now);
}

Result<seal::Timestamp> publish_timestamp(sql::Connection& database, const RoleKeys& keys,
                                          Current current, WallTime now) {
    seal::Timestamp timestamp{.version = 1,
                              .expires = now + kTimestampLasts,
                              .root_version = keys.root().version,
                              .packs = std::move(current.packs),
                              .minimum_software = std::move(current.minimum_software),
                              .revoked = std::move(current.revoked),
                              .time = now};
    const auto key = keys.signer(seal::Role::timestamp);
    if (!key) return fail(key.error());
    return sql::in_transaction(database, [&]() -> Result<seal::Timestamp> {
        const auto rows = database.query(kLatestVersion, "timestamp");
        if (!rows) return fail(rows.error());
        timestamp.version = (*rows)[0].integer(0) + 1;
        // What we sign must be readable by who receives it.
        if (auto read = seal::read_timestamp(as_bytes(seal::write_timestamp(timestamp))); !read)
            return fail(std::move(read.error()));
        const auto kept = database.run(kKeep, "timestamp", timestamp.version,
                                       seal::sign_timestamp(timestamp, **key), now.ms);
        if (!kept) return fail(kept.error());
        return timestamp;
    });
}

}  // namespace preau::central
