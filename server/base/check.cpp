// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace preau {

void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "<2>bug.found condition=\"%s\" at=%s:%d\n", condition, file, line);
    std::abort();
}

}  // namespace preau
