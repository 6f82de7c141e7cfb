// SPDX-License-Identifier: Apache-2.0
#include "base/time.hpp"

#include "support/catch.hpp"

using namespace preau;

TEST_CASE("a day that does not exist is refused") {
    for (const auto* text : {"2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026/01/01",
                             "1899-12-31", "2026-1-01", "", "2026-01-01 "})
        CHECK_FALSE(is_date(text));
    CHECK(is_date("2024-02-29"));
}

TEST_CASE("an ISO 8601 time has one spelling") {
    for (const auto* text :
         {"2026-11-24T09:00:00Z", "2026-11-24 09:00:00.000Z", "2026-11-24T24:00:00.000Z",
          "2026-11-24T09:60:00.000Z", "2026-11-24T09:00:00.000+"})
        CHECK_FALSE(from_iso8601(text));
}

TEST_CASE("wall times are written and read back, before and after 1970") {
    CHECK(to_iso8601(WallTime{0}) == "1970-01-01T00:00:00.000Z");
    CHECK(to_iso8601(WallTime{1'764'000'000'123}) == "2025-11-24T16:00:00.123Z");
    for (const std::int64_t ms : {-1LL, 0LL, 951'782'400'000LL, 4'102'444'799'999LL})
        CHECK(from_iso8601(to_iso8601(WallTime{ms}))->ms == ms);
}
