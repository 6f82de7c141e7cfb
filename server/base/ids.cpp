// SPDX-License-Identifier: Apache-2.0
#include "base/ids.hpp"

namespace preau {

bool is_session_number(std::string_view text) {
    return !text.empty() && text.size() <= 10 && text.front() != '0' &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace preau
