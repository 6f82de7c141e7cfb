// SPDX-License-Identifier: Apache-2.0
#include "seal/candidate_receipt.hpp"

#include "base/big_endian.hpp"

namespace preau::seal {

namespace {

constexpr std::string_view kMagic = "PRR1";
constexpr std::size_t kStatementBytes = 82;

CandidateStatement decode(ByteView statement) {
    ByteReader reader(statement.subspan(kMagic.size()));
    CandidateStatement read;
    read.session.bytes = reader.array<16>();
    read.candidate.value = reader.u32();
    read.answers = reader.u16();
    read.finish_sequence = reader.u32();
    read.tree_size = reader.u64();
    read.unix_seconds = reader.u64();
    read.candidate_root = reader.array<32>();
    read.key_id = reader.array<4>();
    PREAU_CHECK(reader.finished());
    return read;
}

}  // namespace

ByteArray<82> encode(const CandidateStatement& statement) {
    const auto bytes = ByteWriter()
                           .bytes(as_bytes(kMagic))
                           .bytes(statement.session.bytes)
                           .u32(statement.candidate.value)
                           .u16(statement.answers)
                           .u32(statement.finish_sequence)
                           .u64(statement.tree_size)
                           .u64(statement.unix_seconds)
                           .bytes(statement.candidate_root)
                           .bytes(statement.key_id)
                           .take();
    return *to_array<kStatementBytes>(bytes);
}

ByteArray<146> sign_statement(const CandidateStatement& statement, const SigningKey& key) {
    const auto bytes = encode(statement);
    return *to_array<146>(ByteWriter().bytes(bytes).bytes(key.sign(bytes)).take());
}

Result<CandidateStatement> open_statement(ByteView receipt, const PublicKey& key) {
    const auto wrong = [](std::string what) {
        return fail(Error::malformed("candidate receipt: " + std::move(what)));
    };
    if (receipt.size() != 146) return wrong("not 146 bytes");
    const auto statement = receipt.first(kStatementBytes);
    if (as_text(statement.first(kMagic.size())) != kMagic) return wrong("not one of version 1");
    if (!verify(key, statement, *to_array<64>(receipt.subspan(kStatementBytes))))
        return wrong("the signature is not valid");
    return decode(statement);
}

}  // namespace preau::seal
