// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/source.hpp"
#include "seal/keys.hpp"

#include <filesystem>
#include <string>

namespace preau::authoring {

/// The three files of a compiled pack. The same source and key give the same bytes on any machine.
struct CompiledPack {
    std::string manifest_file;  ///< pack.json
    std::string public_file;    ///< pack.pub
    std::string secret_file;    ///< pack.sec
    Hash hash{};                ///< of the manifest, as pack::Pack::hash
};

CompiledPack compile(const Source& source, const seal::SigningKey& content_key);

/// Writes them into the folder, made if need be; the manifest comes last, so that an interrupted
/// write never passes for a pack. Files of an earlier build are replaced.
Result<void> write_pack(const CompiledPack& pack, const std::filesystem::path& folder);

}  // namespace preau::authoring
