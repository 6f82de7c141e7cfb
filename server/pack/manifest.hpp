// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <string>

namespace preau::pack {

struct Pack;

/// What may be told of a pack to whoever cannot open it.
struct Cover {
    std::string id;
    std::string version;
    std::string title;
    std::string certification_version;  ///< its name
    std::string valid_from;             ///< YYYY-MM-DD, first day; empty for no limit
    std::string valid_until;            ///< last day
    int questions = 0;                  ///< of a test, at most
    int minutes = 0;                    ///< of a test

    bool operator==(const Cover&) const = default;
};
Cover cover_of(const Pack& pack);

/// One of the two files that a manifest vouches for.
struct FileEntry {
    std::string name;
    std::size_t size = 0;  ///< as encrypted
    Hash sha256{};         ///< as encrypted
    Hash clear_sha256{};   ///< of what is in it

    bool operator==(const FileEntry&) const = default;
};

/// The signed page of a pack: what it is and which bytes it is made of.
struct Manifest {
    Cover cover;
    std::string created;           ///< YYYY-MM-DD
    std::string expires;           ///< YYYY-MM-DD, last day of a session with it; empty for none
    std::string minimum_software;  ///< of the box that opens it; empty for any
    std::size_t items = 0;
    FileEntry public_file;
    FileEntry secret_file;

    bool operator==(const Manifest&) const = default;
    /// Both are of the same content, however it was encrypted.
    bool is_same_content(const Manifest& other) const;
};

/// The one spelling of a manifest: the payload of the envelope in pack.json.
std::string write_manifest(const Manifest& manifest);
Result<Manifest> read_manifest(ByteView payload);

}  // namespace preau::pack
