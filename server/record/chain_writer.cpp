// SPDX-License-Identifier: Apache-2.0
#include "record/chain_writer.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "json/write.hpp"
#include "record/payload.hpp"
#include "seal/checkpoint.hpp"
#include "seal/names.hpp"

#include <algorithm>

namespace preau::record {

Moment read_moment(Clock& clock) { return {clock.boot_now(), clock.wall_now(), clock.quality()}; }

ChainWriter::ChainWriter(SessionId session, Position position, BoxIdentity box, Entropy& entropy)
    : session_(session),
      position_(std::move(position)),
      box_(std::move(box)),
      entropy_(entropy),
      epoch_(position_.epoch) {}

Entry ChainWriter::start_epoch(const Moment& moment) {
    PREAU_CHECK(!epoch_key_);
    epoch_key_.emplace(seal::SigningKey::generate(entropy_));
    epoch_boot_ = moment.boot;
    ++epoch_;
    const auto why = reason();
    position_.box = box_.name;
    if (position_.first_box.empty()) position_.first_box = box_.name;
    const Epoch epoch{.session = session_,
                      .number = epoch_,
                      .key = epoch_key_->public_key(),
                      .box = box_.name,
                      .reason = why,
                      .previous_size = position_.size(),
                      .previous_root = position_.tree.root(),
                      .software = box_.software};
    const auto envelope = sign_epoch(epoch, box_.key);
    return append({Type::epoch_start, {}, to_bytes(as_bytes(envelope))}, moment);
}

EpochReason ChainWriter::reason() const {
    if (epoch_ == 1) return EpochReason::start;
    return position_.box == box_.name ? EpochReason::restart : EpochReason::takeover;
}

Entry ChainWriter::event(const exam::Event& event, const Moment& moment) {
    const auto type = type_of(event);
    const auto candidate = exam::candidate_of(event);
    auto payload = encode_payload(event);
    // What the reader would refuse must never reach the disk: the box could not start again.
    const auto back = decode_payload(type, candidate, payload);
    PREAU_CHECK(back && *back == event);
    return append({type, candidate, std::move(payload)}, moment);
}

Entry ChainWriter::checkpoint(const Moment& moment) {
    const auto note = seal::sign_checkpoint(present_checkpoint(),
                                            seal::epoch_key_name(box_.name, epoch_), epoch_key());
    const json::Object payload{{"note", note}};
    return append({Type::checkpoint, {}, to_bytes(as_bytes(json::write(payload)))}, moment);
}

seal::Checkpoint ChainWriter::present_checkpoint() const {
    return {.origin = seal::session_origin(box_.name, session_),
            .size = position_.size(),
            .root = position_.tree.root()};
}

const seal::SigningKey& ChainWriter::epoch_key() const {
    PREAU_CHECK(epoch_key_.has_value());
    return *epoch_key_;
}

seal::VerifierKey ChainWriter::epoch_verifier() const {
    return {seal::epoch_key_name(box_.name, epoch_), seal::NoteKeyType::ed25519,
            epoch_key().public_key()};
}

Tick ChainWriter::tick(const Moment& moment) const { return position_.tick(since_epoch(moment)); }

Tick ChainWriter::tick_at(const Moment& earlier) const {
    return position_.tick(std::max(earlier.boot - epoch_boot_, Duration{0}));
}

Duration ChainWriter::since_epoch(const Moment& moment) const {
    // Records of one epoch never go back in time, whatever the clock port says.
    const auto last =
        position_.epoch == epoch_ ? position_.last - position_.epoch_began : Duration{0};
    return std::max(moment.boot - epoch_boot_, last);
}

std::uint32_t ChainWriter::next_candidate_sequence(CandidateNumber candidate) const {
    if (candidate.value == 0) return 0;
    const auto found = position_.candidate_sequences.find(candidate);
    return found == position_.candidate_sequences.end() ? 1 : found->second + 1;
}

Entry ChainWriter::append(Content content, const Moment& moment) {
    PREAU_CHECK(epoch_key_.has_value());
    PREAU_CHECK(content.payload.size() <= limits::payload_bytes_max);
    Entry entry{.header = {}, .leaf = {}, .salt = {}, .payload = std::move(content.payload)};
    entropy_.fill(entry.salt);
    const Header header{.type = static_cast<std::uint16_t>(content.type),
                        .quality = moment.quality,
                        .flags = position_.taken_over() ? kFromAnotherBox : std::uint8_t{0},
                        .session = session_,
                        .epoch = epoch_,
                        .sequence = position_.size(),
                        .candidate = content.candidate,
                        .candidate_sequence = next_candidate_sequence(content.candidate),
                        .since_epoch = since_epoch(moment),
                        .wall = moment.wall,
                        .previous = position_.head,
                        .payload_bytes = static_cast<std::uint32_t>(entry.payload.size()),
                        .payload_hash = payload_hash(entry.salt, entry.payload)};
    entry.header = encode(header);
    entry.leaf = seal::leaf_hash(entry.header);
    position_.advance(header, entry.leaf);
    return entry;
}

}  // namespace preau::record
