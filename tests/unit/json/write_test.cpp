// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"

#include "base/random.hpp"
#include "json/read.hpp"
#include "support/catch.hpp"

#include <bit>
#include <cmath>

using namespace preau;

TEST_CASE("bytes that are not UTF-8 are written as the replacement character") {
    CHECK(json::write(std::string("a\xFF"
                                  "b\xC3")) == "\"a\uFFFDb\uFFFD\"");
    CHECK(json::read(json::write(std::string("\xED\xA0\x80"))));
}

TEST_CASE("control characters, quotes and backslashes are escaped, nothing else") {
    CHECK(json::write(std::string("\0\x01\b\t\n\f\r\x1f\x7f\"\\/é☃", 17)) ==
          "\"\\u0000\\u0001\\b\\t\\n\\f\\r\\u001f\x7f\\\"\\\\/é☃\"");
}

TEST_CASE("a value is written without spaces and in order") {
    const json::Value value = json::Object{
        {"b", 1}, {"a", json::Array{true, false, nullptr, "x", -2}}, {"c", json::Object{}}};
    CHECK(json::write(value) == R"({"b":1,"a":[true,false,null,"x",-2],"c":{}})");
}

TEST_CASE("a double is written with the fewest digits and stays a double") {
    CHECK(json::write(0.1) == "0.1");
    CHECK(json::write(1.0) == "1.0");
    CHECK(json::write(-0.0) == "-0.0");
    CHECK(json::write(1e300) == "1e+300");
    CHECK(json::write(5e-324) == "5e-324");
    CHECK(json::write(123456789012345680.0) == "123456789012345680.0");
    CHECK(json::write(std::int64_t{1}) == "1");
}

TEST_CASE("every double is read back to the same bits") {
    SplitMix64 random(11);
    for (int i = 0; i < 20'000; ++i) {
        const auto expected = std::bit_cast<double>(random.next());
        if (!std::isfinite(expected)) continue;
        const auto value = json::read(json::write(expected));
        REQUIRE(value);
        REQUIRE(value->integer() == nullptr);
        REQUIRE(std::bit_cast<std::uint64_t>(*value->number()) ==
                std::bit_cast<std::uint64_t>(expected));
    }
}
