// SPDX-License-Identifier: Apache-2.0
#include "record/chain_reader.hpp"

#include "base/limits.hpp"
#include "exam/apply.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "record/payload.hpp"
#include "record/plausible.hpp"
#include "seal/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::record {

namespace {

Failure<Error> wrong(std::string what) { return fail(Error::malformed(std::move(what))); }

std::uint32_t last_of(const Position& position, CandidateNumber candidate) {
    const auto found = position.candidate_sequences.find(candidate);
    return found == position.candidate_sequences.end() ? 0 : found->second;
}

}  // namespace

ChainReader::ChainReader(ChainTrust trust) : trust_(std::move(trust)) {
    position_.head = trust_.authorisation;
}

Result<void> ChainReader::read(const Entry& entry) {
    auto read = read_record(entry);
    if (!read)
        return fail(
            std::move(read.error()).with_context(fmt::format("record {}", position_.size())));
    return {};
}

Result<void> ChainReader::read_all(std::span<const Entry> entries) {
    if (std::ranges::any_of(entries, &Entry::erased)) stand_ins_ = StandIns::of(entries);
    for (const auto& entry : entries)
        if (auto done = read(entry); !done) return done;
    if (stand_ins_ && !session_.finalised)
        return wrong("payloads were erased of a session that is not sealed");
    return {};
}

Result<void> ChainReader::read_record(const Entry& entry) {
    const auto header = decode(entry.header);
    if (!header) return fail(header.error());
    if (auto links = check_links(*header, entry); !links) return links;
    const auto type = known_type(header->type);
    if (!type) return wrong(fmt::format("type {:#06x} is unknown to this version", header->type));
    if (*type != Type::epoch_start && header->flags != flags_of_epoch())
        return wrong("has flags that its epoch does not have");
    auto read = *type == Type::epoch_start  ? read_epoch(*header, entry)
                : *type == Type::checkpoint ? read_checkpoint(*header, entry)
                                            : read_event(*header, *type, entry);
    if (!read) return fail(std::move(read.error()).with_context(name(*type)));
    position_.advance(*header, entry.leaf);
    last_type_ = type;
    return {};
}

Result<void> ChainReader::check_links(const Header& header, const Entry& entry) const {
    const bool starts_epoch = header.type == static_cast<std::uint16_t>(Type::epoch_start);
    const auto epoch = position_.epoch + (starts_epoch ? 1 : 0);
    const auto same_epoch_last =
        starts_epoch ? Duration{0} : position_.last - position_.epoch_began;
    const bool of_session = header.candidate.value == 0;
    const auto candidate_sequence = of_session ? 0 : last_of(position_, header.candidate) + 1;

    if (seal::leaf_hash(entry.header) != entry.leaf) return wrong("the leaf is not the header's");
    if (header.session != trust_.session) return wrong("belongs to another session");
    if (header.sequence != position_.size()) return wrong("is out of sequence");
    if (header.previous != position_.head) return wrong("does not follow the record before it");
    if (header.epoch != epoch) return wrong("has the wrong epoch");
    if (epoch == 0) return wrong("comes before the first epoch");
    if (header.since_epoch < same_epoch_last) return wrong("goes back in time");
    if (header.since_epoch > Duration{limits::epoch_ms_max}) return wrong("lasts too long");
    if (header.candidate.value > limits::candidates_per_session_max)
        return wrong("names a candidate that no session can have");
    if (header.candidate_sequence != candidate_sequence)
        return wrong("is out of the candidate's sequence");
    if (entry.erased()) return {};  // whether that may be depends on its type
    if (entry.payload.size() > limits::payload_bytes_max) return wrong("has too large a payload");
    if (header.payload_bytes != entry.payload.size() ||
        header.payload_hash != payload_hash(entry.salt, entry.payload))
        return wrong("has a payload that is not the one its header names");
    return {};
}

Result<void> ChainReader::read_epoch(const Header& header, const Entry& entry) {
    const auto epoch = verify_epoch(as_text(entry.payload), trust_.boxes);
    if (!epoch) return fail(epoch.error());
    const bool is_first = epoch->number == 1;
    const auto reason = is_first                      ? EpochReason::start
                        : epoch->box == position_.box ? EpochReason::restart
                                                      : EpochReason::takeover;
    const bool from_another = !is_first && epoch->box != position_.first_box;
    const bool agrees = epoch->session == trust_.session && epoch->number == header.epoch &&
                        epoch->reason == reason && header.candidate.value == 0 &&
                        header.flags == (from_another ? kFromAnotherBox : 0) &&
                        epoch->previous_size == position_.size() &&
                        epoch->previous_root == position_.tree.root();
    if (!agrees) return wrong("the signed epoch does not agree with the journal");
    if (is_first) position_.first_box = epoch->box;
    position_.box = epoch->box;
    epoch_verifier_ = seal::VerifierKey{seal::epoch_key_name(epoch->box, epoch->number),
                                        seal::NoteKeyType::ed25519, epoch->key};
    return {};
}

std::uint8_t ChainReader::flags_of_epoch() const {
    return position_.taken_over() ? kFromAnotherBox : 0;
}

Result<void> ChainReader::read_checkpoint(const Header& header, const Entry& entry) {
    if (header.candidate.value != 0) return wrong("names a candidate and is about the session");
    const auto value = json::read(as_text(entry.payload));
    if (!value) return fail(value.error());
    json::Fields fields(*value);
    const auto note = fields.text("note", limits::note_bytes_max);
    if (auto read = fields.finished("payload"); !read) return read;
    if (auto verified = verify_note(note); !verified) return verified;
    checkpoint_ = seal::Checkpoint{seal::session_origin(position_.box, trust_.session),
                                   position_.size(), position_.tree.root()};
    return {};
}

Result<void> ChainReader::verify_note(std::string_view note) const {
    if (!epoch_verifier_) return wrong("a checkpoint before the first epoch");
    const auto checkpoint = seal::verify_checkpoint(note, *epoch_verifier_);
    if (!checkpoint) return fail(checkpoint.error());
    if (checkpoint->origin != seal::session_origin(position_.box, trust_.session))
        return wrong("a checkpoint of another journal");
    if (checkpoint->size != position_.size() || checkpoint->root != position_.tree.root())
        return wrong("a checkpoint over another tree");
    return {};
}

Result<exam::Event> ChainReader::event_of(const Header& header, Type type,
                                          const Entry& entry) const {
    if (!entry.erased()) return decode_payload(type, header.candidate, entry.payload);
    if (!stand_ins_) return wrong("its payload was erased: it proves, but cannot be replayed");
    return stand_ins_->event(type, header.candidate, session_);
}

Result<void> ChainReader::read_event(const Header& header, Type type, const Entry& entry) {
    auto event = event_of(header, type, entry);
    if (!event) return fail(std::move(event.error()));
    if (exam::candidate_of(*event) != header.candidate)
        return wrong("names a candidate and is about the session");
    const auto now = position_.tick(header.since_epoch);
    if (auto plausible = check_plausible(session_, *event, now); !plausible) return plausible;
    const exam::Fact fact{std::move(*event), {now, header.wall}};
    session_ = exam::apply(std::move(session_), fact.event, fact.stamp);
    if (watcher_) watcher_(fact, header, entry.leaf);
    return {};
}

}  // namespace preau::record
