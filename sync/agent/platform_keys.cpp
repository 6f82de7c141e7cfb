// SPDX-License-Identifier: Apache-2.0
#include "agent/platform_keys.hpp"

#include "agent/inbox_names.hpp"
#include "base/file.hpp"
#include "base/log.hpp"
#include "seal/root.hpp"

namespace preau::agent {

Result<PlatformKeys> read_platform_keys(const std::filesystem::path& root_file) {
    const auto envelope = read_file(root_file, bytes_max(InboxKind::root));
    if (!envelope) return fail(envelope.error());
    const auto root = seal::open_root(as_text(*envelope));
    if (!root) return fail(Error(root.error()).with_context(root_file.string()));
    return PlatformKeys{root->verifiers(seal::Role::receipt), root->verifiers(seal::Role::stored)};
}

std::optional<PlatformKeys> PlatformKeysFile::news() {
    std::error_code error;
    const auto time = std::filesystem::last_write_time(file_, error);
    if (error || read_ == time) return std::nullopt;
    read_ = time;
    auto keys = read_platform_keys(file_);
    if (keys) return std::move(*keys);
    log::error("root.unreadable", {{"why", keys.error().message}});
    return std::nullopt;
}

}  // namespace preau::agent
