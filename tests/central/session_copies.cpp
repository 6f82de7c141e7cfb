// SPDX-License-Identifier: Apache-2.0
#include "central/session_copies.hpp"

#include "base/big_endian.hpp"
#include "json/read.hpp"
#include "record/chain_writer.hpp"
#include "record/payload.hpp"
#include "record/types.hpp"
#include "seal/hash.hpp"

namespace preau::test {

namespace {

SessionId id_of(std::uint32_t number) {
    ByteWriter bytes;
    bytes.u32(0xc0b1e500).u32(number).u64(0);
    return {*to_array<16>(bytes.view())};
}

record::Moment moment_of(const record::Header& header) {
    return {header.since_epoch, header.wall, header.quality};
}

record::Entry write_again(record::ChainWriter& writer, const record::Entry& entry) {
    const auto header = *record::decode(entry.header);
    const auto type = *record::known_type(header.type);
    if (type == record::Type::epoch_start) return writer.start_epoch(moment_of(header));
    if (type == record::Type::checkpoint) return writer.checkpoint(moment_of(header));
    const auto event = record::decode_payload(type, header.candidate, entry.payload);
    return writer.event(*event, moment_of(header));
}

}  // namespace

SessionCopy copy_session(const BundleParts& parts, const SmallRoom& room, std::uint32_t number,
                         const record::BoxIdentity& box) {
    SeededEntropy entropy(number + 1);
    SessionCopy copy{
        .authorisation = room.authorisation(), .envelope = {}, .note = {}, .bundle = {}};
    copy.authorisation.session = id_of(number);
    copy.authorisation.boxes = {box.name};
    copy.envelope = seal::sign_authorisation(copy.authorisation, platform_session_key());
    record::Position begin;
    begin.head = seal::sha256(as_bytes(seal::write_authorisation(copy.authorisation)));
    record::ChainWriter writer(copy.authorisation.session, begin, box, entropy);
    BundleParts again = parts;
    again.authorisation = copy.envelope;
    again.entries.clear();
    for (const auto& entry : parts.entries) again.entries.push_back(write_again(writer, entry));
    again.note = copy.note = note_in(again.entries.back());
    again.manifest.box = box.name;
    again.manifest.session = copy.authorisation.session;
    again.manifest.tree = {writer.position().size(), writer.position().tree.root()};
    copy.bundle = again.bytes(box.key);
    return copy;
}

}  // namespace preau::test
