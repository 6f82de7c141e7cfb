// SPDX-License-Identifier: Apache-2.0
#include "sqlite/schema.hpp"

#include "sqlite/transaction.hpp"

#include <fmt/format.h>

namespace preau::sqlite {

namespace {

using Steps = std::span<const std::string_view>;

Result<void> apply(Connection& connection, const Schema& schema, Steps steps) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return fail(std::move(transaction.error()));
    for (const auto sql : steps)
        if (auto done = connection.execute(std::string(sql)); !done) return done;
    if (auto set = connection.set_application_id(schema.application_id); !set) return set;
    if (auto set = connection.set_user_version(schema.version()); !set) return set;
    return transaction->commit();
}

}  // namespace

Result<std::int64_t> schema_version(Connection& connection, const Schema& schema) {
    auto application = connection.application_id();
    if (!application) return application;
    auto version = connection.user_version();
    if (!version) return version;
    auto objects = connection.integer("SELECT count(*) FROM sqlite_schema");
    if (!objects) return objects;
    if (*application == 0 && *version == 0 && *objects == 0) return 0;
    if (*application != schema.application_id || *version < 1)
        return fail(Error::malformed(fmt::format("the file is no {} of Préau", schema.name)));
    if (*version > schema.version())
        return fail(Error::malformed(fmt::format(
            "this {} was written by a newer version of Préau (its version {}, ours {}); "
            "install that version again, nothing was changed",
            schema.name, *version, schema.version())));
    return version;
}

Result<void> apply_migrations(Connection& connection, const Schema& schema, std::int64_t version) {
    return apply(connection, schema, schema.migrations.subspan(static_cast<std::size_t>(version)));
}

Result<void> migrate(Connection& connection, const Schema& schema) {
    auto version = schema_version(connection, schema);
    if (!version) return fail(std::move(version.error()));
    if (*version == schema.version()) return {};
    auto done = *version == 0 ? apply(connection, schema, Steps(&schema.current, 1))
                              : apply_migrations(connection, schema, *version);
    if (!done)
        return fail(std::move(done.error())
                        .with_context(fmt::format("bring the {} from version {} to {}", schema.name,
                                                  *version, schema.version())));
    return {};
}

}  // namespace preau::sqlite
