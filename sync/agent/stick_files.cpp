// SPDX-License-Identifier: Apache-2.0
#include "agent/stick_files.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preau::agent {

namespace {

class Opened {
  public:
    Opened(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0644)) {}
    ~Opened() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    bool is_open() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

Trouble trouble_of(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return Trouble::stick_full;
        case EROFS:
        case EACCES:
        case EPERM:
            return Trouble::stick_read_only;
        default:  // EIO, ENODEV, ENOENT…: it is not there any more, or as good as
            return Trouble::stick_gone;
    }
}

Failure<Obstacle> failed(std::string_view act, const std::filesystem::path& path, int error) {
    return fail(Obstacle{
        .trouble = trouble_of(error),
        .detail = fmt::format("{} {}: {}", act, path.string(), errno_error("stick").message)});
}

bool write_all(int descriptor, ByteView content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written <= 0) return false;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

/// The pages that were just written are forgotten first, so that the medium itself is read.
Result<void, Obstacle> read_again(const std::filesystem::path& path, ByteView content,
                                  StickFiles& files) {
    {
        const Opened file(path, O_RDONLY);
        if (file.is_open()) ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    }
    const auto read = files.read(path, content.size());
    if (!read) return fail(read.error());
    if (std::ranges::equal(*read, content)) return {};
    return fail(Obstacle{.trouble = Trouble::stick_unreliable,
                         .detail = path.string() + " does not read as it was written"});
}

Result<void, Obstacle> write_synced(const std::filesystem::path& path, ByteView content) {
    const Opened file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.is_open() || !write_all(file.get(), content) || ::fsync(file.get()) != 0)
        return failed("write", path, errno);
    return {};
}

}  // namespace

Result<void, Obstacle> StickFiles::make_folder(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0755) == 0) return {};
    const int error = errno;
    std::error_code ignored;
    if (error == EEXIST && std::filesystem::is_directory(folder, ignored)) return {};
    return failed("make folder", folder, error);
}

Result<void, Obstacle> StickFiles::write(const std::filesystem::path& path, ByteView content) {
    auto temporary = path;
    temporary += ".tmp";
    auto done = write_synced(temporary, content);
    if (done) done = read_again(temporary, content, *this);
    if (done && ::rename(temporary.c_str(), path.c_str()) != 0)
        done = failed("rename", temporary, errno);
    if (!done) {
        ::unlink(temporary.c_str());
        return done;
    }
    const Opened folder(path.parent_path(), O_RDONLY | O_DIRECTORY);
    if (!folder.is_open() || ::fsync(folder.get()) != 0) return failed("sync", path, errno);
    return {};
}

Result<Bytes, Obstacle> StickFiles::read(const std::filesystem::path& path, std::size_t bytes_max) {
    const Opened file(path, O_RDONLY | O_NONBLOCK);
    struct stat info {};
    if (!file.is_open() || ::fstat(file.get(), &info) != 0) return failed("read", path, errno);
    if (!S_ISREG(info.st_mode) || static_cast<std::uintmax_t>(info.st_size) > bytes_max)
        return fail(Obstacle{.trouble = Trouble::stick_unreliable,
                             .detail = path.string() + " is no file of ours, or too large"});
    Bytes content(static_cast<std::size_t>(info.st_size));
    std::size_t at = 0;
    while (at < content.size()) {
        const auto count = ::read(file.get(), content.data() + at, content.size() - at);
        if (count <= 0) return failed("read", path, count == 0 ? EIO : errno);
        at += static_cast<std::size_t>(count);
    }
    return content;
}

}  // namespace preau::agent
