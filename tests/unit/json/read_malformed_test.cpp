// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "support/catch.hpp"

using namespace preau;
using namespace std::string_literals;

namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("text that JSON does not allow is refused") {
    const std::string texts[] = {
        "",
        " ",
        "\n",
        "nul",
        "nulll",
        "True",
        "NaN",
        "Infinity",
        "-Infinity",
        "undefined",
        "'a'",
        "\"",
        "\"a",
        "\"a\nb\"",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[}",
        "{",
        "}",
        "{]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{1:2}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{\"a\":1 \"b\":2}",
        "{'a':1}",
        "-",
        "+1",
        "01",
        "-01",
        "00",
        ".5",
        "5.",
        "1.e1",
        "1e",
        "1e+",
        "1E-",
        "0x10",
        "1_000",
        "1,5",
        "- 1",
        "--1",
        "1..2",
        "1e1.5",
        "// c\n1",
        "/* c */1",
        "1 // c",
        "\xEF\xBB\xBF"
        "1",
        "1\0"s,
        "\0"s,
        "[\0]"s,
        "\v1",
        "\f1",
        "\xC2\xA0"
        "1",
    };
    for (const auto& text : texts) {
        INFO(text);
        CHECK_FALSE(json::read(text));
    }
}

TEST_CASE("text after the value is refused at its byte") {
    CHECK(json::read("{} x").error().message == "JSON, byte 3: text after the value");
    CHECK_FALSE(json::read("1 2"));
    CHECK_FALSE(json::read("{}{}"));
    CHECK_FALSE(json::read("[]]"));
    CHECK_FALSE(json::read("null,"));
}

TEST_CASE("a name given twice in one object is refused at its byte") {
    CHECK(json::read(R"({"a":1,"a":1})").error().message == "JSON, byte 9: name given twice");
    CHECK_FALSE(json::read(R"({"a":1,"\u0061":2})"));
    CHECK_FALSE(json::read(R"([{"b":{"":1,"":2}}])"));
    CHECK(json::read(R"({"a":{"a":1},"b":{"a":1}})"));
}

TEST_CASE("text that is not UTF-8 is refused") {
    for (const auto* bytes :
         {"\x80", "\xBF", "\xC0\xAF", "\xC1\x81", "\xC3", "\xC3(", "\xE0\x80\xAF", "\xE0\x9F\xBF",
          "\xE2\x82", "\xE2(\xA1", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x80\x80\x80",
          "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",
          "\xFF"}) {
        const auto quoted = "\"" + std::string(bytes) + "\"";
        INFO(bytes);
        CHECK_FALSE(json::read(quoted));
        CHECK_FALSE(json::read("{" + quoted + ":1}"));
    }
}

TEST_CASE("half of a surrogate pair is refused") {
    for (const auto* text : {R"("\ud83d")", R"("\ude00")", R"("\ud83dx")", R"("\ud83d\n")",
                             R"("\ud83d\u0041")", R"("\ud83d\ud83d")", R"("\ude00\ud83d")"}) {
        INFO(text);
        CHECK_FALSE(json::read(text));
    }
    CHECK(*json::read(R"("\ud83d\ude00")")->text() == "\U0001F600");
}

TEST_CASE("arrays and objects inside each other stop at sixteen") {
    CHECK(json::read(nested(16)));
    CHECK_FALSE(json::read(nested(17)));
    CHECK_FALSE(json::read(std::string(100'000, '[')));
    std::string objects = "1";
    for (int i = 0; i < 17; ++i) objects = "{\"a\":" + objects + "}";
    CHECK_FALSE(json::read(objects));
}

TEST_CASE("whole numbers outside 2^53 are refused, never rounded") {
    CHECK(*json::read("9007199254740992")->integer() == 9007199254740992);
    CHECK(*json::read("-9007199254740992")->integer() == -9007199254740992);
    for (const auto* text :
         {"9007199254740993", "-9007199254740993", "9223372036854775807", "9223372036854775808",
          "-9223372036854775808", "18446744073709551615", "18446744073709551616",
          "123456789012345678901234567890", "-123456789012345678901234567890"}) {
        INFO(text);
        CHECK_FALSE(json::read(text));
        CHECK_FALSE(json::read("[" + std::string(text) + "]"));
    }
}

TEST_CASE("numbers that would become infinite or vanish are refused") {
    for (const auto* text : {"1e400", "-1e400", "1e309", "1.7976931348623159e308", "1e99999999999",
                             "1e-400", "-1.5e-999999", "0.0001e-99999999999"}) {
        INFO(text);
        CHECK_FALSE(json::read(text));
    }
    CHECK(json::read("0e-400"));
    CHECK(json::read("5e-324"));
    CHECK(json::read("1.7976931348623157e308"));
}

TEST_CASE("a text changed anywhere is refused or reads to a value that writes and reads back") {
    const std::string seed_text =
        R"({"v":1,"name":"Zoë \"☃\" \ud83d\ude00\n","list":[1,-2.5e-3,true,false,null,)"
        R"({"a":{}}],"n":9007199254740992})";
    REQUIRE(json::read(seed_text));
    SplitMix64 random(20261123);
    std::size_t refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed_text;
        for (auto changes = 1 + random.below(3); changes > 0; --changes) {
            const auto at = random.below(text.size());
            switch (random.below(4)) {
                case 0:
                    text[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    text.erase(at, 1 + random.below(4));
                    break;
                case 2:
                    text.insert(at, text.substr(random.below(text.size()), 1 + random.below(6)));
                    break;
                default:
                    text[at] = "{}[]\",:\\0-e.u"[random.below(13)];
                    break;
            }
        }
        const auto value = json::read(text);
        if (!value) {
            ++refused;
            continue;
        }
        const auto again = json::read(json::write(*value));
        INFO(text);
        REQUIRE(again);
        REQUIRE(*again == *value);
    }
    CHECK(refused > 10'000);
}

TEST_CASE("every beginning of a document is refused") {
    const std::string text = R"({"a":["\u00e9",-1.5e+3,true,null],"b":{}})";
    for (std::size_t length = 0; length < text.size(); ++length)
        CHECK_FALSE(json::read(text.substr(0, length)));
    CHECK(json::read(text));
}
