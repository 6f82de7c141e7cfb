// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preau {

namespace {

class Descriptor {
  public:
    Descriptor(const char* path, int flags, mode_t mode = 0) : fd_(::open(path, flags, mode)) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    bool valid() const { return fd_ >= 0; }
    int get() const { return fd_; }

  private:
    int fd_;
};

bool write_all(int fd, ByteView content) {
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written <= 0) return false;
        content = content.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
    const std::string intent = fmt::format("read {}", path.string());
    const Descriptor file(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info {};
    if (!file.valid() || ::fstat(file.get(), &info) != 0) return fail(errno_error(intent));
    if (!S_ISREG(info.st_mode)) return fail(Error::malformed(intent + ": not a regular file"));
    if (static_cast<std::uintmax_t>(info.st_size) > bytes_max)
        return fail(Error::malformed(
            fmt::format("{}: {} bytes, at most {} are accepted", intent, info.st_size, bytes_max)));
    Bytes content(static_cast<std::size_t>(info.st_size));
    std::size_t at = 0;
    while (at < content.size()) {
        const auto count = ::read(file.get(), content.data() + at, content.size() - at);
        if (count <= 0) return fail(errno_error(intent));
        at += static_cast<std::size_t>(count);
    }
    return content;
}

Result<void> write_file(const std::filesystem::path& path, ByteView content, FileAccess access) {
    const std::string intent = fmt::format("write {}", path.string());
    const std::string temporary = path.string() + ".tmp";
    {
        const mode_t mode = access == FileAccess::secret ? 0600 : 0644;
        const Descriptor file(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
        if (!file.valid() || !write_all(file.get(), content) || ::fsync(file.get()) != 0)
            return fail(errno_error(intent));
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) return fail(errno_error(intent));
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const Descriptor directory(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (!directory.valid() || ::fsync(directory.get()) != 0) return fail(errno_error(intent));
    return {};
}

}  // namespace preau
