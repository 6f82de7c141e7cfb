// SPDX-License-Identifier: Apache-2.0
#include "authoring/source_text.hpp"

#include "base/file.hpp"
#include "json/utf8.hpp"

#include <algorithm>

namespace preau::authoring {

namespace {

/// Place of the first C0, C1 or DEL character that is no tab or line end.
std::size_t find_control(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return i;
        const bool is_pair = byte == 0xC2 && i + 1 < text.size();
        if (is_pair && static_cast<unsigned char>(text[i + 1]) < 0xA0) return i;
    }
    return std::string_view::npos;
}

std::string without_editor_marks(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
        text.erase(at, 1);
    return text;
}

int line_at(std::string_view text, std::size_t at) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, at), '\n'));
}

std::optional<Problem> first_wrong_byte(std::string_view text, const std::string& file) {
    const auto valid = json::valid_utf8_bytes(text);
    if (valid < text.size())
        return Problem{file, line_at(text, valid), "", "is not UTF-8: save it with that encoding"};
    const auto control = find_control(text);
    if (control != std::string_view::npos)
        return Problem{file, line_at(text, control), "", "holds a control character: remove it"};
    return std::nullopt;
}

}  // namespace

std::optional<std::string> read_source_text(const std::filesystem::path& folder,
                                            const std::string& file, std::size_t bytes_max,
                                            Problems& problems) {
    auto bytes = read_file(folder / file, bytes_max);
    if (!bytes) {
        problems.push_back({file, 0, "", bytes.error().message});
        return std::nullopt;
    }
    auto text = without_editor_marks(std::string(as_text(*bytes)));
    if (auto problem = first_wrong_byte(text, file)) {
        problems.push_back(std::move(*problem));
        return std::nullopt;
    }
    return text;
}

}  // namespace preau::authoring
