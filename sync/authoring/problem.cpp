// SPDX-License-Identifier: Apache-2.0
#include "authoring/problem.hpp"

namespace preau::authoring {

std::string Problem::text() const {
    std::string text = file;
    if (line > 0) text += ":" + std::to_string(line);
    text += ": ";
    if (!field.empty()) text += field + ": ";
    return text + message;
}

}  // namespace preau::authoring
