// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/room.hpp"
#include "seal/encryption_key.hpp"

#include <filesystem>

namespace preau::office {

/// Under which of the platform's documents a bundle is made.
struct Papers {
    std::vector<std::string> certificates{};  ///< of this box and of those that wrote before it
    std::uint64_t boot_count = 0;
    std::int64_t root_version = 1;
    std::int64_t timestamp_version = 0;
};

/// Who sends, and to whom.
struct Sender {
    record::BoxIdentity box;
    Clock& clock;
    Entropy& entropy;
    /// Of the root document: who can open a bundle. This box cannot.
    std::vector<seal::RecipientKey> recipients;
    Papers papers{};
};

/// The bytes of a sealed session's bundle before they are encrypted, made from the stored journal
/// alone and verified as the platform will. Malformed when its answers were erased already.
Result<Bytes> make_bundle(const room::LiveSession& session, store::Journal& journal,
                          const Sender& sender);

/// Where preau-sync finds what it has to carry: `<session>.preau`, encrypted, and its note beside
/// it, `<session>.preau.sig`. A bundle without its note is not finished, and nobody sends it.
class Outbox {
  public:
    explicit Outbox(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The file and its note are on the disk, whole, and the note is by this box.
    bool holds(const room::LiveSession& session, const seal::PublicKey& box) const;
    /// Both are on the disk when it returns.
    Result<void> put(const room::LiveSession& session, ByteView bundle, const Sender& sender) const;

    std::filesystem::path bundle_path(const SessionId& session) const;
    std::filesystem::path note_path(const SessionId& session) const;

  private:
    std::filesystem::path folder_;
};

/// Writes the bundle of every sealed session that still has its answers and whose bundle is not
/// there, or not whole: so a box that died anywhere between sealing and writing loses nothing.
Result<void> write_missing_bundles(const room::Room& room, store::Journal& journal,
                                   const Sender& sender, const Outbox& outbox);

/// Erases the answers of every sealed session whose bundle the outbox holds: from the journal, then
/// from memory. An error is the journal's: nothing may be written to it any more.
Result<void> erase_sent_answers(room::Room& room, store::Journal& journal,
                                const seal::PublicKey& box, const Outbox& outbox);

}  // namespace preau::office
