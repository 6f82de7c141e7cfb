// SPDX-License-Identifier: Apache-2.0
#include "api/answer_value.hpp"

#include "answers/examine.hpp"

#include <charconv>

namespace preau::api {

namespace {

/// Reads proposal numbers separated by commas, each larger than the one before.
bool is_rising_list(std::string_view value, std::size_t proposals) {
    std::size_t last = 0;
    const auto* at = value.data();
    const auto* const end = at + value.size();
    while (at != end) {
        std::size_t number = 0;
        const auto parsed = std::from_chars(at, end, number);
        if (parsed.ec != std::errc{} || *at == '0' || number <= last || number > proposals)
            return false;
        last = number;
        at = parsed.ptr;
        if (at == end) return true;
        if (*at++ != ',') return false;
    }
    return false;
}

}  // namespace

bool is_answer_value(const answers::Key& key, std::size_t proposals, std::string_view value) {
    if (value == answers::kSkipped || key.kind == answers::Kind::qroc || value.empty()) return true;
    const bool is_one = value.find(',') == std::string_view::npos;
    return is_rising_list(value, proposals) && (is_one || key.kind == answers::Kind::qcm);
}

}  // namespace preau::api
