// SPDX-License-Identifier: Apache-2.0
#include "store/convenience.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <filesystem>

namespace preau::store {

namespace {

bool exists(const std::string& path) {
    std::error_code unknown;
    return std::filesystem::exists(path, unknown);
}

void remove_files(const std::string& path) {
    for (const auto* suffix : {"", "-wal", "-shm"}) {
        std::error_code absent;  // what is still in the way fails when it is opened
        std::filesystem::remove(path + suffix, absent);
    }
}

}  // namespace

Convenience::Convenience(std::string path, std::string vfs)
    : path_(std::move(path)), vfs_(std::move(vfs)) {
    open();
    if (file_) read();
}

void Convenience::open() {
    if (path_.empty()) return;
    auto opened = ConvenienceFile::open(path_, vfs_);
    if (!opened && opened.error().kind == ErrorKind::malformed) {
        log::warning("convenience.made_again", {{"why", opened.error().message}});
        remove_files(path_);
        opened = ConvenienceFile::open(path_, vfs_);
    }
    if (opened) {
        file_ = std::move(*opened);
        unavailable_said_ = false;
    } else if (!std::exchange(unavailable_said_, true)) {  // tried again at each flush, said once
        log::error("convenience.unavailable",
                   {{"why", opened.error().message}, {"then", "go on with what is in memory"}});
    }
}

void Convenience::read() {
    auto done = file_->read(content_);
    if (done) return;
    content_ = {};
    make_again(done.error());
}

void Convenience::make_again(const Error& why) {
    log::warning("convenience.made_again", {{"why", why.message}});
    file_.reset();
    remove_files(path_);
    content_.none_written();
    open();
}

void Convenience::put_draft(const CandidateKey& key, Draft draft) {
    content_.drafts.put(key, std::move(draft));
}

void Convenience::erase_draft(const CandidateKey& key) { content_.drafts.erase(key); }

void Convenience::erase_drafts(const SessionId& session) {
    std::vector<CandidateKey> keys;
    for (const auto& [key, draft] : content_.drafts.all())
        if (key.session == session) keys.push_back(key);
    for (const auto& key : keys) content_.drafts.erase(key);
    log_holds_erased_ = true;
}

void Convenience::put_receipt(const CandidateKey& key, const SignedReceipt& receipt) {
    content_.receipts.put(key, receipt);
}

void Convenience::put_seat_check(const SeatDevice& device, SeatCheck check) {
    const auto& all = content_.seat_checks.all();
    if (all.size() >= kSeatChecksMax && !all.contains(device)) {
        const auto oldest = std::ranges::min_element(
            all, {}, [](const auto& entry) { return entry.second.checked_at; });
        content_.seat_checks.erase(SeatDevice(oldest->first));
    }
    content_.seat_checks.put(device, std::move(check));
}

void Convenience::erase_seat_checks() {
    std::vector<SeatDevice> devices;
    for (const auto& [device, check] : content_.seat_checks.all()) devices.push_back(device);
    for (const auto& device : devices) content_.seat_checks.erase(device);
    log_holds_erased_ = true;
}

void Convenience::add_staff(StaffMember member) {
    auto name = member.name;
    content_.staff.put(name, std::move(member));
}

void Convenience::flush() {
    if (!file_) open();
    if (file_ && vfs_.empty() && !exists(path_)) make_again(Error::environment(path_ + " is gone"));
    if (!file_) return;
    if (auto written = write(); !written) {
        make_again(written.error());
        if (file_) written = write();
        if (written) return;
        file_.reset();  // the next call tries again
        log::error("convenience.not_written", {{"why", written.error().message}});
    }
}

Result<void> Convenience::write() {
    if (!content_.is_written()) {
        if (auto done = file_->write(content_); !done) return done;
        content_.all_written();
    }
    if (!log_holds_erased_) return {};
    auto emptied = file_->empty_log();
    if (emptied) log_holds_erased_ = false;
    return emptied;
}

}  // namespace preau::store
