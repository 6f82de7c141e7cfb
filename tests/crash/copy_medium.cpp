// SPDX-License-Identifier: Apache-2.0
#include "crash/copy_medium.hpp"

namespace preau::crash {

using store::CopyFault;
using store::CopyLoss;
using store::CopyResult;

namespace {

Failure<CopyFault> fault(CopyLoss loss) { return fail(CopyFault{loss, "the stick fails"}); }

}  // namespace

/// A file as it was opened: once the stick was out, it is dead.
class CopyMediumFile : public store::CopyFile {
  public:
    CopyMediumFile(CopyMedium& medium, Disk::FileId file)
        : medium_(medium), file_(file), mounted_(medium.times_mounted_) {}

    CopyResult<std::uint64_t> size() override {
        if (auto met = meet(); !met) return fail(std::move(met.error()));
        return medium_.disk_.content(file_).size();
    }

    CopyResult<Bytes> read(std::uint64_t at, std::size_t count) override {
        if (auto met = meet(); !met) return fail(std::move(met.error()));
        const auto& content = medium_.disk_.content(file_);
        const auto end = std::min<std::size_t>(content.size(), at + count);
        Bytes bytes(end > at ? end - at : 0);
        content.read(at, bytes);
        return bytes;
    }

    CopyResult<void> write(std::uint64_t at, ByteView bytes) override {
        medium_.tell();
        if (auto met = meet(); !met) {
            // Some of it may have arrived.
            if (is_mounted() && !medium_.is_read_only_)
                medium_.disk_.write(file_, at, bytes.first(bytes.size() / 2));
            return met;
        }
        if (auto fits = medium_.meet_write(file_, at + bytes.size()); !fits) return fits;
        auto arriving = to_bytes(bytes);
        if (medium_.garbles_ && !arriving.empty()) {
            arriving[arriving.size() / 2] ^= 0x10;
            medium_.garbles_ = false;
        }
        medium_.disk_.write(file_, at, arriving);
        medium_.tell();
        return {};
    }

    CopyResult<void> sync() override {
        if (sync_failed_) ++medium_.retried_syncs_;
        if (auto met = meet(); !met) {
            sync_failed_ = true;
            if (is_mounted()) medium_.disk_.fail_sync(file_, medium_.random_);
            return met;
        }
        if (!medium_.lies_) medium_.disk_.sync(file_);
        medium_.tell();
        return {};
    }

  private:
    bool is_mounted() const { return medium_.is_there_ && mounted_ == medium_.times_mounted_; }
    CopyResult<void> meet() {
        if (mounted_ != medium_.times_mounted_) return fault(CopyLoss::failed);
        return medium_.meet();
    }

    CopyMedium& medium_;
    Disk::FileId file_;
    std::uint64_t mounted_;
    bool sync_failed_ = false;
};

Bytes CopyMedium::content(const std::string& name) const {
    const auto file = disk_.find(name);
    return file ? disk_.content(*file).all() : Bytes();
}

void CopyMedium::put(const std::string& name, ByteView content) {
    disk_.unlink(name);
    const auto file = disk_.create(name);
    disk_.write(file, 0, content);
    disk_.sync(file);
    disk_.sync_directory();
}

void CopyMedium::put_back() {
    is_there_ = true;
    ++times_mounted_;
    disk_.forget_clean_pages();
}

void CopyMedium::fail_at(std::uint64_t operation, Fails fails) {
    fails_at_ = operations_ + operation;
    fails_ = fails;
}

CopyResult<void> CopyMedium::meet() {
    const auto operation = operations_++;
    if (!is_there_) return fault(CopyLoss::removed);
    const bool fails = fails_at_ && (operation == *fails_at_ ||
                                     (operation > *fails_at_ && fails_ == Fails::from_there_on));
    if (fails) return fault(CopyLoss::failed);
    return {};
}

CopyResult<void> CopyMedium::meet_write(Disk::FileId file, std::uint64_t end) {
    if (is_read_only_) return fault(CopyLoss::failed);
    if (end > std::max(bytes_max_, disk_.content(file).size())) return fault(CopyLoss::full);
    return {};
}

CopyResult<std::unique_ptr<store::CopyFile>> CopyMedium::open(const std::string& name) {
    tell();
    if (auto met = meet(); !met) return fail(std::move(met.error()));
    // A file opened anew shows what the stick holds, not what a failed sync left in a cache.
    disk_.forget_clean_pages();
    auto file = disk_.find(name);
    if (!file && is_read_only_) return fault(CopyLoss::failed);
    if (!file) file = disk_.create(name);
    disk_.sync_directory();
    tell();
    return std::unique_ptr<store::CopyFile>(std::make_unique<CopyMediumFile>(*this, *file));
}

CopyResult<std::optional<Bytes>> CopyMedium::read(const std::string& name, std::size_t bytes_max) {
    if (auto met = meet(); !met) return fail(std::move(met.error()));
    const auto file = disk_.find(name);
    if (!file) return std::optional<Bytes>();
    auto bytes = disk_.content(*file).all();
    if (bytes.size() > bytes_max) return fault(CopyLoss::failed);
    return std::optional(std::move(bytes));
}

CopyResult<void> CopyMedium::replace(const std::string& name, ByteView content) {
    tell();
    if (auto met = meet(); !met) return met;
    if (is_read_only_) return fault(CopyLoss::failed);
    put(name, content);
    tell();
    return {};
}

CopyResult<void> CopyMedium::remove(const std::string& name) {
    if (auto met = meet(); !met) return met;
    disk_.unlink(name);
    disk_.sync_directory();
    return {};
}

CopyResult<std::vector<std::string>> CopyMedium::names() {
    if (auto met = meet(); !met) return fail(std::move(met.error()));
    std::vector<std::string> names;
    for (const auto& [name, content] : disk_.listing()) names.push_back(name);
    return names;
}

}  // namespace preau::crash
