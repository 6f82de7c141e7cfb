// SPDX-License-Identifier: Apache-2.0
#include "authoring/picture.hpp"
#include "authoring/xml_scanner.hpp"
#include "pack/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace preau::authoring {

namespace {

constexpr double kSideMax = pack::format::picture_side_max;
constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg";

// What draws. Not here: script, foreignObject, image, a, style, animations, filters, feImage.
constexpr std::array<std::string_view, 23> kElements = {
    "svg",  "g",     "defs",           "title",          "desc",   "symbol",
    "path", "rect",  "circle",         "ellipse",        "line",   "polyline",
    "text", "tspan", "polygon",        "marker",         "use",    "clipPath",
    "mask", "stop",  "linearGradient", "radialGradient", "pattern"};

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// Every url( of a value must stay inside the drawing.
bool has_outer_url(const std::string& value) {
    for (auto at = value.find("url("); at != std::string::npos; at = value.find("url(", at + 1))
        if (value.compare(at, 5, "url(#") != 0) return true;
    return false;
}

/// Why an attribute is refused; nothing when it only draws.
std::optional<std::string> objection(const XmlScanner::Attribute& attribute) {
    const auto name = lower(attribute.name);
    const auto value = lower(attribute.value);
    if (name == "xmlns") {
        if (attribute.value == kNamespace) return std::nullopt;
        return fmt::format("xmlns must be {}", kNamespace);
    }
    if (name.starts_with("on")) return fmt::format("{}: a picture runs nothing: remove it", name);
    if (name.find(':') != std::string::npos && name != "xml:lang" && name != "xml:space")
        return fmt::format("{}: remove it (an editor's own mark, or xlink: use href)", name);
    if (name == "href" && !value.starts_with('#')) return "href must point inside the drawing (#…)";
    const bool fetches = has_outer_url(value) || value.find("://") != std::string::npos ||
                         value.find("javascript:") != std::string::npos ||
                         value.find("data:") != std::string::npos;
    if (fetches) return fmt::format("{}: a picture fetches nothing: remove the address", name);
    // A CSS escape could spell any of the above.
    if (value.find_first_of("\\@") != std::string::npos)
        return fmt::format("{}: holds \\ or @: remove it", name);
    return std::nullopt;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<int> side(std::string_view text) {
    if (text.ends_with("px")) text.remove_suffix(2);
    const auto value = number(text);
    if (!value || !(*value >= 1 && *value <= kSideMax)) return std::nullopt;
    return static_cast<int>(std::ceil(*value));
}

std::string_view value_of(const XmlScanner::Tag& tag, std::string_view name) {
    const auto found = std::ranges::find(tag.attributes, name, &XmlScanner::Attribute::name);
    return found == tag.attributes.end() ? std::string_view{} : found->value;
}

/// The last two of the four numbers of a viewBox.
std::optional<PictureSize> box_size(std::string_view box) {
    std::vector<std::string_view> words;
    while (!box.empty()) {
        const auto end = std::min(box.find_first_of(" ,\n\t"), box.size());
        if (end > 0) words.push_back(box.substr(0, end));
        box.remove_prefix(std::min(end + 1, box.size()));
    }
    if (words.size() != 4) return std::nullopt;
    const auto width = side(words[2]);
    const auto height = side(words[3]);
    if (!width || !height) return std::nullopt;
    return PictureSize{*width, *height};
}

Result<PictureSize> size_of(const XmlScanner::Tag& root) {
    const auto width = side(value_of(root, "width"));
    const auto height = side(value_of(root, "height"));
    if (width && height) return PictureSize{*width, *height};
    if (const auto size = box_size(value_of(root, "viewBox"))) return *size;
    return fail(Error::malformed(
        "the svg tag needs width and height in pixels, or a viewBox, of 1 to 4000 a side"));
}

Result<void> check_tag(const XmlScanner::Tag& tag, int line) {
    const auto refused = [&](std::string_view message) {
        return fail(Error::malformed(fmt::format("line {}: <{}> {}", line, tag.name, message)));
    };
    if (std::ranges::find(kElements, tag.name) == kElements.end())
        return refused("is not an element that a picture may use: remove it");
    if ((tag.depth == 0) != (tag.name == "svg"))
        return refused("cannot stand here: the root, and only the root, is <svg>");
    if (tag.depth == 0 && value_of(tag, "xmlns") != kNamespace)
        return refused(fmt::format("needs xmlns=\"{}\"", kNamespace));
    for (const auto& attribute : tag.attributes)
        if (const auto message = objection(attribute)) return refused(*message);
    return {};
}

}  // namespace

Result<PictureSize> check_svg(std::string_view text) {
    XmlScanner scanner(text);
    Result<PictureSize> size = fail(Error::malformed("is empty"));
    for (;;) {
        auto tag = scanner.next();
        if (!tag) return fail(std::move(tag.error()));
        if (tag->name.empty()) return size;
        if (auto checked = check_tag(*tag, scanner.line()); !checked)
            return fail(std::move(checked.error()));
        if (tag->depth == 0) size = size_of(*tag);
    }
}

}  // namespace preau::authoring
