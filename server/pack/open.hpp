// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"
#include "seal/keys.hpp"

#include <filesystem>

namespace preau::pack {

/// Opens a compiled pack: verifies the manifest's signature, then the size and hash of both files,
/// and only then reads them. Nothing of a pack that fails anywhere is used; the error names the
/// file and the record ("pack.sec: question 12 (3.4-suivi): difficulty: wrong_type").
/// Reads files; any thread.
Result<Pack> open(const std::filesystem::path& folder, const seal::PublicKey& content_key);

/// The same for the very pack that a verified document names by its hash, which says more than the
/// content key's signature would.
Result<Pack> open_named(const std::filesystem::path& folder, const Hash& hash);

}  // namespace preau::pack
