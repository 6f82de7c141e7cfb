// SPDX-License-Identifier: Apache-2.0
// A bundle of four records: the start of an epoch, an answer whose payload was erased, a record of
// the office and the checkpoint that seals it.
#include "base/big_endian.hpp"
#include "json/write.hpp"
#include "seal/bundle.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/hash.hpp"
#include "seal/manifest.hpp"
#include "seal/merkle.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/seal/format_documents.hpp"

namespace preau::test {

namespace {

constexpr std::uint8_t kEpochSeed = 0x22;

/// Appends records as docs/formats/journal.md has them.
class SmallJournal {
  public:
    SmallJournal() {
        const auto payload =
            *seal::unverified_payload(authorisation_document(), seal::kAuthorisationType);
        previous_ = seal::sha256(payload);
    }

    void append(std::uint16_t type, std::uint32_t candidate, const std::string& payload,
                bool erased = false) {
        const auto sequence = headers_.size();
        ByteArray<16> salt{};
        salt.fill(static_cast<std::uint8_t>(0x50 + sequence));
        constexpr ByteArray<1> kind{0x02};
        const auto hash = seal::sha256({kind, salt, as_bytes(payload)});
        ByteWriter out;
        out.bytes(as_bytes("PRE1")).u16(type).u8(4).u8(0).bytes(kKnownSession.bytes).u32(1);
        out.u64(sequence).u32(candidate).u32(candidate == 0 ? 0 : 1).u64(sequence * 1000);
        out.u64(1'795'590'000'000 + sequence * 1000).bytes(previous_);
        out.u32(static_cast<std::uint32_t>(payload.size())).bytes(hash);
        headers_.push_back(*to_array<128>(out.view()));
        previous_ = seal::leaf_hash(out.view());
        tree_.append(previous_);
        if (!erased) payloads_.push_back({sequence, salt, to_bytes(as_bytes(payload))});
    }

    void break_chain() { previous_[0] ^= 1; }
    seal::TreeHead head() const { return {tree_.size(), tree_.root()}; }
    const auto& headers() const { return headers_; }
    const auto& payloads() const { return payloads_; }

  private:
    std::vector<ByteArray<128>> headers_;
    std::vector<seal::Bundle::Payload> payloads_;
    seal::MerkleTree tree_;
    Hash previous_{};
};

std::string epoch_start() {
    const json::Object document{{"v", 1},
                                {"session", kKnownSession.hex()},
                                {"epoch", 1},
                                {"key", to_base64(key_of(kEpochSeed).public_key())},
                                {"box", kKnownBox},
                                {"reason", "start"},
                                {"previous_size", 0},
                                {"previous_root", to_base64(seal::sha256(ByteView{}))},
                                {"software", "0.1.0"}};
    return seal::sign_envelope(seal::kEpochStartType, as_bytes(json::write(document)),
                               key_of(0x11));
}

std::string note_over(const seal::TreeHead& tree, std::uint8_t epoch_seed) {
    return seal::sign_checkpoint(
        {seal::session_origin(kKnownBox, kKnownSession), tree.size, tree.root},
        seal::epoch_key_name(kKnownBox, 1), key_of(epoch_seed));
}

SmallJournal unsealed(bool broken_chain) {
    SmallJournal journal;
    journal.append(0x0001, 0, epoch_start());
    journal.append(0x0201, 1, R"({"an":"answer"})", true);
    if (broken_chain) journal.break_chain();
    journal.append(0x0504, 0, "{}");
    return journal;
}

seal::Manifest manifest_of(const SmallJournal& journal, const BundleFaults& faults) {
    const auto authorisation = known_authorisation();
    seal::Manifest manifest;
    manifest.audience = faults.audience ? "other.example/central" : std::string(seal::kCentral);
    manifest.box = kKnownBox;
    manifest.session = kKnownSession;
    manifest.number = authorisation.number;
    manifest.event_count = journal.headers().size();
    manifest.tree = journal.head();
    if (faults.root) manifest.tree.root[0] ^= 1;
    manifest.candidates = 1;
    manifest.counts = {{0x0001, 1}, {0x0003, 1}, {0x0201, 1}, {0x0504, 1}};
    manifest.software = "0.1.0";
    manifest.pack_id = authorisation.pack_id;
    manifest.pack_version = authorisation.pack_version;
    manifest.pack_hash = authorisation.pack_hash;
    manifest.created = *from_iso8601("2026-11-25T12:00:00.000Z");
    manifest.created_quality = ClockQuality::ntp;
    manifest.campaign = authorisation.campaign;
    manifest.boot_count = 7;
    manifest.timestamp_version = 31;
    return manifest;
}

}  // namespace

std::string sealing_note() { return note_over(unsealed(false).head(), kEpochSeed); }

Bytes plain_bundle(const BundleFaults& faults) {
    auto journal = unsealed(faults.chain);
    const auto note = note_over(journal.head(), faults.note ? 0x23 : kEpochSeed);
    journal.append(0x0003, 0, json::write(json::Object{{"note", note}}));
    seal::Bundle bundle;
    bundle.manifest =
        seal::sign_manifest(manifest_of(journal, faults), key_of(faults.box_key ? 0x12 : 0x11));
    bundle.authorisation = authorisation_document();
    if (!faults.certificate) bundle.certificates = {certificate_document()};
    bundle.headers = journal.headers();
    bundle.payloads = journal.payloads();
    if (faults.payload) bundle.payloads[1].bytes = to_bytes(as_bytes("[]"));
    bundle.note = note;
    return seal::write_bundle(bundle);
}

Bytes bundle_file() {
    SeededEntropy entropy(33);
    const auto recipients =
        TestPlatform().root().recipients_at(*from_iso8601("2026-11-25T12:00:00.000Z"));
    return *seal::age_encrypt(plain_bundle({}), recipients, entropy);
}

std::string bundle_note() {
    const auto file = bundle_file();
    return seal::sign_bundle_note({kKnownBox, seal::sha256(file), file.size(), kKnownSession},
                                  key_of(0x11));
}

}  // namespace preau::test
