// SPDX-License-Identifier: Apache-2.0
#include "tool/bundle_report.hpp"

#include "pack/open.hpp"
#include "record/content.hpp"
#include "record/rescore.hpp"
#include "seal/certificate.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"
#include "tool/bundle_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

Failure<Error> wrong(std::string what) { return fail(Error::malformed(std::move(what))); }

/// Hashes and links from record to record, without anybody's signature.
Result<seal::TreeHead> check_links(const std::vector<record::Entry>& entries,
                                   const SessionId& session, const Hash& authorisation) {
    Hash previous = authorisation;
    seal::MerkleTree tree;
    for (const auto& entry : entries) {
        const auto number = tree.size();
        const auto header = record::decode(entry.header);
        if (!header) return wrong(fmt::format("record {}: {}", number, header.error().message));
        if (header->session != session || header->sequence != number ||
            header->previous != previous)
            return wrong(fmt::format("record {} does not follow the one before it", number));
        if (header->payload_bytes != entry.payload.size() ||
            header->payload_hash != record::payload_hash(entry.salt, entry.payload))
            return wrong(fmt::format("record {} has another payload than its header says", number));
        previous = entry.leaf;
        tree.append(entry.leaf);
    }
    return seal::TreeHead{tree.size(), tree.root()};
}

Result<void> check_note(const std::string& note, const seal::Manifest& manifest,
                        const std::vector<record::Entry>& entries) {
    seal::MerkleTree sealed;
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) sealed.append(entries[i].leaf);
    const auto stated = seal::unverified_checkpoint(note);
    if (!stated) return fail(stated.error());
    const seal::Checkpoint expected{seal::session_origin(manifest.box, manifest.session),
                                    sealed.size(), sealed.root()};
    if (*stated != expected) return wrong("the note states another journal");
    return {};
}

class Verification {
  public:
    Verification(ByteView bytes, const BundleTrust& trust) : bytes_(bytes), trust_(trust) {}

    BundleReport run() {
        // Each step needs those before it.
        (void)(read() && authorisation() && certificates() && manifest() && file() && agreement() &&
               journal() && checkpoint() && receipt() && scores());
        return std::move(report_);
    }

  private:
    bool add(std::string name, Finding finding, std::string words) {
        report_.checks.push_back({std::move(name), finding, std::move(words)});
        return finding != Finding::failed;
    }
    bool failed(std::string name, const Error& error) {
        return add(std::move(name), Finding::failed, error.message);
    }

    bool read() {
        auto bundle = seal::read_bundle(bytes_);
        if (!bundle) return failed("bytes", bundle.error());
        bundle_ = std::move(*bundle);
        return add("bytes", Finding::passed,
                   "whole, and not one byte has changed since it was written");
    }

    bool authorisation() {
        auto payload = authorisation_payload();
        if (!payload) return failed("authorisation", payload.error());
        auto read = seal::read_authorisation(*payload);
        if (!read) return failed("authorisation", read.error());
        report_.authorisation = std::move(*read);
        authorisation_hash_ = seal::sha256(*payload);
        if (!trust_.session_key && !trust_.root)
            return add("authorisation", Finding::unproven,
                       "who authorised the session: give the platform's root with --root, or its "
                       "key with --session-key");
        return add("authorisation", Finding::passed, "signed by the platform");
    }

    Result<Bytes> authorisation_payload() const {
        constexpr auto kType = seal::kAuthorisationType;
        if (trust_.root)
            return seal::open_by_role(bundle_.authorisation, kType, *trust_.root,
                                      seal::Role::session);
        if (trust_.session_key)
            return seal::open_envelope(bundle_.authorisation, kType, *trust_.session_key);
        return seal::unverified_payload(bundle_.authorisation, kType);
    }

    /// The boxes' keys, as the platform certified them.
    bool certificates() {
        if (!trust_.root) return true;
        std::string names;
        for (const auto& envelope : bundle_.certificates) {
            const auto certificate = seal::open_certificate(envelope, *trust_.root);
            if (!certificate) return failed("certificates", certificate.error());
            boxes_[certificate->box] = certificate->signing;
            names += (names.empty() ? "" : ", ") + certificate->box;
        }
        if (names.empty() && !trust_.box_key)
            return add("certificates", Finding::unproven,
                       "the bundle carries no certificate: give the box's key with --box-key");
        return add("certificates", Finding::passed, "the platform certified " + names);
    }

    bool manifest() {
        auto manifest = seal::unverified_manifest(bundle_.manifest);
        if (manifest && trust_.box_key) boxes_[manifest->box] = *trust_.box_key;
        const auto key = manifest ? boxes_.find(manifest->box) : boxes_.end();
        is_box_known_ = key != boxes_.end();
        if (is_box_known_) manifest = seal::open_manifest(bundle_.manifest, key->second);
        if (!manifest) return failed("manifest", manifest.error());
        report_.manifest = std::move(*manifest);
        if (!is_box_known_)
            return add("manifest", Finding::unproven,
                       "which box made it: give the platform's root with --root, or the box's key "
                       "with --box-key");
        return add("manifest", Finding::passed,
                   fmt::format("signed by box {}", report_.manifest->box));
    }

