// SPDX-License-Identifier: Apache-2.0
#include "crash/links.hpp"

#include "base/big_endian.hpp"
#include "seal/hash.hpp"

namespace preau::crash {

bool is_chain(const std::vector<record::Entry>& entries, const Hash& authorisation,
              LinkRule previous) {
    const ByteArray<1> leaf_prefix{0x00};
    const ByteArray<1> payload_prefix{0x02};
    Hash head = authorisation;
    std::uint64_t sequence = 0;
    for (const auto& entry : entries) {
        ByteReader header(entry.header);
        header.bytes(28);
        const auto own_sequence = header.u64();
        header.bytes(24);
        const auto link = header.array<32>();
        const auto payload_bytes = header.u32();
        const auto payload_hash = header.array<32>();
        const bool linked = link == head || previous == LinkRule::ignored;
        const bool holds =
            own_sequence == sequence && linked && payload_bytes == entry.payload.size() &&
            payload_hash == seal::sha256({payload_prefix, entry.salt, entry.payload}) &&
            entry.leaf == seal::sha256({leaf_prefix, entry.header});
        if (!holds) return false;
        head = entry.leaf;
        ++sequence;
    }
    return true;
}

}  // namespace preau::crash
