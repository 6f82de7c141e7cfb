// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"

#include "json/read.hpp"
#include "support/catch.hpp"

using namespace preau;

namespace {

std::string code_of(json::Fields& fields) {
    const auto problem = fields.finish();
    return problem ? problem->field + ":" + problem->code : "";
}

}  // namespace

TEST_CASE("a document that is no object is refused") {
    const auto value = json::read("[1]");
    json::Fields fields(*value);
    CHECK(fields.text("a", 10).empty());
    CHECK(code_of(fields) == ":wrong_type");
    CHECK(fields.finished("authorisation").error().message ==
          "authorisation: document: wrong_type");
}

TEST_CASE("each field that is wrong is named with a stable code") {
    const auto value = json::read(
        R"({"n":5,"t":"abc","z":"a\u0000","l":[1,2,3],"b":"Zg=","h":"AA","r":1.5,"f":1})");
    const auto check = [&](auto read, const std::string& expected) {
        json::Fields fields(*value);
        read(fields);
        CHECK(code_of(fields) == expected);
    };
    check([](auto& f) { f.text("absent", 9); }, "absent:missing");
    check([](auto& f) { f.text("n", 9); }, "n:wrong_type");
    check([](auto& f) { f.text("t", 2); }, "t:too_long");
    check([](auto& f) { f.text("z", 9); }, "z:malformed");
    check([](auto& f) { f.optional_text("n", 9); }, "n:wrong_type");
    check([](auto& f) { f.integer("t", 0, 9); }, "t:wrong_type");
    check([](auto& f) { f.integer("r", 0, 9); }, "r:wrong_type");
    check([](auto& f) { f.integer("n", 0, 4); }, "n:out_of_range");
    check([](auto& f) { f.integer("n", 6, 9); }, "n:out_of_range");
    check([](auto& f) { f.number("t"); }, "t:wrong_type");
    check([](auto& f) { f.boolean("f"); }, "f:wrong_type");
    check([](auto& f) { f.array("t", 9); }, "t:wrong_type");
    check([](auto& f) { f.array("l", 2); }, "l:too_long");
    check([](auto& f) { f.base64("b", 9); }, "b:malformed");
    check([](auto& f) { f.template hex<1>("h"); }, "h:malformed");
    check([](auto& f) { f.template hex<2>("h"); }, "h:malformed");
    check([](auto& f) { f.value("absent"); }, "absent:missing");
    check([](auto& f) { f.refuse("n", "taken", "déjà pris"); }, "n:taken");
}

TEST_CASE("a member that nobody read is refused") {
    const auto value = json::read(R"({"a":"x","b":1})");
    json::Fields fields(*value);
    CHECK(fields.text("a", 1) == "x");
    CHECK(fields.ok());
    CHECK(code_of(fields) == "b:unknown");
}

TEST_CASE("only the first problem is kept") {
    const auto value = json::read(R"({"a":1})");
    json::Fields fields(*value);
    fields.text("a", 9);
    fields.text("b", 9);
    fields.refuse("c", "taken", "déjà pris");
    CHECK(code_of(fields) == "a:wrong_type");
}

TEST_CASE("problems of an object inside name the whole way to it") {
    const auto value = json::read(R"({"list":[{"n":1},{"n":"x"}]})");
    json::Fields fields(*value);
    const auto& list = fields.array("list", 9);
    for (std::size_t i = 0; i < list.size(); ++i) {
        json::Fields inner(list[i], fields.path("list", i));
        inner.integer("n", 0, 9);
        fields.close(inner);
    }
    CHECK(code_of(fields) == "list[1].n:wrong_type");
}

TEST_CASE("right values are given as they are and nothing is refused") {
    const auto value = json::read(R"({"t":"é","n":-3,"d":1.5,"i":2,"b":true,"l":[1],)"
                                  R"("h":"00ff","x":"Zg==","o":{},"nul":null})");
    json::Fields fields(*value);
    CHECK(fields.text("t", 2) == "é");
    CHECK(fields.integer("n", -3, 3) == -3);
    CHECK(fields.number("d") == 1.5);
    CHECK(fields.number("i") == 2);
    CHECK(fields.boolean("b"));
    CHECK(fields.array("l", 1).size() == 1);
    CHECK(fields.hex<2>("h") == ByteArray<2>{0x00, 0xff});
    CHECK(fields.base64("x", 1) == Bytes{'f'});
    CHECK(fields.value("o").object() != nullptr);
    CHECK_FALSE(fields.optional_text("nul", 9));
    CHECK_FALSE(fields.optional_text("absent", 9));
    CHECK_FALSE(fields.optional_integer("absent", 0, 1));
    CHECK_FALSE(fields.finish());
    CHECK(fields.finished("x"));
}
