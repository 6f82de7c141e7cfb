// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/ingest.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "support/small_room.hpp"

namespace preau::test {

/// The bundle of a sealed session in parts: a test changes one, and what depends on it is signed
/// or counted again, as a box that lies would.
struct BundleParts {
    seal::Manifest manifest;
    std::string authorisation;
    std::vector<record::Entry> entries;
    std::string note;

    explicit BundleParts(SmallRoom& room);

    /// Manifest signed by that key over the entries as they are.
    Bytes bytes(const seal::SigningKey& box_key) const;
};

/// The key by which the rooms' platform authorises sessions.
seal::SigningKey platform_session_key();
/// The note in a journal's last record.
std::string note_in(const record::Entry& checkpoint);

/// A room whose session is sealed: one candidate to the end, one at 22 answers, one absent.
SmallRoom& sealed_room();
/// The same session held otherwise: other answers.
SmallRoom& other_room();

/// A platform in a folder of its own that has authorised the session of sealed_room().
class Platform {
  public:
    /// Over SQLite in its folder, unless told where.
    explicit Platform(std::string database = "");

    Result<std::string, central::Stop> take(ByteView bytes);
    /// State and code of an upload of those bytes, once examined: "quarantined: bundle_malformed".
    std::string fate(ByteView bytes);
    /// Code of the stop, "accepted" when there is none.
    std::string verdict(ByteView bytes);

    central::Register& sessions() { return *register_; }
    const central::Keys& keys() const { return keys_; }
    const std::string& database() const { return database_; }
    const central::Blobs& blobs() const { return blobs_; }
    ManualClock& clock() { return clock_; }
    /// What examines bundles, over this platform's parts.
    central::Ingest ingest();
    const std::filesystem::path& folder() const { return folder_.path(); }
    bool keeps(ByteView bytes) const;
    /// As after a stop of the program.
    void reopen();
    void lose_pack() { has_pack_ = false; }
    void find_pack() { has_pack_ = true; }
    exam::Content& content() { return content_; }

  private:
    TempDir folder_;
    std::string database_;
    ManualClock clock_;
    SeededEntropy entropy_{7};
    central::Keys keys_;
    central::Blobs blobs_;
    exam::Content content_;
    bool has_pack_ = true;
    std::optional<central::Register> register_;
};

}  // namespace preau::test
