// SPDX-License-Identifier: Apache-2.0
#include "exam/display.hpp"

#include "base/limits.hpp"

namespace preau::exam {

bool is_valid(const Display& display) {
    return display.text_percent >= 100 && display.text_percent <= 200 &&
           display.text_percent % 10 == 0 && display.voice.size() <= limits::voice_bytes_max;
}

}  // namespace preau::exam
