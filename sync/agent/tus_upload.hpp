// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/chunk_size.hpp"
#include "agent/parcel.hpp"
#include "agent/platform_address.hpp"
#include "agent/trouble.hpp"
#include "base/ports.hpp"

#include <functional>

namespace preau::agent {

/// Sends a bundle by tus 1.0.0 (docs/formats/upload.md). It remembers nothing: where an upload
/// stands, the platform says. A line that breaks in the middle is tried again at once with smaller
/// chunks, as long as something goes through; what does not is the caller's, for later.
class TusUpload {
  public:
    using Progress = std::function<void(std::uint64_t bytes_sent)>;

    TusUpload(const PlatformAddress& platform, HttpClient& client, Clock& clock, ChunkSize& chunk,
              Progress progress)
        : platform_(platform),
          client_(client),
          clock_(clock),
          chunk_(chunk),
          progress_(std::move(progress)) {}

    /// Success: the platform says that it has every byte. That is no receipt.
    Result<void, Obstacle> send(const Parcel& parcel);

  private:
    enum class Created { whole, begun };
    /// What one request of the dance ended with.
    enum class Step { done, ask_again, forgotten };

    Result<Created, Obstacle> create(const Parcel& parcel);
    Result<Step, Obstacle> ask_offset(const Parcel& parcel);
    Result<Step, Obstacle> send_chunk(const Parcel& parcel);
    Result<void, Obstacle> follow(const Parcel& parcel);
    Result<Step, Obstacle> advance(const Parcel& parcel);
    Result<Step, Obstacle> judge_chunk(const HttpAnswer& answer, std::uint64_t after);
    void moved_to(std::uint64_t offset);
    bool insists_after(const Obstacle& obstacle);

    const PlatformAddress& platform_;
    HttpClient& client_;
    Clock& clock_;
    ChunkSize& chunk_;
    Progress progress_;

    std::string location_;
    std::uint64_t offset_ = 0;
    bool offset_known_ = false;
    std::uint64_t furthest_ = 0;
    int stalls_ = 0;  ///< requests that broke since something last went through
};

}  // namespace preau::agent
