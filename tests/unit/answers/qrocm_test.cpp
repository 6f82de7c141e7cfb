// SPDX-License-Identifier: Apache-2.0
// Pix writes the fields of an answer in YAML, Préau in JSON (docs/decisions/0015): the known
// answers are turned from one to the other here.
#include "answers/examine.hpp"
#include "answers/explain.hpp"
#include "answers/fields.hpp"
#include "json/write.hpp"
#include "support/catch.hpp"
#include "support/known_answers.hpp"

#include <algorithm>
#include <optional>
#include <yaml-cpp/yaml.h>

using namespace preau;
using answers::Format;
using answers::Key;
using answers::Kind;
using answers::Status;
using test::Known;

namespace {

/// Null for what is no YAML map, which Pix counts wrong or refuses.
std::optional<YAML::Node> read_map(const std::string& text) {
    try {
        const auto node = YAML::Load(text);
        if (node.IsMap()) return node;
    } catch (const YAML::Exception&) {
    }
    return std::nullopt;
}

std::string as_value(const std::string& yaml) {
    const auto map = read_map(yaml);
    if (!map) return yaml;
    json::Object fields;
    for (const auto& entry : *map)
        fields.push_back({entry.first.as<std::string>(), entry.second.as<std::string>()});
    return json::write(std::move(fields));
}

std::vector<std::string> texts_of(const YAML::Node& list) {
    std::vector<std::string> texts;
    for (const auto& text : list) texts.push_back(text.as<std::string>());
    return texts;
}

answers::Treatments treatments(const std::vector<std::string>& names, bool listed_means_on) {
    const auto is_on = [&](const char* name) {
        return (std::ranges::count(names, name) > 0) == listed_means_on;
    };
    return {.t1 = is_on("t1"), .t2 = is_on("t2"), .t3 = is_on("t3")};
}

Format format_in(Known& known, const std::string& field) {
    if (!known.has("blockTypes")) return Format::text;
    return known.object("blockTypes").text(field, "text") == "select" ? Format::select
                                                                      : Format::text;
}

Key independent_key(Known& known) {
    Key key{.kind = Kind::qrocm_ind,
            .treatments = treatments(known.texts("enabledTreatments"), true)};
    if (const auto map = read_map(known.text("solution", "")))
        for (const auto& entry : *map) {
            const auto name = entry.first.as<std::string>();
            key.fields.push_back({.name = name,
                                  .format = format_in(known, name),
                                  .accepted = texts_of(entry.second)});
        }
    known.ignore("blockTypes");
    return key;
}

/// The fields are those that were answered: Pix's answer may have fewer than there are groups.
Key dependent_key(Known& known, const std::string& value) {
    Key key{.kind = Kind::qrocm_dep, .treatments = treatments(known.texts("deactivations"), false)};
    if (const auto map = read_map(known.text("solution")))
        for (const auto& entry : *map) key.groups.push_back(texts_of(entry.second));
    const auto parsed = json::read(value);
    if (parsed && parsed->object() != nullptr)
        for (const auto& member : *parsed->object()) key.fields.push_back({.name = member.name});
    return key;
}

void check_details(Known& known, const Key& key, const std::string& value) {
    if (!known.has("details")) return;
    auto details = known.object("details");
    const auto right = answers::right_fields(key, value);
    REQUIRE(right.size() == key.fields.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
        INFO("field " << key.fields[i].name);
        CHECK(right[i] == details.flag(key.fields[i].name));
    }
    known.ignore("details");
}

Status expected(Known& known) {
    const auto word = known.text("expected");
    REQUIRE((word == "ok" || word == "ko"));
    return word == "ok" ? Status::ok : Status::ko;
}

void check_compare(Known known) {
    Key key{.kind = Kind::qrocm_ind,
            .treatments = treatments(known.texts("enabledTreatments"), true)};
    auto solutions = known.object("solutions");
    for (const auto& name : solutions.names())
        key.fields.push_back({.name = name, .accepted = solutions.texts(name)});
    check_details(known, key, json::write(known.value("answers")));
    known.complete();
}

}  // namespace

