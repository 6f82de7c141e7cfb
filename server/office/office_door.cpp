// SPDX-License-Identifier: Apache-2.0
#include "office/office_door.hpp"

#include "base/file.hpp"
#include "seal/code.hpp"
#include "seal/entropy.hpp"
#include "seal/hash.hpp"

#include <algorithm>

namespace preau::office {

namespace {

constexpr std::size_t kBrowsersMax = 32;
constexpr std::size_t kFileBytesMax = 64;

Hash hash_of_code(std::string_view code) {
    return seal::sha256({as_bytes("preau-office-code/v1\n"), as_bytes(code)});
}

}  // namespace

Result<std::string> OfficeDoor::renew_code(const std::filesystem::path& code_file,
                                           Entropy& entropy) {
    Hash chance{};
    entropy.fill(chance);
    auto code = seal::code_of(chance);
    const auto kept = to_hex(hash_of_code(code));
    if (auto written = write_file(code_file, as_bytes(kept), FileAccess::secret); !written)
        return fail(std::move(written.error()));
    return code;
}

/// Read each time, 64 bytes: the command that renews it is another process.
std::optional<Hash> OfficeDoor::code() const {
    const auto kept = read_file(code_file_, kFileBytesMax);
    const auto hash = kept ? array_from_hex<32>(as_text(*kept)) : fail(kept.error());
    return hash ? std::optional(*hash) : std::nullopt;
}

std::optional<std::string> OfficeDoor::enter(std::string_view typed, Entropy& entropy) {
    const auto right = code();
    const auto given = seal::read_code(typed);
    if (!right || !given || hash_of_code(*given) != *right) return std::nullopt;
    auto token = seal::random_token(entropy);
    if (keys_.size() == kBrowsersMax) keys_.erase(keys_.begin());
    keys_.push_back({seal::sha256(as_bytes(token)), *right});
    return token;
}

bool OfficeDoor::knows(const Hash& token) const {
    const auto key = std::ranges::find(keys_, token, &Key::token);
    return key != keys_.end() && code() == key->code;
}

}  // namespace preau::office
