// SPDX-License-Identifier: Apache-2.0
#include "tool/verdict.hpp"

#include <fmt/format.h>

namespace preau::tool {

bool Verdict::is_good() const {
    return candidates > 0 && finished == candidates && acknowledged > 0 &&
           answers == Comparison{} && is_bundle_verified && is_accepted;
}

std::string Verdict::line() const {
    auto line = fmt::format("rehearsal: {}/{} finished, {} answers acknowledged, {} lost", finished,
                            candidates, acknowledged, answers.lost);
    if (answers.doubled > 0) line += fmt::format(", {} doubled", answers.doubled);
    if (answers.unaccounted > 0)
        line += fmt::format(", {} never acknowledged", answers.unaccounted);
    line += is_bundle_verified ? ", bundle verified" : ", bundle NOT verified";
    return line + (is_accepted ? ", central accepted" : ", central did NOT accept");
}

}  // namespace preau::tool
