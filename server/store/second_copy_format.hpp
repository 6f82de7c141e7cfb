// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/entry.hpp"
#include "store/journal.hpp"
#include "store/payload_cipher.hpp"

/// The bytes of a session's second copy, on a stick or another disk (docs/formats/second-copy.md).
namespace preau::store {

inline constexpr std::size_t kCopyBytesMax = 96u * 1024 * 1024;
inline constexpr std::size_t kCopySheetBytesMax = 4u * 1024 * 1024;

/// Which session's records a copy must hold.
struct CopyChain {
    SessionId session;
    Hash authorisation{};  ///< SHA-256 of the authorisation's payload bytes: the first link
};

/// u32 length | header | salt and payload, sealed to the header.
Bytes encode_copy(const record::Entry& entry, const PayloadCipher& cipher);

/// How far a copy's headers follow one another: it takes no key to tell.
struct CopyHeaders {
    std::vector<Hash> leaves;  ///< of the longest run of headers that follow the first link
    std::uint32_t epoch = 0;   ///< of the last of them

    Hash head(const CopyChain& chain) const {
        return leaves.empty() ? chain.authorisation : leaves.back();
    }
};
CopyHeaders read_copy_headers(ByteView file, const CopyChain& chain);

/// The longest run of records that follow one another and whose payload is the one their header
/// names.
struct CopyRecords {
    std::vector<record::Entry> entries;
    std::size_t end = 0;  ///< where the next record goes
    bool clean = true;    ///< only zeros follow
};
CopyRecords read_copy(ByteView file, const CopyChain& chain, const PayloadCipher& cipher);

/// One more than the highest number of any record of the session that the file holds whole, even
/// behind a damaged one: what must not be written over unseen. kClaimOfAnother when the file is
/// another session's, or sealed with another key.
std::uint64_t claimed_size(ByteView file, const CopyChain& chain, const PayloadCipher& cipher);
inline constexpr std::uint64_t kClaimOfAnother = UINT64_MAX;

/// What another box needs besides the records, beside them.
struct CopySheet {
    SessionRow row;
    /// Signed certificates of the boxes that wrote the journal.
    std::vector<std::string> certificates;

    bool operator==(const CopySheet&) const = default;
};
Bytes encode_sheet(const CopySheet& sheet, const PayloadCipher& cipher);

/// What can be read of a sheet before the code of the day is typed. Nothing of it is verified but
/// its form.
struct CopyCover {
    SessionId session;
    std::string number;
    std::string authorisation;  ///< signed document
};
Result<CopyCover> read_cover(ByteView sheet);
/// Malformed when a byte is not what the holder of the key wrote.
Result<CopySheet> open_sheet(ByteView sheet, const PayloadCipher& cipher);

std::string copy_name(const SessionId& session);        ///< "<id>.pre-journal"
std::string copy_sheet_name(const SessionId& session);  ///< "<id>.pre-session"
/// The session of a sheet's file name; nothing for any other file.
std::optional<SessionId> session_of_sheet(std::string_view name);

}  // namespace preau::store
