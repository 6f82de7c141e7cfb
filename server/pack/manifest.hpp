// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <string>

namespace preau::pack {

/// One of the two files that a manifest vouches for.
struct FileEntry {
    std::string name;
    std::size_t size = 0;
    Hash sha256{};

    bool operator==(const FileEntry&) const = default;
};

/// The signed page of a pack: what it is and which bytes it is made of.
struct Manifest {
    std::string id;
    std::string version;
    std::string title;
    std::string created;  ///< YYYY-MM-DD
    std::size_t items = 0;
    FileEntry public_file;
    FileEntry secret_file;

    bool operator==(const Manifest&) const = default;
};

/// The one spelling of a manifest: the payload of the envelope in pack.json.
std::string write_manifest(const Manifest& manifest);
Result<Manifest> read_manifest(ByteView payload);

}  // namespace preau::pack
