// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

namespace preau::seal {

/// A sealed session as it travels to the central platform (docs/formats/bundle.md). Only the bytes:
/// that they are those of one honest session is for whoever verifies them.
struct Bundle {
    struct Payload {
        std::uint64_t sequence = 0;
        ByteArray<16> salt{};
        Bytes bytes;
        bool operator==(const Payload&) const = default;
    };

    std::string manifest;                     ///< signed document
    std::string authorisation;                ///< signed document
    std::vector<std::string> certificates{};  ///< signed documents: of the boxes that ran it
    std::vector<ByteArray<128>> headers;
    std::vector<Payload> payloads;  ///< by rising sequence; an erased one is absent
    std::string note;  ///< the checkpoint that seals the session, over all records but itself

    bool operator==(const Bundle&) const = default;
};

/// The bundle must be within the limits that the reader enforces.
Bytes write_bundle(const Bundle& bundle);

/// Refuses, naming the record: a wrong final hash, more than the limits (before anything is
/// allocated for it), records missing, twice or out of order, bytes too few or too many.
Result<Bundle> read_bundle(ByteView bytes);

}  // namespace preau::seal
