// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "office/receipts.hpp"
#include "office/release.hpp"

#include <filesystem>

namespace preau::office {

/// Deletes from the outbox what the platform has for certain: the bundle and its note of every
/// session whose receipt is verified, once `limits::retention_days` have passed since it, or the
/// platform has signed a release of exactly that journal. Nothing else deletes anything.
class Retention {
  public:
    struct Folders {
        std::filesystem::path outbox;
        std::filesystem::path inbox;  ///< where `<session>.release` is left
    };
    Retention(const Receipts& receipts, Folders folders);

    /// `root` gives the keys of releases; nullptr: there are none.
    Result<void> delete_delivered(const room::Room& room, const seal::Root* root, WallTime now);

  private:
    bool is_released(const room::LiveSession& session, const seal::Root* root);
    Result<void> remove(const room::LiveSession& session);

    const Receipts& receipts_;
    Folders folders_;
    std::set<SessionId> refused_;  ///< whose release was refused and said to be
};

}  // namespace preau::office
