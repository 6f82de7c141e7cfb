// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

namespace preau {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int digit(std::string_view alphabet, char c) {
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

Result<std::uint32_t> base64_group(std::string_view four, std::size_t digits) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const int value = i < digits ? digit(kBase64, four[i]) : 0;
        if (value < 0) return fail(Error::malformed("base64: unexpected character"));
        bits = bits << 6 | static_cast<std::uint32_t>(value);
    }
    return bits;
}

}  // namespace

ByteView as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes to_bytes(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

std::string to_hex(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

Result<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return fail(Error::malformed("hexadecimal: odd length"));
    Bytes bytes(text.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = digit(kHex, text[2 * i]);
        const int low = digit(kHex, text[2 * i + 1]);
        if (high < 0 || low < 0) return fail(Error::malformed("hexadecimal: unexpected character"));
        bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return bytes;
}

std::string to_base64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < count ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? kBase64[bits >> (18 - 6 * k) & 63] : '=';
    }
    return text;
}

Result<Bytes> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return fail(Error::malformed("base64: length not a multiple of 4"));
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const auto four = text.substr(i, 4);
        const bool last = i + 4 == text.size();
        const std::size_t padding = !last                  ? 0
                                    : four.ends_with("==") ? 2
                                    : four.ends_with('=')  ? 1
                                                           : 0;
        auto bits = base64_group(four, 4 - padding);
        if (!bits) return fail(std::move(bits.error()));
        for (std::size_t k = 0; k < 3 - padding; ++k)
            bytes.push_back(static_cast<std::uint8_t>(*bits >> (16 - 8 * k)));
    }
    if (to_base64(bytes) != text) return fail(Error::malformed("base64: not the one spelling"));
    return bytes;
}

}  // namespace preau
