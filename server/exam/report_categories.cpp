// SPDX-License-Identifier: Apache-2.0
#include "exam/report_categories.hpp"

#include <array>

namespace preau::exam {

std::vector<ReportCategory> offered_categories(const Conduct& conduct, const Enrolment& enrolment) {
    using enum ReportCategory;
    struct Row {
        ReportCategory category;
        bool offered;
    };
    const bool exceeded = conduct.timer_seconds > 0 && enrolment.extra_time_percent > 0;
    const std::array rows = {
        Row{e1, conduct.picture},
        Row{e2, conduct.simulator},
        Row{e3, conduct.attachments},
        Row{e4, conduct.needs_internet},
        Row{e5, conduct.needs_internet},
        Row{e8, exceeded},
        Row{e9, conduct.attachments},
        Row{e10, conduct.focus},
        Row{e11, true},
        Row{e12, true},
    };
    std::vector<ReportCategory> offered;
    for (const auto& row : rows)
        if (row.offered) offered.push_back(row.category);
    return offered;
}

}  // namespace preau::exam
