// SPDX-License-Identifier: Apache-2.0
#include "tool/bundle_file.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "seal/age.hpp"

namespace preau::tool {

namespace {

constexpr std::string_view kAgeFirstLine = "age-encryption.org/v1\n";
/// What age adds: its head, and 16 bytes for each 64 KiB.
constexpr std::size_t kAgeBytesMax = limits::age_header_bytes_max + 32 * 1024;

}  // namespace

Result<Bytes> read_bundle_file(const std::filesystem::path& file,
                               const std::filesystem::path& identity) {
    auto bytes = read_file(file, limits::bundle_bytes_max + kAgeBytesMax);
    if (!bytes) return bytes;
    const bool is_encrypted = as_text(*bytes).starts_with(kAgeFirstLine);
    if (!is_encrypted) return bytes;
    if (identity.empty())
        return fail(Error::malformed(file.string() +
                                     " is encrypted to the platform: give one of its keys with "
                                     "--identity"));
    const auto key = seal::EncryptionKey::load(identity);
    if (!key) return fail(key.error());
    auto plain = seal::age_decrypt(*bytes, *key);
    if (!plain) return fail(std::move(plain.error()).with_context("open " + file.string()));
    return plain;
}

}  // namespace preau::tool
