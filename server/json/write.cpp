// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"

#include "json/utf8.hpp"

#include <fmt/format.h>

#include <charconv>

namespace preau::json {

namespace {

void write_value(std::string& out, const Value& value);

void write_escaped(std::string& out, char c) {
    constexpr std::string_view kSpecial = "\"\\\b\f\n\r\t";
    constexpr std::string_view kLetter = "\"\\bfnrt";
    if (const auto at = kSpecial.find(c); at != std::string_view::npos) {
        out += '\\';
        out += kLetter[at];
    } else if (static_cast<unsigned char>(c) < 0x20) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
        out += c;
    }
}

void write_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const auto valid = valid_utf8_bytes(text);
        for (const char c : text.substr(0, valid)) write_escaped(out, c);
        text.remove_prefix(valid);
        if (text.empty()) break;
        out += "\uFFFD";
        text.remove_prefix(1);
    }
    out += '"';
}

void write_double(std::string& out, double value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    const std::string_view written(digits, static_cast<std::size_t>(end - digits));
    out += written;
    // Without this a reader would take it for a whole number.
    if (written.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void write_array(std::string& out, const Array& array) {
    out += '[';
    for (const auto& element : array) {
        if (&element != array.data()) out += ',';
        write_value(out, element);
    }
    out += ']';
}

void write_object(std::string& out, const Object& object) {
    out += '{';
    for (const auto& member : object) {
        if (&member != object.data()) out += ',';
        write_text(out, member.name);
        out += ':';
        write_value(out, member.value);
    }
    out += '}';
}

void write_value(std::string& out, const Value& value) {
    if (const auto* boolean = value.boolean())
        out += *boolean ? "true" : "false";
    else if (const auto* whole = value.integer())
        out += std::to_string(*whole);
    else if (const auto real = value.number())
        write_double(out, *real);
    else if (const auto* text = value.text())
        write_text(out, *text);
    else if (const auto* array = value.array())
        write_array(out, *array);
    else if (const auto* object = value.object())
        write_object(out, *object);
    else
        out += "null";
}

}  // namespace

std::string write(const Value& value) {
    std::string out;
    write_value(out, value);
    return out;
}

}  // namespace preau::json
