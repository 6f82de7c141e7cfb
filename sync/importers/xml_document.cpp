// SPDX-License-Identifier: Apache-2.0
#include "importers/xml_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace preau::importers {

namespace {

constexpr std::size_t kBytesMax = 32u * 1024 * 1024;
constexpr int kDepthMax = 64;

std::ptrdiff_t line_at(std::string_view text, std::ptrdiff_t offset) {
    return 1 + std::count(text.begin(), text.begin() + offset, '\n');
}

std::string plain(std::string_view name) {
    const auto colon = name.find(':');
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    if (name.starts_with("qti-")) name.remove_prefix(4);
    std::string result;
    for (const char c : name)
        if (c != '-') result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

class DepthGuard : public pugi::xml_tree_walker {
  public:
    bool for_each(pugi::xml_node&) override {
        deepest = std::max(deepest, depth());
        return deepest <= kDepthMax;
    }
    int deepest = 0;
};

}  // namespace

Result<void> read_xml(std::string_view text, pugi::xml_document& document) {
    if (text.size() > kBytesMax)
        return fail(Error::malformed(fmt::format("larger than {} bytes: split it", kBytesMax)));
    constexpr auto options = pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata;
    const auto parsed = document.load_buffer(text.data(), text.size(), options);
    if (!parsed)
        return fail(Error::malformed(
            fmt::format("line {}: {}", line_at(text, parsed.offset), parsed.description())));
    for (const auto& node : document.children())
        if (node.type() == pugi::node_doctype)
            return fail(
                Error::malformed(fmt::format("line {}: a DOCTYPE is not accepted: take it away",
                                             line_at(text, node.offset_debug()))));
    DepthGuard guard;
    document.traverse(guard);
    if (guard.deepest > kDepthMax)
        return fail(
            Error::malformed(fmt::format("more than {} elements inside each other", kDepthMax)));
    return {};
}

std::string plain_name(const pugi::xml_node& node) { return plain(node.name()); }

std::string plain_attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& attribute : node.attributes())
        if (plain(attribute.name()) == name) return attribute.value();
    return "";
}

std::vector<pugi::xml_node> descendants(const pugi::xml_node& node, std::string_view name) {
    struct Collector : pugi::xml_tree_walker {
        explicit Collector(std::string_view wanted) : wanted_(wanted) {}
        bool for_each(pugi::xml_node& found) override {
            if (plain_name(found) == wanted_) nodes.push_back(found);
            return true;
        }
        std::string_view wanted_;
        std::vector<pugi::xml_node> nodes;
    };
    Collector collector(name);
    auto root = node;
    root.traverse(collector);
    return std::move(collector.nodes);
}

std::string inner_xml(const pugi::xml_node& node) {
    std::ostringstream out;
    for (const auto& child : node.children())
        child.print(out, "", pugi::format_raw | pugi::format_no_declaration);
    return out.str();
}

}  // namespace preau::importers
