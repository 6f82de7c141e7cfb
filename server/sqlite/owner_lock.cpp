// SPDX-License-Identifier: Apache-2.0
#include "sqlite/owner_lock.hpp"

namespace preau::sqlite {

Result<OwnerLock> OwnerLock::take(const std::string& path, const std::string& vfs) {
    auto connection = Connection::open(path + ".lock", Access::read_write, vfs);
    if (!connection) return fail(std::move(connection.error()));
    if (auto held = connection->hold_exclusively(); !held) return fail(std::move(held.error()));
    return OwnerLock(std::move(*connection));
}

}  // namespace preau::sqlite
