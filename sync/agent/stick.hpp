// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/inbox.hpp"
#include "agent/stick_files.hpp"

#include <set>

namespace preau::agent {

inline constexpr std::string_view kStickFolder = "PREAU";
inline constexpr std::string_view kToPlatform = "vers-la-plateforme";
inline constexpr std::string_view kToBox = "vers-le-boitier";
inline constexpr std::string_view kReadMe = "LISEZMOI.txt";

/// What one exchange with a stick did.
struct StickExchange {
    std::size_t carried = 0;   ///< sessions that lie on the stick, whole and read again
    std::size_t waiting = 0;   ///< sessions that should
    std::size_t taken = 0;     ///< files that were new to the box
    std::size_t left_out = 0;  ///< files in vers-le-boitier that are none of ours
    Obstacle obstacle;         ///< the first one; none when everything went through
};

/// Carries between the box and any USB stick: sealed bundles one way, what the platform sends the
/// other. Never removes anything, neither from the outbox nor from the stick.
class Stick {
  public:
    Stick(std::filesystem::path outbox, const Inbox& inbox, StickFiles& files)
        : outbox_(std::move(outbox)), inbox_(inbox), files_(files) {}

    /// `root` is where the stick is mounted. Both ways are tried even when one fails.
    StickExchange exchange(const std::filesystem::path& root);

  private:
    Result<void, Obstacle> prepare(const std::filesystem::path& folder);
    Result<void, Obstacle> put(const std::filesystem::path& folder, StickExchange& exchange);
    Result<void, Obstacle> put_file(const std::filesystem::path& from,
                                    const std::filesystem::path& to);
    Result<void, Obstacle> take_all(const std::filesystem::path& folder, StickExchange& exchange);
    Result<void, Obstacle> take(const std::filesystem::path& file, const std::string& name,
                                StickExchange& exchange);

    std::filesystem::path outbox_;
    const Inbox& inbox_;
    StickFiles& files_;
    /// Files that were read again from a stick, by path, size and time: not read each time.
    std::set<std::string> verified_;
};

/// The page that lies beside the files, in French.
std::string_view stick_read_me();

}  // namespace preau::agent
