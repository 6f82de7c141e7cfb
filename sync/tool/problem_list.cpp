// SPDX-License-Identifier: Apache-2.0
#include "tool/problem_list.hpp"

#include "json/write.hpp"
#include "tool/command.hpp"

#include <fmt/format.h>

namespace preau::tool {

namespace {

json::Value view(const authoring::Problem& problem) {
    return json::Object{{"file", problem.file},
                        {"line", problem.line},
                        {"field", problem.field},
                        {"message", problem.message}};
}

}  // namespace

int print_problems(const authoring::Problems& problems, bool as_json) {
    if (as_json) {
        json::Array list;
        for (const auto& problem : problems) list.push_back(view(problem));
        fmt::print("{}\n", json::write(json::Object{{"problems", std::move(list)}}));
    } else {
        for (const auto& problem : problems) fmt::print(stderr, "{}\n", problem.text());
        fmt::print(stderr, "preau: {} to correct\n", problems.size());
    }
    return problems.empty() ? kDone : kRefused;
}

}  // namespace preau::tool
