// SPDX-License-Identifier: Apache-2.0
#include "seal/verifier_key.hpp"

#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::seal {

namespace {

Bytes typed_key(const VerifierKey& key) {
    Bytes bytes{static_cast<std::uint8_t>(key.type)};
    bytes.insert(bytes.end(), key.key.begin(), key.key.end());
    return bytes;
}

}  // namespace

bool is_key_name(std::string_view name) {
    return !name.empty() && name.size() <= 200 && std::all_of(name.begin(), name.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '+';
    });
}

ByteArray<4> VerifierKey::id() const {
    const auto hash = sha256({as_bytes(name), as_bytes("\n"), typed_key(*this)});
    return {hash[0], hash[1], hash[2], hash[3]};
}

std::string VerifierKey::text() const {
    return fmt::format("{}+{}+{}", name, to_hex(id()), to_base64(typed_key(*this)));
}

Result<VerifierKey> VerifierKey::parse(std::string_view text) {
    const auto wrong = [](std::string_view what) {
        return fail(Error::malformed(fmt::format("verifier key: {}", what)));
    };
    const auto name_end = text.find('+');
    const auto id_end = name_end == text.npos ? text.npos : text.find('+', name_end + 1);
    if (id_end == text.npos) return wrong("not written name+id+key");
    const auto bytes = from_base64(text.substr(id_end + 1));
    if (!bytes || bytes->size() != 33) return wrong("the key is not 33 bytes in base64");
    const auto type = static_cast<NoteKeyType>(bytes->front());
    if (type != NoteKeyType::ed25519 && type != NoteKeyType::cosignature_v1)
        return wrong("unknown type of key");
    VerifierKey key{std::string(text.substr(0, name_end)), type, {}};
    std::copy(bytes->begin() + 1, bytes->end(), key.key.begin());
    if (!is_key_name(key.name)) return wrong("the name is not printable ASCII without space");
    if (key.text() != text) return wrong("the id is not that of the key");
    return key;
}

}  // namespace preau::seal
