// SPDX-License-Identifier: Apache-2.0
#include "simulation/plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preau::simulation {

namespace {

constexpr double kWidth = 720.0;
constexpr double kHeight = 320.0;
constexpr double kLeft = 64.0;
constexpr double kRight = 16.0;
constexpr double kTop = 40.0;
constexpr double kBottom = 52.0;

bool is_drawn(const Point& point) { return std::isfinite(point.x) && std::isfinite(point.y); }

/// What one axis shows, and where.
class Axis {
  public:
    Axis(double at_low, double at_high) : at_low_(at_low), at_high_(at_high) {}

    void hold(double value) {
        low_ = std::min(low_, value);
        high_ = std::max(high_, value);
    }
    /// About that many marks at 1, 2 or 5 times a power of ten, the ends among them.
    void round_to(int marks) {
        if (high_ <= low_) high_ = low_ + 1.0;
        const double rough = (high_ - low_) / marks;
        const double power = std::pow(10.0, std::floor(std::log10(rough)));
        const double lead = rough / power;
        step_ = power * (lead <= 1.0 ? 1.0 : lead <= 2.0 ? 2.0 : lead <= 5.0 ? 5.0 : 10.0);
        low_ = std::floor(low_ / step_ + 1e-9) * step_;
        high_ = std::ceil(high_ / step_ - 1e-9) * step_;
    }
    double place(double value) const {
        return at_low_ + (value - low_) / (high_ - low_) * (at_high_ - at_low_);
    }
    std::vector<double> marks() const {
        std::vector<double> values;
        const auto count = std::lround((high_ - low_) / step_);
        for (long i = 0; i <= count; ++i) {
            const double value = low_ + static_cast<double>(i) * step_;
            values.push_back(std::abs(value) < step_ * 1e-6 ? 0.0 : value);
        }
        return values;
    }
    std::string label(double value) const {
        const int digits = std::max(0, static_cast<int>(-std::floor(std::log10(step_) + 1e-9)));
        return fmt::format("{:.{}f}", value, digits);
    }

  private:
    double at_low_;
    double at_high_;
    double low_ = 0.0;
    double high_ = 0.0;
    double step_ = 1.0;
};

struct Axes {
    Axis x{kLeft, kWidth - kRight};
    Axis y{kHeight - kBottom, kTop};
};

Axes axes_of(const Plot& plot) {
    Axes axes;
    for (const auto& series : plot.series)
        for (const auto& point : series.points) {
            if (!is_drawn(point)) continue;
            axes.x.hold(point.x);
            axes.y.hold(point.y - point.error);
            axes.y.hold(point.y + point.error);
        }
    axes.x.round_to(8);
    axes.y.round_to(5);
    return axes;
}

std::string line(std::string_view style, double x1, double y1, double x2, double y2) {
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>\n", style, x1,
        y1, x2, y2);
}

std::string words(std::string_view anchor, double x, double y, std::string_view text) {
    return fmt::format("<text text-anchor=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", anchor, x,
                       y, escape_markup(text));
}

std::string draw_axes(const Plot& plot, const Axes& axes) {
    std::string svg;
    for (const double value : axes.y.marks()) {
        const double y = axes.y.place(value);
        svg += line(value == 0.0 ? "zero" : "grid", kLeft, y, kWidth - kRight, y);
        svg += words("end", kLeft - 8.0, y + 4.0, axes.y.label(value));
    }
    for (const double value : axes.x.marks())
        svg += words("middle", axes.x.place(value), kHeight - kBottom + 20.0, axes.x.label(value));
    svg += words("end", kWidth - kRight, kHeight - 8.0, plot.x_label);
    svg += words("start", 4.0, 16.0, plot.y_label);
    return svg;
}

std::string draw_series(const Series& series, const Axes& axes) {
    std::string path;
    std::string marks;
    for (const auto& point : series.points) {
        if (!is_drawn(point)) continue;
        const double x = axes.x.place(point.x);
        const double y = axes.y.place(point.y);
        path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "" : " ", x, y);
        if (point.error > 0.0)
            marks += line(series.style, x, axes.y.place(point.y - point.error), x,
                          axes.y.place(point.y + point.error));
        if (series.has_marks)
            marks += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.5\"/>\n",
                                 series.style, x, y);
    }
    return fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n{}", series.style, path, marks);
}

// From the right edge leftwards, so that the name of the axis keeps its corner.
std::string draw_legend(const Plot& plot) {
    constexpr double kLetter = 7.5;
    std::string svg;
    double right = kWidth - kRight;
    for (auto series = plot.series.rbegin(); series != plot.series.rend(); ++series) {
        svg += words("end", right, 16.0, series->name);
        right -= kLetter * static_cast<double>(series->name.size()) + 8.0;
        svg += line("key " + series->style, right - 24.0, 12.0, right, 12.0);
        right -= 44.0;
    }
    return svg;
}

}  // namespace

std::string escape_markup(std::string_view text) {
    std::string escaped;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += letter;
        }
    }
    return escaped;
}

std::string draw(const Plot& plot) {
    const auto axes = axes_of(plot);
    auto svg = fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth,
                           kHeight, escape_markup(plot.title));
    svg += draw_axes(plot, axes);
    for (const auto& series : plot.series) svg += draw_series(series, axes);
    return svg + draw_legend(plot) + "</svg>\n";
}

}  // namespace preau::simulation