TEST_CASE("qrocm: a value of another shape is wrong, whatever it holds") {
    const Key ind{.kind = Kind::qrocm_ind,
                  .fields = {{.name = "a", .accepted = {"1"}}, {.name = "b", .accepted = {"2"}}}};
    const Key dep{.kind = Kind::qrocm_dep,
                  .fields = {{.name = "a"}, {.name = "b"}},
                  .groups = {{"1"}, {"2"}}};
    for (const auto* value :
         {"", "{}", "[]", "1", R"({"a":"1"})", R"({"b":"2","a":"1"})", R"({"a":"1","b":2})",
          R"({"a":"1","b":"2","c":"3"})",
          R"({"a":"1","b":"2"} )"
          "x",
          R"({"a":"1","a":"2"})", R"({"a":"1","b":"\ud800"})", R"({"a":"1","b":""})"}) {
        INFO(value);
        CHECK(answers::examine(ind, value, {}) == Status::ko);
        CHECK(answers::examine(dep, value, {}) == Status::ko);
    }
    CHECK(answers::examine(ind, R"({"a":"1","b":"2"})", {}) == Status::ok);
    CHECK(answers::examine(ind, R"({"a":"2","b":"1"})", {}) == Status::ko);
    CHECK(answers::examine(dep, R"({"a":"2","b":"1"})", {}) == Status::ok);
    CHECK(answers::examine(dep, R"({"a":"2","b":"2"})", {}) == Status::ko);
}

TEST_CASE("qrocm: numbers of a field are compared as numbers, without tolerance") {
    const Key key{.kind = Kind::qrocm_ind,
                  .fields = {{.name = "a", .format = Format::number, .accepted = {"123456"}}}};
    CHECK(answers::examine(key, R"({"a":"123 456,0"})", {}) == Status::ok);
    CHECK(answers::examine(key, R"({"a":"123457"})", {}) == Status::ko);
}

TEST_CASE("explain: says step by step what was compared, and with what") {
    const Key key{.kind = Kind::qroc, .solutions = {"L'été", "hiver"}};
    const auto all = answers::explain(key, " L\xc2\xa0\xc3\x89TE!");
    REQUIRE(all.size() == 1);
    CHECK(all[0].steps == std::vector<std::pair<std::string, std::string>>{
                              {"pretreatment", " L \xc3\x89TE!"}, {"t1", "lete!"}, {"t2", "lete"}});
    CHECK(all[0].nearest == "L'été");
    CHECK(all[0].distance == 0);
    CHECK(all[0].right);
    CHECK(answers::explain(key, "hivers")[0].part == Approx(1 / 6.0));
    CHECK_FALSE(answers::explain(key, "printemps")[0].right);
    CHECK(answers::explain({.kind = Kind::qcu, .solutions = {"1"}}, "1").empty());
}

TEST_CASE("examine: an ordering or a matching is right as a whole") {
    const Key ordering{.kind = Kind::ordering, .solutions = {"2,3,1"}};
    CHECK(answers::examine(ordering, "2,3,1", {}) == Status::ok);
    for (const auto* value : {"1,2,3", "2,3", "2, 3, 1", "2,3,1,", ""})
        CHECK(answers::examine(ordering, value, {}) == Status::ko);
    const Key matching{.kind = Kind::matching, .solutions = {"1,1,2"}};
    CHECK(answers::examine(matching, "1,1,2", {}) == Status::ok);
    CHECK(answers::examine(matching, "1,2,1", {}) == Status::ko);
}

TEST_CASE("qrocm: known vectors of independent fields") {
    const auto file = test::known_answers("answers_qrocm_ind.json");
    Known root(file);
    for (auto& known : root.list("cases")) {
        INFO(known.text("group", "") << ": " << known.text("answer"));
        const auto key = independent_key(known);
        const auto value = as_value(known.text("answer"));
        CHECK(answers::examine(key, value, {}) == expected(known));
        check_details(known, key, value);
        known.complete();
    }
    for (auto& known : root.list("compare")) check_compare(known);
    for (auto& known : root.list("error_cases"))
        if (known.has("answer"))
            CHECK(answers::examine({.kind = Kind::qrocm_ind}, as_value(known.text("answer")), {}) ==
                  Status::ko);
    root.complete();
}

TEST_CASE("qrocm: known vectors of dependent fields") {
    const auto file = test::known_answers("answers_qrocm_dep.json");
    Known root(file);
    for (auto& known : root.list("cases")) {
        INFO(known.text("group", "") << ": " << known.text("answer"));
        const auto value = as_value(known.text("answer"));
        const auto key = dependent_key(known, value);
        CHECK(answers::examine(key, value, {}) == expected(known));
        known.complete();
    }
    auto error = root.object("error_case");
    CHECK(answers::examine({.kind = Kind::qrocm_dep}, as_value(error.text("answer")), {}) ==
          Status::ko);
    root.complete();
}
