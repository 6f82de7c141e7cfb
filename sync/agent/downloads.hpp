// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/inbox.hpp"
#include "agent/platform_address.hpp"

#include <set>

namespace preau::agent {

struct DownloadsConfig {
    std::string box;                   ///< name of the box; empty: the public documents only
    std::filesystem::path token_file;  ///< the box's sync token, a file that nobody else reads
};

/// Brings what the platform has for this box to its inbox: the signed documents of all, and the
/// box's own parcels, packs, certificate and publications, each by its hash, whole or not at all.
class Downloads {
  public:
    /// All must outlive it.
    Downloads(DownloadsConfig config, const PlatformAddress& platform, HttpClient& client,
              const Inbox& inbox)
        : config_(std::move(config)), platform_(platform), client_(client), inbox_(inbox) {}

    /// How many files are new; stops at the first obstacle of the line.
    Result<std::size_t, Obstacle> fetch();

  private:
    struct Listed {
        std::string name;
        InboxKind kind = InboxKind::parcel;
        Hash sha256{};
        std::uint64_t size = 0;
    };

    Result<void, Obstacle> fetch_signed(std::string_view path, std::string_view name);
    Result<std::vector<Listed>, Obstacle> list(const std::string& token);
    Result<void, Obstacle> fetch_one(const Listed& listed, const std::string& token);
    Result<void, Obstacle> fetch_rest(const Listed& listed, const std::string& token,
                                      const std::filesystem::path& part);
    Result<void, Obstacle> finish(const Listed& listed, const std::filesystem::path& part);

    DownloadsConfig config_;
    const PlatformAddress& platform_;
    HttpClient& client_;
    const Inbox& inbox_;
    std::set<std::string> known_;  ///< name and hash of what lies in the inbox, not read each time
    std::size_t news_ = 0;
};

/// The token in a file of mode 0600 or stricter.
Result<std::string> read_token(const std::filesystem::path& file);

}  // namespace preau::agent
