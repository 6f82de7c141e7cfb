// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/chain_reader.hpp"
#include "seal/certificate.hpp"
#include "store/copy_shelf.hpp"

namespace preau::room {

/// Another box's session, as its second copy tells it, every part verified.
struct OpenedCopy {
    store::SessionRow row;
    std::vector<record::Entry> entries;
    std::vector<seal::Certificate> boxes;   ///< that wrote the journal
    std::vector<std::string> certificates;  ///< the signed documents
};

/// Verifies, by the platform's keys, that `box` may go on with the session; by the session's, that
/// the rest is what another box wrote; by that box's, every record. `own` signs what this box may
/// have written before.
Result<OpenedCopy> open_copy(const store::FoundCopy& copy, const store::PayloadCipher& cipher,
                             const seal::Root& root, const std::string& box,
                             const seal::PublicKey& own);

/// Of a session that is on this box already: the records that the copy has and the journal lacks,
/// in order; none when the journal has them all. Malformed when the two go on differently.
Result<std::vector<record::Entry>> records_ahead(const store::FoundCopy& copy,
                                                 std::span<const record::Entry> journal,
                                                 const store::PayloadCipher& cipher);

}  // namespace preau::room
