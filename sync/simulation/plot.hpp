// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preau::simulation {

struct Point {
    double x = 0.0;
    double y = 0.0;
    double error = 0.0;  ///< half of the bar through the point; 0: no bar
};

struct Series {
    std::string name;
    std::string style;  ///< class of the drawing: "first", "second", "limit"
    std::vector<Point> points;
    bool has_marks = false;
};

struct Plot {
    std::string title;
    std::string x_label;
    std::string y_label;
    std::vector<Series> series;
};

/// Text that may stand in an element or a quoted attribute.
std::string escape_markup(std::string_view text);

/// An <svg> for a page that defines the colours of the classes. Both axes hold 0 and every point;
/// points that are not finite are left out.
std::string draw(const Plot& plot);

}  // namespace preau::simulation
