// SPDX-License-Identifier: Apache-2.0
#include "central/blobs.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"

#include <fmt/format.h>

#include <atomic>
#include <fcntl.h>
#include <unistd.h>

namespace preau::central {

namespace {

namespace fs = std::filesystem;

/// Of this process and this call: another process may be writing the same bundle.
std::string own_suffix() {
    static std::atomic<unsigned> written = 0;
    return fmt::format(".{}-{}", ::getpid(), ++written);
}

Result<void> rename_into(const fs::path& file, const fs::path& path) {
    std::error_code error;
    fs::rename(file, path, error);
    if (error)
        return fail(Error::environment(fmt::format("name {}: {}", path.string(), error.message())));
    return sync_folder(path.parent_path());
}

}  // namespace

Result<void> sync_folder(const fs::path& folder) {
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return fail(errno_error("sync " + folder.string()));
    const bool synced = ::fsync(directory) == 0;
    ::close(directory);
    if (!synced) return fail(errno_error("sync " + folder.string()));
    return {};
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(Error::environment("create " + folder.string() + ": " + error.message()));
    return {};
}

fs::path Blobs::path_of(const Hash& sha256) const { return folder_ / (to_hex(sha256) + ".preau"); }

Result<void> Blobs::keep(const Hash& sha256, ByteView bytes) const {
    if (auto made = make_folder(folder_); !made) return made;
    const auto path = path_of(sha256);
    if (fs::exists(path)) return {};  // a whole file, or it would not have that name
    const fs::path written = path.string() + own_suffix();
    if (auto done = write_file(written, bytes); !done) return done;
    return rename_into(written, path);
}

Result<void> Blobs::take_in(const Hash& sha256, const fs::path& file) const {
    if (auto made = make_folder(folder_); !made) return made;
    if (fs::exists(path_of(sha256))) {
        std::error_code ignored;
        fs::remove(file, ignored);
        return {};
    }
    return rename_into(file, path_of(sha256));
}

Result<Bytes> Blobs::read(const Hash& sha256) const {
    return read_file(path_of(sha256), limits::bundle_bytes_max);
}

bool Blobs::has(const Hash& sha256) const { return fs::exists(path_of(sha256)); }

}  // namespace preau::central
