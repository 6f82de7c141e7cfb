// SPDX-License-Identifier: Apache-2.0
#include "central/session_copies.hpp"

#include "base/big_endian.hpp"
#include "json/read.hpp"
#include "record/candidate_statements.hpp"
#include "record/chain_writer.hpp"
#include "record/payload.hpp"
#include "record/types.hpp"
#include "seal/code.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

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

/// Writes the records of a journal again, one after the other, in another session's name.
class Scribe {
  public:
    Scribe(SessionId session, record::Position begin, const record::BoxIdentity& box,
           Entropy& entropy)
        : session_(session),
          position_(std::move(begin)),
          box_(box),
          entropy_(entropy),
          statements_(session) {}

    record::Entry write(const record::Entry& entry) {
        const auto header = *record::decode(entry.header);
        const auto type = *record::known_type(header.type);
        if (type == record::Type::epoch_start) {
            writer_.emplace(session_, position_, box_, entropy_);
            return kept(writer_->start_epoch(moment_of(header)));
        }
        if (type == record::Type::checkpoint) return kept(writer_->checkpoint(moment_of(header)));
        auto event = *record::decode_payload(type, header.candidate, entry.payload);
        if (auto* told = std::get_if<exam::event::CandidateMinuted>(&event))
            told->minutes.receipt_code =
                seal::receipt_code(seal::encode(*statements_.of(told->candidate)));
        const auto written = kept(writer_->event(event, moment_of(header)));
        statements_.add(event, {header.sequence, written.leaf, header.wall}, epoch_key());
        return written;
    }

    const record::Position& position() const { return position_; }

  private:
    record::Entry kept(record::Entry entry) {
        position_ = writer_->position();
        return entry;
    }

    seal::VerifierKey epoch_key() const {
        return {seal::epoch_key_name(box_.name, position_.epoch), seal::NoteKeyType::ed25519,
                writer_->epoch_key().public_key()};
    }

    SessionId session_;
    record::Position position_;
    const record::BoxIdentity& box_;
    Entropy& entropy_;
    record::CandidateStatements statements_;
    std::optional<record::ChainWriter> writer_;
};

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
    Scribe scribe(copy.authorisation.session, begin, box, entropy);
    BundleParts again = parts;
    again.authorisation = copy.envelope;
    again.entries.clear();
    for (const auto& entry : parts.entries) again.entries.push_back(scribe.write(entry));
    again.note = copy.note = note_in(again.entries.back());
    again.manifest.box = box.name;
    again.manifest.session = copy.authorisation.session;
    again.manifest.tree = {scribe.position().size(), scribe.position().tree.root()};
    copy.bundle = again.bytes(box.key);
    return copy;
}

}  // namespace preau::test
