// SPDX-License-Identifier: Apache-2.0
#include "store/second_copy_folder.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace preau::store {

namespace {

namespace fs = std::filesystem;

CopyLoss loss_of(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ENODEV:
        case ENXIO:
        case ENOMEDIUM:
            return CopyLoss::removed;
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return CopyLoss::full;
        default:
            return CopyLoss::failed;
    }
}

Failure<CopyFault> fault(std::string_view intent) {
    const int error = errno;
    return fail(CopyFault{loss_of(error), errno_error(intent).message});
}

class PosixCopyFile : public CopyFile {
  public:
    PosixCopyFile(int fd, std::string path) : fd_(fd), path_(std::move(path)) {}
    ~PosixCopyFile() override { ::close(fd_); }
    PosixCopyFile(const PosixCopyFile&) = delete;
    PosixCopyFile& operator=(const PosixCopyFile&) = delete;

    CopyResult<std::uint64_t> size() override {
        struct stat info {};
        if (::fstat(fd_, &info) != 0) return fault("look at " + path_);
        return static_cast<std::uint64_t>(info.st_size);
    }

    CopyResult<Bytes> read(std::uint64_t at, std::size_t count) override {
        // What is safely written may be forgotten by the cache: the medium is asked again.
        (void)::posix_fadvise(fd_, 0, 0, POSIX_FADV_DONTNEED);
        Bytes bytes(count);
        std::size_t done = 0;
        while (done < count) {
            const auto got =
                ::pread(fd_, bytes.data() + done, count - done, static_cast<off_t>(at + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return fault("read " + path_);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        bytes.resize(done);
        return bytes;
    }

    CopyResult<void> write(std::uint64_t at, ByteView bytes) override {
        while (!bytes.empty()) {
            const auto done = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (done < 0 && errno == EINTR) continue;
            if (done <= 0) return fault("write " + path_);
            at += static_cast<std::uint64_t>(done);
            bytes = bytes.subspan(static_cast<std::size_t>(done));
        }
        return {};
    }

    CopyResult<void> sync() override {
        if (::fdatasync(fd_) != 0) return fault("sync " + path_);
        return {};
    }

  private:
    int fd_;
    std::string path_;
};

class PosixCopyFolder : public CopyFolder {
  public:
    PosixCopyFolder(fs::path mount, fs::path journal, SameDisk same_disk)
        : mount_(std::move(mount)),
          folder_(mount_ / "PREAU" / "copie"),
          journal_(std::move(journal)),
          same_disk_(same_disk) {}

    CopyResult<std::unique_ptr<CopyFile>> open(const std::string& name) override {
        if (auto ready = prepare(); !ready) return fail(std::move(ready.error()));
        const auto path = folder_ / name;
        const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) return fault("open " + path.string());
        auto file = std::make_unique<PosixCopyFile>(fd, path.string());
        if (auto synced = sync_folder(); !synced) return fail(std::move(synced.error()));
        return std::unique_ptr<CopyFile>(std::move(file));
    }

    CopyResult<std::optional<Bytes>> read(const std::string& name, std::size_t bytes_max) override {
        if (auto there = look(); !there) return fail(std::move(there.error()));
        std::error_code ignored;
        const auto path = folder_ / name;
        if (!fs::exists(path, ignored)) return std::optional<Bytes>();
        auto content = read_file(path, bytes_max);
        if (!content) return fail(CopyFault{CopyLoss::failed, content.error().message});
        return std::optional(std::move(*content));
    }

    CopyResult<void> replace(const std::string& name, ByteView content) override {
        if (auto ready = prepare(); !ready) return ready;
        errno = 0;
        if (auto written = write_file(folder_ / name, content, FileAccess::secret); !written)
            return fail(CopyFault{loss_of(errno), written.error().message});
        return {};
    }

    CopyResult<void> remove(const std::string& name) override {
        if (auto there = look(); !there) return there;
        const auto path = folder_ / name;
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) return fault("remove " + path.string());
        return {};
    }

    CopyResult<std::vector<std::string>> names() override {
        if (auto there = look(); !there) return fail(std::move(there.error()));
        std::vector<std::string> names;
        std::error_code error;
        for (fs::directory_iterator entry(folder_, error), end; !error && entry != end;
             entry.increment(error))
            names.push_back(entry->path().filename().string());
        if (error && error != std::errc::no_such_file_or_directory)
            return fail(CopyFault{loss_of(error.value()), error.message()});
        return names;
    }

  private:
    /// Is there a medium, and is it another than the journal's?
    CopyResult<void> look() const {
        struct stat mount {};
        if (::stat(mount_.c_str(), &mount) != 0) return fault("look at " + mount_.string());
        if (same_disk_ == SameDisk::allowed) return {};
        struct stat journal {};
        if (::stat(journal_.c_str(), &journal) != 0) return fault("look at " + journal_.string());
        if (mount.st_dev == journal.st_dev)
            return fail(CopyFault{CopyLoss::removed,
                                  fmt::format("{} is on the disk of the journal itself: no medium "
                                              "is mounted there",
                                              mount_.string())});
        return {};
    }

    CopyResult<void> prepare() const {
        if (auto there = look(); !there) return there;
        std::error_code error;
        fs::create_directories(folder_, error);
        if (error)
            return fail(CopyFault{loss_of(error.value()),
                                  fmt::format("create {}: {}", folder_.string(), error.message())});
        return {};
    }

    CopyResult<void> sync_folder() const {
        const int fd = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0) return fault("open " + folder_.string());
        const bool synced = ::fsync(fd) == 0;
        const int error = errno;
        ::close(fd);
        errno = error;
        return synced ? CopyResult<void>() : fault("sync " + folder_.string());
    }

    fs::path mount_;
    fs::path folder_;
    fs::path journal_;
    SameDisk same_disk_;
};

}  // namespace

std::unique_ptr<CopyFolder> open_copy_folder(fs::path mount, fs::path journal, SameDisk same_disk) {
    return std::make_unique<PosixCopyFolder>(std::move(mount), std::move(journal), same_disk);
}

}  // namespace preau::store
