// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/blobs.hpp"
#include "central/sidecar.hpp"

#include <functional>

namespace preau::central {

struct Progress {
    std::uint64_t received = 0;  ///< bytes that are on the disk
    std::uint64_t bytes = 0;     ///< of the whole bundle
    bool is_whole() const { return received == bytes; }
};

/// Bundles on their way, a chunk at a time (docs/formats/upload.md). What is known of each is a row
/// of the database, its bytes a file of a folder that every process of the platform shares; a chunk
/// is written under the row's lock. One thread for each object.
class Uploads {
  public:
    struct Parts {
        Register& register_of_sessions;
        const Blobs& blobs;
        std::filesystem::path folder;
        Clock& clock;
        /// The note by which we say that the bytes are safe.
        std::function<std::string(const Sidecar&, WallTime)> sign_stored;
    };
    explicit Uploads(Parts parts) : parts_(std::move(parts)) {}

    /// Begins, or goes on with, the upload of those bytes; whole when they are all here. The note
    /// is verified already. A box sends one bundle at a time.
    Result<Progress, Stop> create(const Sidecar& sidecar);
    /// Stops with upload_unknown when nothing of it is here; a bundle that is here is whole.
    Result<Progress, Stop> progress(const Hash& sha256);
    /// Adds the chunk when it begins where the upload stands. The last one makes it a bundle: its
    /// bytes are in their place and the note `stored` in the register when this returns.
    Result<Progress, Stop> append(const Hash& sha256, std::uint64_t offset, ByteView chunk);

    /// Forgets what nobody has gone on with for a week, and ends what a crash has left unfinished.
    Result<void> tidy();

  private:
    struct Row {
        Sidecar sidecar;
        std::uint64_t received = 0;
        WallTime touched;
    };

    template <class T>
    using Checked = Result<T, Stop>;

    std::filesystem::path file_of(const Hash& sha256) const;
    Result<std::optional<Row>> find(const Hash& sha256, bool locked);
    Checked<Progress> begin(const Sidecar& sidecar);
    Checked<void> make_room_for(const Sidecar& sidecar);
    Checked<Progress> write(const Row& row, std::uint64_t offset, ByteView chunk);
    Checked<Progress> finish(const Row& row);
    Result<void> settle(const Sidecar& sidecar);
    Result<void> forget(const Hash& sha256);
    template <class Work>
    Checked<Progress> in_transaction(Work work);

    Parts parts_;
};

}  // namespace preau::central
