// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/convenience_file.hpp"

#include <optional>
#include <string>

namespace preau::store {

/// Seat checks that are kept: more than any school has stations on one network. The oldest goes.
inline constexpr std::size_t kSeatChecksMax = 1000;

/// What makes a day easier and proves nothing: drafts, candidates' signed receipts, seat checks,
/// staff. Everything is in memory; flush() writes what changed to a file of its own, never the
/// journal's. That file may be lost, damaged or in the way at any time: it is made again from
/// memory, the log says so, and nothing else happens. One thread.
class Convenience {
  public:
    /// Reads what the file has. One that is damaged is removed. Without a path, memory only.
    explicit Convenience(std::string path = "", std::string vfs = "");

    void put_draft(const CandidateKey& key, Draft draft);
    void erase_draft(const CandidateKey& key);
    const Draft* draft(const CandidateKey& key) const { return content_.drafts.find(key); }
    /// Of everybody in that session, for good: nothing of them stays in the file either.
    void erase_drafts(const SessionId& session);
    /// Of every station, for good.
    void erase_seat_checks();

    void put_receipt(const CandidateKey& key, const SignedReceipt& receipt);
    const SignedReceipt* receipt(const CandidateKey& key) const {
        return content_.receipts.find(key);
    }

    void put_seat_check(const SeatDevice& device, SeatCheck check);
    const std::map<SeatDevice, SeatCheck>& seat_checks() const {
        return content_.seat_checks.all();
    }

    /// The same name again replaces what was said before.
    void add_staff(StaffMember member);
    const std::map<std::string, StaffMember>& staff() const { return content_.staff.all(); }

    /// Writes what changed since the last call, in one transaction that waits for no disk.
    void flush();
    /// The file has everything.
    bool is_written() const { return file_.has_value() && content_.is_written(); }

  private:
    void open();
    void read();
    void make_again(const Error& why);
    Result<void> write();

    std::string path_;
    std::string vfs_;
    ConvenienceContent content_;
    std::optional<ConvenienceFile> file_;
    bool log_holds_erased_ = false;
    bool unavailable_said_ = false;
};

}  // namespace preau::store