    /// The note beside the file says whose it is and which bytes it has.
    bool file() {
        if (!trust_.file) return true;
        const auto& sent = *trust_.file;
        const auto note = is_box_known_
                              ? seal::open_bundle_note(sent.note, boxes_.at(report_.manifest->box))
                              : seal::unverified_bundle_note(sent.note);
        if (!note) return failed("file", note.error());
        const seal::BundleNote expected{report_.manifest->box, sent.hash, sent.size,
                                        report_.manifest->session};
        if (*note != expected)
            return add("file", Finding::failed,
                       "the note beside the file is of other bytes, another box or another "
                       "session: the file was changed on its way, or the two do not belong "
                       "together");
        if (!is_box_known_)
            return add("file", Finding::unproven, "whose note is beside it: as for the manifest");
        return add("file", Finding::passed, "the box signed the note beside it");
    }

    bool agreement() {
        const auto agree = record::check_agreement(*report_.manifest, *report_.authorisation);
        if (!agree) return failed("agreement", agree.error());
        return add("agreement", Finding::passed,
                   "manifest and authorisation name the same session, box and pack");
    }

    bool journal() { return is_box_known_ ? journal_of_box() : journal_of_nobody(); }

    bool journal_of_box() {
        auto sealed = record::verify_sealed_session(bundle_, *report_.manifest,
                                                    *report_.authorisation, boxes_);
        if (!sealed) return failed("journal", sealed.error());
        report_.sealed = std::move(*sealed);
        return add("journal", Finding::passed,
                   fmt::format("{} records, each with its right place, payload and signatures; "
                               "root and sealing note are theirs",
                               report_.sealed->entries.size()));
    }

    bool journal_of_nobody() {
        const auto entries = record::entries_of(bundle_);
        if (!entries) return failed("journal", entries.error());
        const auto tree = check_links(*entries, report_.manifest->session, authorisation_hash_);
        if (!tree) return failed("journal", tree.error());
        if (*tree != report_.manifest->tree)
            return add("journal", Finding::failed, "the manifest states another root or size");
        if (const auto note = check_note(bundle_.note, *report_.manifest, *entries); !note)
            return failed("journal", note.error());
        return add("journal", Finding::unproven,
                   fmt::format("{} records, each in its place with its payload, under the root "
                               "that the manifest states; their signatures and meaning need "
                               "--box-key",
                               entries->size()));
    }

    bool checkpoint() {
        if (!trust_.checkpoint) return true;
        const auto goes_on = check_continues(bundle_, *trust_.checkpoint);
        if (!goes_on) return failed("checkpoint", goes_on.error());
        return add("checkpoint", Finding::passed,
                   fmt::format("goes on from the checkpoint of {} records that was kept",
                               trust_.checkpoint->size));
    }

    /// That the platform has taken in exactly this journal.
    bool receipt() {
        if (!trust_.receipt) return true;
        if (!trust_.root)
            return add("receipt", Finding::unproven,
                       "whose receipt it is: give the platform's root with --root");
        const auto stated = seal::unverified_checkpoint(*trust_.receipt);
        const auto sealed = seal::unverified_checkpoint(bundle_.note);
        if (!stated || !sealed || *stated != *sealed)
            return add("receipt", Finding::failed, "the receipt is not for this journal");
        for (const auto& key : trust_.root->verifiers(seal::Role::receipt))
            if (const auto time = seal::verify_cosignature(*trust_.receipt, key))
                return add("receipt", Finding::passed,
                           "the platform took it in at " + to_iso8601({*time * 1000}));
        return add("receipt", Finding::failed,
                   "no receipt key of the platform signed it: \"seen\" or \"stored\" is no "
                   "receipt");
    }

    bool scores() {
        if (!report_.sealed || !trust_.pack)
            return add("scores", Finding::unproven,
                       "whether the results follow from the answers: give --pack and --box-key");
        if (!trust_.identity)
            return add(
                "scores", Finding::unproven,
                "whether the results follow from the answers: the pack opens with --identity");
        const auto pack =
            pack::open_named(*trust_.pack, report_.authorisation->pack_hash, *trust_.identity);
        if (!pack) return failed("scores", pack.error());
        const auto differences =
            record::rescore(report_.sealed->history, record::content_of(*pack));
        if (!differences.empty())
            return add(
                "scores", Finding::failed,
                fmt::format("candidate {}: {} ({} in all)", differences.front().candidate.value,
                            differences.front().what, differences.size()));
        return add("scores", Finding::passed,
                   fmt::format("{} results come out the same from the answers and the pack",
                               report_.sealed->session.results.size()));
    }

    ByteView bytes_;
    const BundleTrust& trust_;
    seal::Bundle bundle_;
    Hash authorisation_hash_{};
    record::BoxKeys boxes_;
    bool is_box_known_ = false;
    BundleReport report_;
};

}  // namespace

bool BundleReport::is_sound() const {
    return std::ranges::none_of(checks,
                                [](const auto& check) { return check.finding == Finding::failed; });
}

BundleReport verify_bundle(ByteView bytes, const BundleTrust& trust) {
    return Verification(bytes, trust).run();
}

}  // namespace preau::tool
