// SPDX-License-Identifier: Apache-2.0
#include "central/sql/open.hpp"

#include "central/sql/postgresql_connection.hpp"
#include "central/sql/sqlite_connection.hpp"

#include <fmt/format.h>

namespace preau::central::sql {

namespace {

constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kPostgresql = "postgresql://";
constexpr int kCreationTriesMax = 10;

constexpr char kVersionTable[] =
    "CREATE TABLE IF NOT EXISTS schema_version (one BIGINT NOT NULL PRIMARY KEY CHECK (one = 1), "
    "version BIGINT NOT NULL)";
constexpr char kFirstVersion[] =
    "INSERT INTO schema_version (one, version) VALUES (1, 0) ON CONFLICT (one) DO NOTHING";
constexpr char kVersion[] = "SELECT version FROM schema_version WHERE one = 1";
constexpr char kSetVersion[] = "UPDATE schema_version SET version = $1 WHERE one = 1";

Failure<Error> is_newer(const Schema& schema, std::int64_t version) {
    return fail(Error::malformed(fmt::format(
        "this {} was written by a newer version of Préau (its version {}, ours {}); install that "
        "version again, nothing was changed",
        schema.name, version, schema.version())));
}

// ---- SQLite

/// The schema in the words of server/sqlite, and the texts that they point to.
struct SqliteSchema {
    explicit SqliteSchema(const Schema& schema)
        : current(text_for(Engine::sqlite, schema.current)) {
        for (const auto& step : schema.migrations) texts.push_back(text_for(Engine::sqlite, step));
        for (const auto& text : texts) migrations.push_back(text);
        made = {.name = schema.name,
                .application_id = schema.application_id,
                .current = current,
                .migrations = migrations,
                .first_damage = schema.first_damage};
    }
    SqliteSchema(const SqliteSchema&) = delete;

    std::string current;
    std::vector<std::string> texts;
    std::vector<std::string_view> migrations;
    sqlite::Schema made{};
};

Result<std::unique_ptr<Connection>> open_sqlite(const std::string& path, const Schema& schema) {
    const SqliteSchema tables(schema);
    auto database = sqlite::Database::open(path, tables.made);
    if (!database) return fail(std::move(database.error()));
    return std::unique_ptr<Connection>(std::make_unique<SqliteConnection>(std::move(*database)));
}

Result<std::unique_ptr<Connection>> read_sqlite(const std::string& path, const Schema& schema) {
    const SqliteSchema tables(schema);
    auto reader = sqlite::Connection::open(path, sqlite::Access::read_only);
    if (!reader) return fail(std::move(reader.error()));
    const auto version = sqlite::schema_version(*reader, tables.made);
    if (!version) return fail(version.error());
    if (*version != schema.version())
        return fail(
            Error::malformed(fmt::format("{}: its tables are older than this program's; "
                                         "start `preau-central serve` once",
                                         path)));
    return std::unique_ptr<Connection>(std::make_unique<SqliteConnection>(std::move(*reader)));
}

// ---- PostgreSQL

/// Two programs that start at once may both make the table: the loser tries again.
Result<void> make_version_table(Connection& connection) {
    Result<void> made;
    for (int tries = 0; tries < kCreationTriesMax; ++tries) {
        made = connection.execute(kVersionTable);
        if (made) return made;
    }
    return made;
}

Result<void> migrate_locked(Connection& connection, const Schema& schema) {
    if (auto first = connection.run(kFirstVersion); !first) return fail(first.error());
    const auto rows = connection.query(std::string(kVersion).append(connection.for_update()));
    if (!rows) return fail(rows.error());
    const auto version = (*rows)[0].integer(0);
    if (version > schema.version()) return is_newer(schema, version);
    if (version == schema.version()) return {};
    const auto first = static_cast<std::ptrdiff_t>(version);
    const auto steps = version == 0 ? std::vector<Step>{schema.current}
                                    : std::vector<Step>(schema.migrations.begin() + first,
                                                        schema.migrations.end());
    for (const auto& step : steps)
        if (auto done = connection.execute(text_for(Engine::postgresql, step)); !done) return done;
    if (auto set = connection.run(kSetVersion, schema.version()); !set) return fail(set.error());
    return {};
}

Result<std::unique_ptr<Connection>> open_postgresql(const std::string& url, const Schema& schema) {
    auto connection = PostgresqlConnection::open(url, false);
    if (!connection) return fail(std::move(connection.error()).with_context("open the database"));
    if (auto made = make_version_table(**connection); !made)
        return fail(std::move(made.error()).with_context("open the database"));
    auto migrated =
        in_transaction(**connection, [&] { return migrate_locked(**connection, schema); });
    if (!migrated)
        return fail(std::move(migrated.error()).with_context("bring the database up to date"));
    return std::unique_ptr<Connection>(std::move(*connection));
}

Result<std::unique_ptr<Connection>> read_postgresql(const std::string& url, const Schema& schema) {
    auto connection = PostgresqlConnection::open(url, true);
    if (!connection) return fail(std::move(connection.error()).with_context("open the database"));
    const auto rows = (*connection)->query(kVersion);
    if (!rows) return fail(rows.error());
    const auto version = rows->empty() ? 0 : (*rows)[0].integer(0);
    if (version > schema.version()) return is_newer(schema, version);
    if (version != schema.version())
        return fail(
            Error::malformed("the database has older tables than this program's; start "
                             "`preau-central serve` once"));
    return std::unique_ptr<Connection>(std::move(*connection));
}

}  // namespace

Result<Engine> engine_of(const std::string& url) {
    if (url.starts_with(kSqlite) && url.size() > kSqlite.size()) return Engine::sqlite;
    if (url.starts_with(kPostgresql)) return Engine::postgresql;
    return fail(Error::malformed("the database is sqlite:PATH or postgresql://…"));
}

Result<std::unique_ptr<Connection>> open(const std::string& url, const Schema& schema) {
    const auto engine = engine_of(url);
    if (!engine) return fail(engine.error());
    return *engine == Engine::sqlite ? open_sqlite(url.substr(kSqlite.size()), schema)
                                     : open_postgresql(url, schema);
}

Result<std::unique_ptr<Connection>> open_reader(const std::string& url, const Schema& schema) {
    const auto engine = engine_of(url);
    if (!engine) return fail(engine.error());
    return *engine == Engine::sqlite ? read_sqlite(url.substr(kSqlite.size()), schema)
                                     : read_postgresql(url, schema);
}

}  // namespace preau::central::sql
