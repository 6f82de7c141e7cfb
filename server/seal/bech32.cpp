// SPDX-License-Identifier: Apache-2.0
#include "seal/bech32.hpp"

#include <optional>

namespace preau::seal {

namespace {

constexpr std::string_view kSymbols = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t kChecksumSymbols = 6;

using Fives = std::vector<std::uint8_t>;  // numbers of five bits

std::uint32_t remainder(const Fives& fives) {
    constexpr std::uint32_t kGenerator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                            0x2a1462b3};
    std::uint32_t value = 1;
    for (const auto five : fives) {
        const auto top = value >> 25;
        value = (value & 0x1ffffff) << 5 ^ five;
        for (unsigned bit = 0; bit < 5; ++bit)
            if ((top >> bit & 1) != 0) value ^= kGenerator[bit];
    }
    return value;
}

Fives expanded(std::string_view prefix) {
    Fives fives;
    for (const char c : prefix) fives.push_back(static_cast<std::uint8_t>(c >> 5));
    fives.push_back(0);
    for (const char c : prefix) fives.push_back(static_cast<std::uint8_t>(c & 31));
    return fives;
}

Fives to_fives(ByteView bytes) {
    Fives fives;
    unsigned bits = 0, held = 0;
    for (const auto byte : bytes) {
        held = (held << 8 | byte) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5)
            fives.push_back(static_cast<std::uint8_t>(held >> (bits - 5) & 31));
    }
    if (bits > 0) fives.push_back(static_cast<std::uint8_t>(held << (5 - bits) & 31));
    return fives;
}

Result<Bytes> to_whole_bytes(std::span<const std::uint8_t> fives) {
    Bytes bytes;
    unsigned bits = 0, held = 0;
    for (const auto five : fives) {
        held = (held << 5 | five) & 0xfff;
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::uint8_t>(held >> bits));
    }
    if (bits >= 5 || (held & ((1U << bits) - 1)) != 0)
        return fail(Error::malformed("Bech32: bits beyond the last byte"));
    return bytes;
}

/// In lower case; nothing when the cases are mixed.
std::optional<std::string> lowered(std::string_view text) {
    std::string lower(text);
    bool has_lower = false, has_upper = false;
    for (auto& c : lower) {
        has_lower = has_lower || (c >= 'a' && c <= 'z');
        if (c < 'A' || c > 'Z') continue;
        has_upper = true;
        c = static_cast<char>(c - 'A' + 'a');
    }
    if (has_lower && has_upper) return std::nullopt;
    return lower;
}

}  // namespace

std::string to_bech32(std::string_view prefix, ByteView bytes) {
    const auto data = to_fives(bytes);
    auto all = expanded(prefix);
    all.insert(all.end(), data.begin(), data.end());
    all.insert(all.end(), kChecksumSymbols, 0);
    const auto checksum = remainder(all) ^ 1;
    std::string text(prefix);
    text += '1';
    for (const auto five : data) text += kSymbols[five];
    for (std::size_t i = 0; i < kChecksumSymbols; ++i)
        text += kSymbols[checksum >> 5 * (kChecksumSymbols - 1 - i) & 31];
    return text;
}

Result<Bytes> from_bech32(std::string_view prefix, std::string_view text) {
    const auto wrong = [](const char* what) { return fail(Error::malformed(what)); };
    const auto lower = lowered(text);
    if (!lower) return wrong("Bech32: lower and upper case are mixed");
    const auto head = std::string(prefix) + '1';
    if (!lower->starts_with(head) || lower->size() < head.size() + kChecksumSymbols)
        return wrong("Bech32: another kind of key");
    Fives data;
    for (const char c : std::string_view(*lower).substr(head.size())) {
        const auto five = kSymbols.find(c);
        if (five == kSymbols.npos) return wrong("Bech32: a symbol that it does not have");
        data.push_back(static_cast<std::uint8_t>(five));
    }
    auto all = expanded(prefix);
    all.insert(all.end(), data.begin(), data.end());
    if (remainder(all) != 1) return wrong("Bech32: a symbol is wrong");
    return to_whole_bytes(std::span(data).first(data.size() - kChecksumSymbols));
}

}  // namespace preau::seal
