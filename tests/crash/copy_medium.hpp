// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/disk.hpp"
#include "store/second_copy.hpp"

#include <deque>
#include <set>

namespace preau::crash {

/// A stick on which every operation can go wrong. What is on it is a Disk: pictures of it can be
/// taken, and its power cut.
class CopyMedium : public store::CopyFolder {
  public:
    explicit CopyMedium(std::uint64_t seed = 1) : random_(seed) {}

    void mount(Disk disk) { disk_ = std::move(disk); }
    const Disk& disk() const { return disk_; }
    /// Whole content of a file; nothing when there is none.
    Bytes content(const std::string& name) const;
    /// As somebody else would have written it.
    void put(const std::string& name, ByteView content);

    void pull_out() { is_there_ = false; }
    void put_back();
    void make_read_only(bool read_only) { is_read_only_ = read_only; }
    void limit_to(std::size_t bytes) { bytes_max_ = bytes; }
    /// The operation of that number, counted from now, fails; and all later ones if it persists.
    enum class Fails { once, from_there_on };
    void fail_at(std::uint64_t operation, Fails fails);
    void heal() { fails_at_.reset(); }
    /// Says that it has synced, and has not.
    void lie_about_syncs() { lies_ = true; }
    /// Changes a byte of the next write on its way.
    void garble_next_write() { garbles_ = true; }

    /// Called before each operation, when what it changes is not yet there, and after it.
    void watch(std::function<void()> watcher) { watcher_ = std::move(watcher); }
    std::uint64_t operations() const { return operations_; }
    /// Files that were synced again after a sync of them had failed.
    std::uint64_t retried_syncs() const { return retried_syncs_; }

    store::CopyResult<std::unique_ptr<store::CopyFile>> open(const std::string& name) override;
    store::CopyResult<std::optional<Bytes>> read(const std::string& name,
                                                 std::size_t bytes_max) override;
    store::CopyResult<void> replace(const std::string& name, ByteView content) override;
    store::CopyResult<void> remove(const std::string& name) override;
    store::CopyResult<std::vector<std::string>> names() override;

  private:
    friend class CopyMediumFile;

    /// What an operation meets: nothing, or why it fails.
    store::CopyResult<void> meet();
    store::CopyResult<void> meet_write(Disk::FileId file, std::uint64_t end);
    void tell() const {
        if (watcher_) watcher_();
    }

    Disk disk_;
    SplitMix64 random_;
    std::function<void()> watcher_;
    std::uint64_t operations_ = 0;
    std::uint64_t retried_syncs_ = 0;
    std::uint64_t times_mounted_ = 0;
    std::optional<std::uint64_t> fails_at_;
    Fails fails_ = Fails::once;
    std::size_t bytes_max_ = SIZE_MAX;
    bool is_there_ = true;
    bool is_read_only_ = false;
    bool lies_ = false;
    bool garbles_ = false;
};

/// Jobs wait until the test lets them be done: a medium that does not answer.
class PatientWorker : public store::CopyWorker {
  public:
    explicit PatientWorker(CopyMedium& medium) : medium_(medium) {}
    void run(Job job) override { jobs_.push_back(std::move(job)); }

    std::size_t waiting() const { return jobs_.size(); }
    /// The oldest one.
    void do_one() {
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        job(medium_);
    }

  private:
    CopyMedium& medium_;
    std::deque<Job> jobs_;
};

}  // namespace preau::crash
