// SPDX-License-Identifier: Apache-2.0
#include "central/sql/schema.hpp"

namespace preau::central::sql {

std::string text_for(Engine engine, const Step& step) {
    std::string text;
    for (const auto& part : step)
        if (!part.only || *part.only == engine) text.append(part.text).append("\n");
    return text;
}

}  // namespace preau::central::sql
