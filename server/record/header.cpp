// SPDX-License-Identifier: Apache-2.0
#include "record/header.hpp"

#include "base/big_endian.hpp"
#include "base/check.hpp"
#include "seal/hash.hpp"

namespace preau::record {

namespace {

constexpr std::string_view kMagic = "PRE1";
constexpr std::uint8_t kPayloadPrefix = 0x02;
constexpr std::uint8_t kKnownFlags = 0x07;

}  // namespace

HeaderBytes encode(const Header& header) {
    ByteWriter out;
    out.bytes(as_bytes(kMagic))
        .u16(header.type)
        .u8(static_cast<std::uint8_t>(header.quality))
        .u8(header.flags)
        .bytes(header.session.bytes)
        .u32(header.epoch)
        .u64(header.sequence)
        .u32(header.candidate.value)
        .u32(header.candidate_sequence)
        .u64(static_cast<std::uint64_t>(header.since_epoch.ms))
        .u64(static_cast<std::uint64_t>(header.wall.ms))
        .bytes(header.previous)
        .u32(header.payload_bytes)
        .bytes(header.payload_hash);
    auto bytes = to_array<128>(out.view());
    PREAU_CHECK(bytes.has_value());
    return *bytes;
}

Result<Header> decode(const HeaderBytes& bytes) {
    ByteReader in(bytes);
    if (as_text(in.bytes(4)) != kMagic)
        return fail(Error::malformed("record header: not a Préau record"));
    Header header;
    header.type = in.u16();
    const auto quality = in.u8();
    header.flags = in.u8();
    if (quality > static_cast<std::uint8_t>(ClockQuality::central))
        return fail(Error::malformed("record header: unknown clock quality"));
    if ((header.flags & ~kKnownFlags) != 0)
        return fail(Error::malformed("record header: unknown flags"));
    header.quality = static_cast<ClockQuality>(quality);
    header.session.bytes = in.array<16>();
    header.epoch = in.u32();
    header.sequence = in.u64();
    header.candidate.value = in.u32();
    header.candidate_sequence = in.u32();
    header.since_epoch.ms = static_cast<std::int64_t>(in.u64());
    header.wall.ms = static_cast<std::int64_t>(in.u64());
    header.previous = in.array<32>();
    header.payload_bytes = in.u32();
    header.payload_hash = in.array<32>();
    PREAU_CHECK(in.finished());
    return header;
}

Hash payload_hash(const Salt& salt, ByteView payload) {
    return seal::sha256({ByteView(&kPayloadPrefix, 1), salt, payload});
}

}  // namespace preau::record
