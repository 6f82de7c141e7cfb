// SPDX-License-Identifier: Apache-2.0
#include "central/blobs.hpp"

#include "base/file.hpp"

namespace preau::central {

Result<void> Blobs::keep(const Hash& sha256, ByteView bytes) const {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error)
        return fail(Error::environment("create " + folder_.string() + ": " + error.message()));
    const auto path = folder_ / (to_hex(sha256) + ".preau");
    if (std::filesystem::exists(path)) return {};  // a whole file, or it would not have that name
    return write_file(path, bytes);
}

}  // namespace preau::central
