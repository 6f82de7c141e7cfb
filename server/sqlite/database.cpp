// SPDX-License-Identifier: Apache-2.0
#include "sqlite/database.hpp"

namespace preau::sqlite {

namespace {

Result<void> verify(Connection& connection, const Schema& schema) {
    auto version = schema_version(connection, schema);
    if (!version) return fail(std::move(version.error()));
    auto sound = connection.check_integrity();
    if (sound || sound.error().kind != ErrorKind::malformed) return sound;
    auto error = std::move(sound.error());
    if (const auto row = schema.first_damage(connection); !row.empty())
        error.message += "; the first row that cannot be read is " + row;
    return fail(std::move(error));
}

Result<void> prepare(Connection& connection, const Schema& schema) {
    if (auto sound = verify(connection, schema); !sound) return sound;
    if (auto wal = connection.use_wal(schema.durability); !wal) return wal;
    if (auto migrated = migrate(connection, schema); !migrated) return migrated;
    if (auto durable = connection.sync_folder(); !durable) return durable;
    return connection.checkpoint(LogFile::emptied);
}

}  // namespace

Result<Database> Database::open(const std::string& path, const Schema& schema,
                                const std::string& vfs) {
    auto lock = OwnerLock::take(path, vfs);
    if (!lock) return fail(std::move(lock.error()).with_context(path));
    auto connection = Connection::open(path, Access::read_write, vfs);
    if (!connection) return fail(std::move(connection.error()).with_context(path));
    if (auto ready = prepare(*connection, schema); !ready)
        return fail(std::move(ready.error()).with_context(path));
    return Database(std::move(*lock), std::move(*connection));
}

}  // namespace preau::sqlite
