// SPDX-License-Identifier: Apache-2.0
#include "importers/pix_text.hpp"

#include "importers/trimmed.hpp"
#include "json/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace preau::importers {

namespace {

/// "[text](address)" at the front of the text, or an empty whole.
struct Link {
    std::string_view whole;
    std::string_view text;
    std::string_view address;
};

Link link_at(std::string_view text) {
    constexpr std::size_t kLongest = 4096;
    text = text.substr(0, kLongest);
    const auto close = text.find(']');
    if (close == std::string_view::npos || close + 1 >= text.size() || text[close + 1] != '(')
        return {};
    const auto end = text.find(')', close);
    if (end == std::string_view::npos) return {};
    return {text.substr(0, end + 1), text.substr(1, close - 1),
            text.substr(close + 2, end - close - 2)};
}

bool is_tag(std::string_view text) {
    if (text.size() < 2) return false;
    return text[1] == '/' || text[1] == '!' ||
           std::isalpha(static_cast<unsigned char>(text[1])) != 0;
}

class Cleaner {
  public:
    explicit Cleaner(std::string_view text) : rest_(text) {}

    PixText clean() {
        while (!rest_.empty()) step();
        result_.markdown = trimmed(result_.markdown);
        return std::move(result_);
    }

  private:
    void step() {
        if (rest_.starts_with("![") && take_link(true)) return;
        if (rest_.starts_with("[") && take_link(false)) return;
        if (rest_.starts_with("<") && is_tag(rest_)) return take_tag();
        if (rest_.front() != '\r') result_.markdown += rest_.front();
        rest_.remove_prefix(1);
    }

    bool take_link(bool picture) {
        const auto link = link_at(rest_.substr(picture ? 1 : 0));
        if (link.whole.empty()) return false;
        if (!picture) result_.markdown += link.text;
        result_.dropped.push_back(fmt::format("the {} {}{}", picture ? "picture" : "link",
                                              link.address, picture ? "" : ": its text was kept"));
        rest_.remove_prefix(link.whole.size() + (picture ? 1 : 0));
        return true;
    }

    void take_tag() {
        const auto end = rest_.find('>');
        const auto tag = rest_.substr(0, end == std::string_view::npos ? end : end + 1);
        if (tag.starts_with("<br"))
            result_.markdown += "\\\n";
        else if (!tag.starts_with("</"))
            result_.dropped.push_back(fmt::format("the tag {}: its text was kept", tag));
        rest_.remove_prefix(tag.size());
    }

    std::string_view rest_;
    PixText result_;
};

std::vector<std::string> read_options(std::string_view inside) {
    constexpr std::string_view key = "options=";
    const auto at = inside.find(key);
    if (at == std::string_view::npos) return {};
    const auto list = inside.substr(at + key.size());
    const auto value = json::read(list.substr(0, list.rfind(']') + 1));
    std::vector<std::string> options;
    if (value && value->array() != nullptr)
        for (const auto& option : *value->array())
            if (option.text() != nullptr) options.push_back(*option.text());
    return options;
}

/// The part of "name#placeholder§label options=…" after `sign`.
std::string_view part_after(std::string_view inside, std::string_view sign) {
    const auto at = inside.find(sign);
    if (at == std::string_view::npos) return "";
    auto part = inside.substr(at + sign.size());
    part = part.substr(0, part.find("options="));
    part = part.substr(0, part.find('#'));
    return trimmed(part.substr(0, part.find("§")));
}

std::string label_before(std::string_view text) {
    const auto line = text.rfind('\n');
    auto label = trimmed(line == std::string_view::npos ? text : text.substr(line + 1));
    while (label.ends_with(':') || label.ends_with(' ')) label.remove_suffix(1);
    if (label.starts_with("- ")) label.remove_prefix(2);
    return std::string(trimmed(label));
}

}  // namespace

PixText clean_pix_text(std::string_view markdown) { return Cleaner(markdown).clean(); }

std::vector<std::string> pix_proposals(std::string_view proposals) {
    std::vector<std::string> result;
    while (!proposals.empty()) {
        const auto end = proposals.find('\n');
        const auto line = trimmed(proposals.substr(0, end));
        const bool begins = line.starts_with("- ") || line.starts_with("-\u00A0");
        if (begins)
            result.emplace_back(trimmed(line.substr(line.starts_with("- ") ? 2 : 3)));
        else if (!line.empty() && !result.empty())
            result.back() += " " + std::string(line);
        proposals.remove_prefix(end == std::string_view::npos ? proposals.size() : end + 1);
    }
    return result;
}

std::vector<PixBlank> pix_blanks(std::string_view proposals) {
    std::vector<PixBlank> blanks;
    while (true) {
        const auto start = proposals.find("${");
        if (start == std::string_view::npos) return blanks;
        const auto end = proposals.find('}', start);
        if (end == std::string_view::npos) return blanks;
        const auto inside = proposals.substr(start + 2, end - start - 2);
        auto name = inside.substr(0, inside.find_first_of("# "));
        name = name.substr(0, name.find("§"));
        std::string label(part_after(inside, "§"));
        if (label.empty()) label = label_before(proposals.substr(0, start));
        blanks.push_back({std::string(trimmed(name)), std::move(label), read_options(inside)});
        proposals.remove_prefix(end + 1);
    }
}

}  // namespace preau::importers
