// SPDX-License-Identifier: Apache-2.0
#include "room/answer_receipt.hpp"

#include "base/big_endian.hpp"

namespace preau::room {

Bytes receipt_statement(const SessionId& session, const RecordedAnswer& answer) {
    ByteWriter out;
    out.bytes(as_bytes("preau-answer-receipt/v1\n"))
        .bytes(session.bytes)
        .u32(answer.epoch)
        .u64(answer.sequence)
        .bytes(answer.leaf)
        .u64(static_cast<std::uint64_t>(answer.tick.ms));
    return out.take();
}

}  // namespace preau::room
