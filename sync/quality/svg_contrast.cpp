// SPDX-License-Identifier: Apache-2.0
#include "quality/svg_contrast.hpp"

#include "authoring/xml_scanner.hpp"
#include "quality/colour.hpp"

#include <charconv>
#include <optional>

namespace preau::quality {

namespace {

using Tag = authoring::XmlScanner::Tag;

constexpr double kContrastMin = 4.5;

struct Point {
    double x = 0;
    double y = 0;
};

struct Painted {
    Point from;
    Point to;
    std::string fill;

    bool holds(const Point& point) const {
        return point.x >= from.x && point.x <= to.x && point.y >= from.y && point.y <= to.y;
    }
};

/// What a group gives to those inside it.
struct Inherited {
    std::size_t depth = 0;
    std::string fill = "black";
    Point shift;
    bool judged = true;  ///< false under a transform other than a translation
};

std::string_view attribute(const Tag& tag, std::string_view name) {
    for (const auto& attribute : tag.attributes)
        if (attribute.name == name) return attribute.value;
    return "";
}

double number(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Point> translation(std::string_view transform) {
    constexpr std::string_view name = "translate(";
    if (!transform.starts_with(name) || transform.find(')') != transform.size() - 1)
        return std::nullopt;
    transform.remove_prefix(name.size());
    const auto comma = transform.find_first_of(", ");
    const auto second = comma == std::string_view::npos ? "" : transform.substr(comma + 1);
    const auto digit = second.find_first_not_of(" ,");
    return Point{number(transform),
                 digit == std::string_view::npos ? 0 : number(second.substr(digit))};
}

class Judge {
  public:
    void take(const Tag& tag, int line) {
        while (groups_.size() > 1 && groups_.back().depth >= tag.depth) groups_.pop_back();
        auto here = groups_.back();
        here.depth = tag.depth;
        if (const auto fill = attribute(tag, "fill"); !fill.empty()) here.fill = fill;
        if (const auto transform = attribute(tag, "transform"); !transform.empty()) {
            const auto shift = translation(transform);
            here.judged = here.judged && shift.has_value();
            here.shift = {here.shift.x + shift.value_or(Point{}).x,
                          here.shift.y + shift.value_or(Point{}).y};
        }
        groups_.push_back(here);
        if (!here.judged) return;
        if (tag.name == "rect" || tag.name == "circle" || tag.name == "ellipse") paint(tag, here);
        if (tag.name == "text" || tag.name == "tspan") write(tag, here, line);
    }

    std::vector<WeakText> weak;

  private:
    void paint(const Tag& tag, const Inherited& here) {
        if (here.fill == "none" || !attribute(tag, "fill-opacity").empty() ||
            !attribute(tag, "opacity").empty())
            return;
        const auto read = [&](std::string_view name) { return number(attribute(tag, name)); };
        Point from{read("x"), read("y")};
        Point to{from.x + read("width"), from.y + read("height")};
        if (tag.name != "rect") {
            const auto rx = tag.name == "circle" ? read("r") : read("rx");
            const auto ry = tag.name == "circle" ? read("r") : read("ry");
            from = {read("cx") - rx, read("cy") - ry};
            to = {read("cx") + rx, read("cy") + ry};
        }
        if (attribute(tag, "width") == "100%") to.x = to.y = 1e9;
        painted_.push_back({{from.x + here.shift.x, from.y + here.shift.y},
                            {to.x + here.shift.x, to.y + here.shift.y},
                            here.fill});
    }

    void write(const Tag& tag, const Inherited& here, int line) {
        if (attribute(tag, "x").empty()) return;
        const Point at{number(attribute(tag, "x")) + here.shift.x,
                       number(attribute(tag, "y")) + here.shift.y};
        std::string background = "white";
        for (const auto& shape : painted_)
            if (shape.holds(at)) background = shape.fill;
        const auto ink = parse_colour(here.fill);
        const auto paper = parse_colour(background);
        if (!ink || !paper) return;
        const auto ratio = contrast(*ink, *paper);
        if (ratio < kContrastMin) weak.push_back({line, here.fill, background, ratio});
    }

    std::vector<Inherited> groups_ = {{}};
    std::vector<Painted> painted_;
};

}  // namespace

std::vector<WeakText> weak_texts(std::string_view svg) {
    authoring::XmlScanner scanner(svg);
    Judge judge;
    while (true) {
        const auto tag = scanner.next();
        if (!tag || tag->name.empty()) return std::move(judge.weak);
        judge.take(*tag, scanner.line());
    }
}

}  // namespace preau::quality
