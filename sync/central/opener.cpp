// SPDX-License-Identifier: Apache-2.0
#include "central/opener.hpp"

namespace preau::central {

namespace {

// The first line of an age file; a bundle in the clear begins otherwise.
constexpr std::string_view kEncrypted = "age-encryption.org/v1\n";

}  // namespace

Result<Bytes, Stop> open_bundle_file(Bytes file, std::span<const seal::EncryptionKey> keys) {
    if (!as_text(file).starts_with(kEncrypted)) return file;
    std::string why = "the platform has no key to open bundles with";
    for (const auto& key : keys) {
        auto plain = seal::age_decrypt(file, key);
        if (plain) return std::move(*plain);
        why = plain.error().message;
    }
    return fail(Stop{StopCode::not_for_us, std::move(why)});
}

}  // namespace preau::central
