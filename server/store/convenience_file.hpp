// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sqlite/database.hpp"
#include "store/draft.hpp"
#include "store/kept.hpp"
#include "store/seat_check.hpp"
#include "store/staff.hpp"

namespace preau::store {

/// All that the convenience database holds, as it is in memory.
struct ConvenienceContent {
    Kept<CandidateKey, Draft> drafts;
    Kept<CandidateKey, SignedReceipt> receipts;
    Kept<SeatDevice, SeatCheck> seat_checks;
    Kept<std::string, StaffMember> staff;

    bool is_written() const;
    void all_written();
    void none_written();
};

/// The convenience database's file: its SQL. One object per file in the whole machine, one thread.
class ConvenienceFile {
  public:
    static Result<ConvenienceFile> open(const std::string& path, const std::string& vfs = "");

    Result<void> read(ConvenienceContent& content);
    /// What the file does not know yet, all or nothing. Waits for no disk, but for once in
    /// kConvenienceWalBytesMax.
    Result<void> write(const ConvenienceContent& content);
    /// Nothing that was erased is left in the write-ahead log.
    Result<void> empty_log();

  private:
    struct Statements {
        sqlite::Statement drafts, put_draft, erase_draft;
        sqlite::Statement receipts, put_receipt, erase_receipt;
        sqlite::Statement seat_checks, put_seat_check, erase_seat_check;
        sqlite::Statement staff, put_staff, erase_staff;
    };
    ConvenienceFile(sqlite::Database database, Statements statements)
        : database_(std::move(database)), statements_(std::move(statements)) {}
    static Result<Statements> prepare(sqlite::Connection& connection);

    Result<void> read_drafts(ConvenienceContent& content);
    Result<void> read_receipts(ConvenienceContent& content);
    Result<void> read_seat_checks(ConvenienceContent& content);
    Result<void> read_staff(ConvenienceContent& content);
    Result<void> write_drafts(const ConvenienceContent& content);
    Result<void> write_receipts(const ConvenienceContent& content);
    Result<void> write_seat_checks(const ConvenienceContent& content);
    Result<void> write_staff(const ConvenienceContent& content);

    sqlite::Database database_;
    Statements statements_;
};

}  // namespace preau::store
