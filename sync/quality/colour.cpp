// SPDX-License-Identifier: Apache-2.0
#include "quality/colour.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace preau::quality {

namespace {

struct Named {
    std::string_view name;
    std::uint32_t rgb;
};

constexpr std::array kNamed = {
    Named{"black", 0x000000},   Named{"white", 0xFFFFFF},    Named{"red", 0xFF0000},
    Named{"green", 0x008000},   Named{"blue", 0x0000FF},     Named{"gray", 0x808080},
    Named{"grey", 0x808080},    Named{"silver", 0xC0C0C0},   Named{"yellow", 0xFFFF00},
    Named{"orange", 0xFFA500},  Named{"purple", 0x800080},   Named{"navy", 0x000080},
    Named{"teal", 0x008080},    Named{"maroon", 0x800000},   Named{"olive", 0x808000},
    Named{"pink", 0xFFC0CB},    Named{"brown", 0xA52A2A},    Named{"lightgray", 0xD3D3D3},
    Named{"darkred", 0x8B0000}, Named{"darkblue", 0x00008B}, Named{"darkgreen", 0x006400},
};

Colour from_rgb(std::uint32_t rgb) {
    const auto channel = [&](int shift) { return ((rgb >> shift) & 0xFF) / 255.0; };
    return {channel(16), channel(8), channel(0)};
}

std::optional<Colour> from_hex(std::string_view digits) {
    std::uint32_t value = 0;
    const auto* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, value, 16);
    if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
    if (digits.size() == 6) return from_rgb(value);
    if (digits.size() != 3) return std::nullopt;
    const auto twice = [&](int shift) { return ((value >> shift) & 0xF) * 17; };
    return from_rgb(twice(8) << 16 | twice(4) << 8 | twice(0));
}

std::optional<Colour> from_function(std::string_view inside) {
    std::array<double, 3> channels{};
    for (auto& channel : channels) {
        const auto first = inside.find_first_of("0123456789");
        if (first == std::string_view::npos) return std::nullopt;
        inside.remove_prefix(first);
        int value = 0;
        const auto parsed = std::from_chars(inside.data(), inside.data() + inside.size(), value);
        channel = std::min(value, 255) / 255.0;
        inside.remove_prefix(static_cast<std::size_t>(parsed.ptr - inside.data()));
    }
    return Colour{channels[0], channels[1], channels[2]};
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.starts_with('#')) return from_hex(text.substr(1));
    if (text.starts_with("rgb(")) return from_function(text.substr(4));
    const auto* found = std::ranges::find(kNamed, text, &Named::name);
    if (found == kNamed.end()) return std::nullopt;
    return from_rgb(found->rgb);
}

double contrast(const Colour& one, const Colour& other) {
    const auto a = luminance(one);
    const auto b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace preau::quality
