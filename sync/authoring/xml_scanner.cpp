// SPDX-License-Identifier: Apache-2.0
#include "authoring/xml_scanner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::authoring {

namespace {

constexpr std::size_t kDepthMax = 32;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == ':' || c == '.';
}

bool is_escaped_well(std::string_view text) {
    constexpr std::array<std::string_view, 5> kEntities = {"&amp;", "&lt;", "&gt;", "&quot;",
                                                           "&apos;"};
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        if (std::ranges::none_of(kEntities, [&](std::string_view entity) {
                return text.substr(at).starts_with(entity);
            }))
            return false;
    }
    return true;
}

}  // namespace

Result<XmlScanner::Tag> XmlScanner::next() {
    if (at_ == 0 && skip("<?xml ")) {
        at_ = std::min(text_.find("?>", at_), text_.size());
        if (!skip("?>")) return refused("the XML declaration does not end");
    }
    while (at_ < text_.size()) {
        if (skip("<!--")) {
            if (auto skipped = skip_comment(); !skipped) return fail(std::move(skipped.error()));
        } else if (skip("</")) {
            if (auto ended = end_tag(); !ended) return fail(std::move(ended.error()));
        } else if (skip("<")) {
            return start_tag();
        } else if (auto skipped = skip_text(); !skipped) {
            return fail(std::move(skipped.error()));
        }
    }
    if (!has_root_ || !open_.empty()) return refused("the drawing ends before its last tag");
    return Tag{};
}

int XmlScanner::line() const {
    return 1 + static_cast<int>(std::ranges::count(text_.substr(0, at_), '\n'));
}

bool XmlScanner::skip(std::string_view token) {
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
}

void XmlScanner::skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

std::string_view XmlScanner::name() {
    const auto from = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(from, at_ - from);
}

Result<void> XmlScanner::skip_comment() {
    const auto end = text_.find("--", at_);
    if (end == std::string_view::npos) return refused("a comment does not end");
    at_ = end;
    if (!skip("-->")) return refused("a comment holds \"--\"");
    return {};
}

Result<void> XmlScanner::skip_text() {
    const auto end = std::min(text_.find('<', at_), text_.size());
    const auto text = text_.substr(at_, end - at_);
    if (open_.empty() && !std::ranges::all_of(text, is_space))
        return refused("text outside the drawing");
    if (!is_escaped_well(text))
        return refused("an entity other than &amp; &lt; &gt; &quot; &apos;: write the character");
    at_ = end;
    return {};
}

Result<void> XmlScanner::end_tag() {
    const auto closed = name();
    skip_space();
    if (!skip(">") || open_.empty() || open_.back() != closed)
        return refused("an end tag does not match its start");
    open_.pop_back();
    return {};
}

Result<XmlScanner::Tag> XmlScanner::start_tag() {
    Tag tag{.name = name(), .attributes = {}, .depth = open_.size()};
    if (tag.name.empty())
        return refused("DOCTYPE, CDATA and instructions are not allowed: remove them");
    if (open_.empty() && has_root_) return refused("a second root");
    if (open_.size() >= kDepthMax) return refused("tags are nested too deep");
    has_root_ = true;
    for (;;) {
        const auto before = at_;
        skip_space();
        if (skip("/>")) return tag;
        if (skip(">")) break;
        if (at_ == before) return refused("a tag is not well formed");
        auto read = attribute();
        if (!read) return fail(std::move(read.error()));
        if (std::ranges::find(tag.attributes, read->name, &Attribute::name) != tag.attributes.end())
            return refused("an attribute is given twice");
        tag.attributes.push_back(*read);
    }
    open_.push_back(tag.name);
    return tag;
}

Result<XmlScanner::Attribute> XmlScanner::attribute() {
    Attribute attribute{.name = name(), .value = {}};
    skip_space();
    const bool assigned = skip("=");
    skip_space();
    const std::string_view quote = text_.substr(at_, 1);
    if (attribute.name.empty() || !assigned || (quote != "\"" && quote != "'"))
        return refused("an attribute is written name=\"value\"");
    const auto end = text_.find(quote, ++at_);
    if (end == std::string_view::npos) return refused("an attribute's quote does not end");
    attribute.value = text_.substr(at_, end - at_);
    if (attribute.value.find('<') != std::string_view::npos || !is_escaped_well(attribute.value))
        return refused("an attribute's value holds \"<\" or an unknown entity");
    at_ = end + 1;
    return attribute;
}

Failure<Error> XmlScanner::refused(std::string_view message) const {
    return fail(Error::malformed(fmt::format("line {}: {}", line(), message)));
}

}  // namespace preau::authoring
