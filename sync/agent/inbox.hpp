// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/acceptance.hpp"
#include "agent/inbox_names.hpp"
#include "agent/trouble.hpp"

#include <filesystem>

namespace preau::agent {

/// Where the agent puts what comes for the box, by the net or on a stick. The box believes none of
/// it before it has verified it; receipts are verified here too, since one that lies there ends the
/// sending.
class Inbox {
  public:
    Inbox(std::filesystem::path folder, std::filesystem::path outbox, PlatformKeys keys);

    /// From now on, these keys are the platform's.
    void believe(PlatformKeys keys) { keys_ = std::move(keys); }

    std::filesystem::path path(std::string_view name) const { return folder_ / name; }
    bool has(std::string_view name) const { return std::filesystem::exists(path(name)); }
    /// Whether a file of that name with exactly these bytes lies there.
    bool holds(std::string_view name, const Hash& sha256) const;

    /// Where a download of that hash grows.
    std::filesystem::path part(const Hash& sha256) const;

    /// Writes a file whole or not at all. The same again changes nothing. A receipt that is none is
    /// refused, and one that lies there is never replaced.
    Result<void, Obstacle> take(std::string_view name, InboxKind kind, ByteView content) const;

  private:
    Result<void, Obstacle> check_note(const std::string& session, InboxKind kind,
                                      ByteView content) const;
    Result<void, Obstacle> check(std::string_view name, InboxKind kind, ByteView content) const;

    std::filesystem::path folder_, outbox_;
    PlatformKeys keys_;
};

}  // namespace preau::agent
