// SPDX-License-Identifier: Apache-2.0
#include "central/chunk_file.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace preau::central {

Result<void> write_chunk(const std::filesystem::path& path, std::uint64_t offset, ByteView chunk) {
    const auto intent = "write " + path.string();
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0) return fail(errno_error(intent));
    Result<void> done;
    auto at = static_cast<off_t>(offset);
    while (!chunk.empty() && done) {
        const auto count = ::pwrite(file, chunk.data(), chunk.size(), at);
        if (count <= 0) {
            done = fail(errno_error(intent));
        } else {
            at += count;
            chunk = chunk.subspan(static_cast<std::size_t>(count));
        }
    }
    if (done && ::fdatasync(file) != 0) done = fail(errno_error(intent));
    ::close(file);
    return done;
}

Result<Hash> hash_of_file(const std::filesystem::path& path) {
    const auto bytes = read_file(path, limits::bundle_bytes_max);
    if (!bytes) return fail(bytes.error());
    return seal::sha256(*bytes);
}

}  // namespace preau::central
