// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"

#include "base/random.hpp"
#include "support/catch.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>

using namespace preau;

TEST_CASE("every kind of value is read") {
    const auto value = json::read(
        " { \"null\" : null , \"yes\":true,\"no\":false,\n\"int\":-7,\t\"real\":2.5,"
        "\"text\":\"caf\\u00e9\\u0000\\/\",\"list\":[ ],\"object\":{ } }\r\n");
    REQUIRE(value);
    CHECK(value->object()->size() == 8);
    CHECK(value->find("null")->is_null());
    CHECK(*value->find("yes")->boolean());
    CHECK_FALSE(*value->find("no")->boolean());
    CHECK(*value->find("int")->integer() == -7);
    CHECK(value->find("real")->number() == 2.5);
    CHECK(value->find("real")->integer() == nullptr);
    CHECK(*value->find("text")->text() == std::string("café\0/", 7));
    CHECK(value->find("list")->array()->empty());
    CHECK(value->find("object")->object()->empty());
    CHECK(value->find("absent") == nullptr);
    CHECK(value->find("int")->find("x") == nullptr);
}

TEST_CASE("members keep their order and a bare value is a document") {
    const auto value = json::read(R"({"b":1,"a":2,"c":3})");
    REQUIRE(value);
    std::string names;
    for (const auto& member : *value->object()) names += member.name;
    CHECK(names == "bac");
    CHECK(*json::read("12")->integer() == 12);
    CHECK(*json::read("\"\"")->text() == "");
    CHECK(*json::read("0")->integer() == 0);
}

TEST_CASE("a double is the nearest to what is written") {
    for (const auto* text :
         {"0.1", "0.30000000000000004", "1.7976931348623157e308", "2.2250738585072014e-308",
          "4.9e-324", "9007199254740993.0", "123456789012345678901234567890.0", "1e23", "8.5e22",
          "2.2250738585072011e-308", "0.500000000000000166533453693773481063544750213623046875",
          "179769313486231580793728971405301e276", "3.141592653589793238462643383279502884197"}) {
        INFO(text);
        const auto value = json::read(text);
        REQUIRE(value);
        CHECK(std::bit_cast<std::uint64_t>(*value->number()) ==
              std::bit_cast<std::uint64_t>(std::strtod(text, nullptr)));
    }
}

TEST_CASE("random doubles with seventeen digits are read to the same bits as strtod gives") {
    SplitMix64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto expected = std::bit_cast<double>(random.next());
        if (!std::isfinite(expected)) continue;
        char text[40];
        const int bytes = std::snprintf(text, sizeof text, "%.17e", expected);
        const auto value = json::read({text, static_cast<std::size_t>(bytes)});
        REQUIRE(value);
        REQUIRE(std::bit_cast<std::uint64_t>(*value->number()) ==
                std::bit_cast<std::uint64_t>(expected));
    }
}
