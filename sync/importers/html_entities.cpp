// SPDX-License-Identifier: Apache-2.0
#include "importers/html_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace preau::importers {

namespace {

struct Named {
    std::string_view name;
    std::string_view text;
};

constexpr std::array kNamed = {
    Named{"amp", "&"},    Named{"lt", "<"},        Named{"gt", ">"},     Named{"quot", "\""},
    Named{"apos", "'"},   Named{"nbsp", "\u00A0"}, Named{"laquo", "«"},  Named{"raquo", "»"},
    Named{"agrave", "à"}, Named{"acirc", "â"},     Named{"aelig", "æ"},  Named{"ccedil", "ç"},
    Named{"egrave", "è"}, Named{"eacute", "é"},    Named{"ecirc", "ê"},  Named{"euml", "ë"},
    Named{"icirc", "î"},  Named{"iuml", "ï"},      Named{"ocirc", "ô"},  Named{"oelig", "œ"},
    Named{"ugrave", "ù"}, Named{"ucirc", "û"},     Named{"uuml", "ü"},   Named{"Agrave", "À"},
    Named{"Ccedil", "Ç"}, Named{"Egrave", "È"},    Named{"Eacute", "É"}, Named{"Ecirc", "Ê"},
    Named{"euro", "€"},   Named{"deg", "°"},       Named{"times", "×"},  Named{"divide", "÷"},
    Named{"hellip", "…"}, Named{"ndash", "–"},     Named{"mdash", "—"},  Named{"lsquo", "‘"},
    Named{"rsquo", "’"},  Named{"ldquo", "“"},     Named{"rdquo", "”"},  Named{"rarr", "→"},
    Named{"larr", "←"},   Named{"copy", "©"},      Named{"reg", "®"},    Named{"middot", "·"},
};

std::string utf8(std::uint32_t code) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
    if (code < 0x10000)
        return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)),
                byte(0x80 | (code & 0x3F))};
    return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)),
            byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

bool is_text(std::uint32_t code) {
    const bool control = code < 0x20 && code != '\t' && code != '\n';
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return !control && !surrogate && code <= 0x10FFFF;
}

std::optional<std::string> numbered(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto* end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
    if (parsed.ec != std::errc{} || parsed.ptr != end || !is_text(code)) return std::nullopt;
    return utf8(code);
}

/// What "&name;" stands for, given the name.
std::optional<std::string> meaning(std::string_view name) {
    if (name.starts_with('#')) return numbered(name.substr(1));
    const auto found = std::ranges::find(kNamed, name, &Named::name);
    if (found == kNamed.end()) return std::nullopt;
    return std::string(found->text);
}

}  // namespace

std::string decode_entities(std::string_view html) {
    constexpr std::size_t kLongest = 10;
    std::string text;
    while (!html.empty()) {
        const auto start = html.find('&');
        text += html.substr(0, start);
        if (start == std::string_view::npos) break;
        html.remove_prefix(start);
        const auto end = html.substr(0, kLongest + 1).find(';');
        const bool ended = end != std::string_view::npos;
        const auto replaced = ended ? meaning(html.substr(1, end - 1)) : std::nullopt;
        text += replaced.value_or("&");
        html.remove_prefix(replaced ? end + 1 : 1);
    }
    return text;
}

}  // namespace preau::importers
