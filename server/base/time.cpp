// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace preau {

namespace {

using Days = std::chrono::sys_days;

bool digits(std::string_view text, std::size_t at, std::size_t count, unsigned& out) {
    const auto part = text.substr(at, count);
    if (part.find_first_not_of("0123456789") != std::string_view::npos) return false;
    return std::from_chars(part.data(), part.data() + part.size(), out).ptr ==
           part.data() + part.size();
}

Result<std::chrono::year_month_day> day_of(std::string_view text) {
    unsigned y = 0, m = 0, d = 0;
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        digits(text, 0, 4, y) && digits(text, 5, 2, m) && digits(text, 8, 2, d);
    const std::chrono::year_month_day day{std::chrono::year{static_cast<int>(y)},
                                          std::chrono::month{m}, std::chrono::day{d}};
    if (!shaped || !day.ok()) return fail(Error::malformed("not a day written YYYY-MM-DD"));
    return day;
}

}  // namespace

std::string to_iso8601(WallTime time) {
    const std::chrono::sys_time<std::chrono::milliseconds> point{
        std::chrono::milliseconds(time.ms)};
    const auto midnight = std::chrono::floor<std::chrono::days>(point);
    const std::chrono::year_month_day day{midnight};
    const std::chrono::hh_mm_ss clock{point - midnight};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

Result<WallTime> from_iso8601(std::string_view text) {
    const auto wrong = [] { return fail(Error::malformed("not a time YYYY-MM-DDThh:mm:ss.sssZ")); };
    if (text.size() != 24 || text[10] != 'T') return wrong();
    const auto day = day_of(text.substr(0, 10));
    unsigned h = 0, m = 0, s = 0, ms = 0;
    if (!day || !digits(text, 11, 2, h) || !digits(text, 14, 2, m) || !digits(text, 17, 2, s) ||
        !digits(text, 20, 3, ms))
        return wrong();
    const auto days = Days(*day).time_since_epoch().count();
    const WallTime time{(((days * 24LL + h) * 60 + m) * 60 + s) * 1000 + ms};
    if (to_iso8601(time) != text) return wrong();
    return time;
}

bool is_date(std::string_view text) {
    const auto day = day_of(text);
    return day.has_value() && day->year() >= std::chrono::year{1900};
}

}  // namespace preau
