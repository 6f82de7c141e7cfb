// SPDX-License-Identifier: Apache-2.0
#include "agent/platform_keys.hpp"

#include "agent/inbox_names.hpp"
#include "base/file.hpp"
#include "seal/root.hpp"

namespace preau::agent {

Result<PlatformKeys> read_platform_keys(const std::filesystem::path& root_file) {
    const auto envelope = read_file(root_file, bytes_max(InboxKind::root));
    if (!envelope) return fail(envelope.error());
    const auto root = seal::open_root(as_text(*envelope));
    if (!root) return fail(Error(root.error()).with_context(root_file.string()));
    return PlatformKeys{root->verifiers(seal::Role::receipt), root->verifiers(seal::Role::stored)};
}

}  // namespace preau::agent
