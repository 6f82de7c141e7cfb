// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"

#include "answers/number.hpp"
#include "support/catch.hpp"
#include "support/known_answers.hpp"

#include <algorithm>
#include <sstream>

using namespace preau;
using answers::Circumstances;
using answers::Format;
using answers::Key;
using answers::Kind;
using answers::Status;
using test::Known;

namespace {

Status status_named(const std::string& name) {
    if (name == "ok") return Status::ok;
    if (name == "ko") return Status::ko;
    if (name == "aband") return Status::aband;
    if (name == "timedout") return Status::timedout;
    if (name == "focusedOut") return Status::focused_out;
    INFO("a status that this test does not know: " << name);
    REQUIRE(name == "partially");
    return Status::partially;
}

void check_choices(Known section, Kind kind) {
    const auto cases = section.list("cases");
    for (auto known : cases) {
        INFO("answer " << known.text("answer") << ", solution " << known.text("solution"));
        const Key key{.kind = kind, .solutions = {known.text("solution")}};
        CHECK(answers::examine(key, known.text("answer"), {}) ==
              status_named(known.text("expected")));
        known.complete();
    }
    section.complete();
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

Key qroc_key(Known& known) {
    const auto off = known.texts("deactivations");
    for (const auto& name : off) {
        INFO("a treatment that this test does not know: " << name);
        CHECK((name == "t1" || name == "t2" || name == "t3"));
    }
    const auto is_on = [&](const char* name) { return std::ranges::count(off, name) == 0; };
    const bool is_number = known.text("format", "") == "nombre";
    const bool is_select = known.flag("select", false);
    return {.kind = Kind::qroc,
            .solutions = lines(known.text("solution")),
            .format = is_select   ? Format::select
                      : is_number ? Format::number
                                  : Format::text,
            .treatments = {.t1 = is_on("t1"), .t2 = is_on("t2"), .t3 = is_on("t3")}};
}

// Préau only runs certifications: a case outside one is a question that may be left. `otherwise` is
// what a case means that does not say so.
void check_examiner(Known known, bool otherwise) {
    const bool certification = known.flag("certification", otherwise);
    const bool focused = known.flag("focusedChallenge", otherwise);
    const Circumstances circumstances{
        .late = known.number("timeout", 0) < 0,
        .focused_question = focused && certification,
        .focus_lost = known.flag("focusedOut", false),
        .accessibility_adjustment = known.flag("accessibilityAdjustment", false)};
    const auto expected = status_named(known.text("expected"));
    if (known.text("value", "") == answers::kSkipped)
        CHECK(answers::examine({}, known.text("value"), circumstances) == expected);
    else
        CHECK(answers::weigh(status_named(known.text("validator")), circumstances) == expected);
    known.ignore("validator");
    known.complete();
}

}  // namespace

TEST_CASE("examine: a skipped question is skipped even when skipping is the solution") {
    const Key key{.kind = Kind::qroc, .solutions = {"#ABAND#"}};
    CHECK(answers::examine(key, "#ABAND#", {.late = true, .focus_lost = true}) == Status::aband);
}

TEST_CASE("examine: values that are no choice are wrong, whatever they hold") {
    const Key qcu{.kind = Kind::qcu, .solutions = {"2"}};
    const Key qcm{.kind = Kind::qcm, .solutions = {"1,3"}};
    for (const auto* value : {"", ",", "2 ", "02", "1,3,3", "1,,3", "3;1", "\xff"}) {
        INFO(value);
        CHECK(answers::examine(qcu, value, {}) == Status::ko);
        CHECK(answers::examine(qcm, value, {}) == Status::ko);
    }
    CHECK(answers::examine(qcm, " 3 ,1", {}) == Status::ok);
}

TEST_CASE("examine: a question without an accepted text has no right answer") {
    const Key key{.kind = Kind::qroc, .solutions = {}};
    CHECK(answers::examine(key, "", {}) == Status::ko);
    CHECK(answers::examine({.kind = Kind::qroc, .solutions = {}, .format = Format::number}, "1",
                           {}) == Status::ko);
}

TEST_CASE("examine: being late or away only spoils a right answer, and being away wins") {
    struct Row {
        bool late;
        bool left;
        bool adjusted;
        Status expected;
    };
    for (const auto& row :
         {Row{false, false, false, Status::ok}, Row{true, false, false, Status::timedout},
          Row{false, true, false, Status::focused_out}, Row{true, true, false, Status::focused_out},
          Row{false, true, true, Status::ok}, Row{true, true, true, Status::timedout}}) {
        const Circumstances around{.late = row.late,
                                   .focused_question = true,
                                   .focus_lost = row.left,
                                   .accessibility_adjustment = row.adjusted};
        CHECK(answers::weigh(Status::ok, around) == row.expected);
        CHECK(answers::weigh(Status::ko, around) == Status::ko);
    }
}

TEST_CASE("number: what is no decimal number is none") {
    for (const auto* text : {"", " ", ",", "-", "+-1", "1 2 3", "1,2,3", "12a", "0x10", "inf",
                             "nan", "1e", "1e999", "--1",
                             "1\xc2\xa0"
                             "000"})
        CHECK_FALSE(answers::typed_number(text).has_value());
}

TEST_CASE("number: commas, one space and signs are read as people write them") {
    CHECK(answers::typed_number("25 000") == 25000.0);
    CHECK(answers::typed_number(" 1,5\n") == 1.5);
    CHECK(answers::typed_number("-3") == -3.0);
    CHECK(answers::typed_number("+3") == 3.0);
    CHECK(answers::typed_number(".5") == 0.5);
    CHECK(answers::typed_number("5.") == 5.0);
    CHECK(answers::typed_number("1e3") == 1000.0);
}

TEST_CASE("examine: a number has no tolerance, a text that looks like one has") {
    const Key number{.kind = Kind::qroc, .solutions = {"123456"}, .format = Format::number};
    const Key text{.kind = Kind::qroc, .solutions = {"123456"}};
    CHECK(answers::examine(number, "123457", {}) == Status::ko);
    CHECK(answers::examine(text, "123457", {}) == Status::ok);
}

TEST_CASE("examine: known vectors of single and multiple choices") {
    const auto file = test::known_answers("answers_qcm_qcu.json");
    Known root(file);
    root.section("qcm", [](Known section) { check_choices(section, Kind::qcm); });
    root.section("qcu", [](Known section) { check_choices(section, Kind::qcu); });
    root.complete();
}

TEST_CASE("examine: known vectors of short texts") {
    const auto file = test::known_answers("answers_qroc.json");
    Known root(file);
    const auto cases = root.list("cases");
    REQUIRE(!cases.empty());
    for (auto known : cases) {
        INFO(known.text("group") << ": answer " << known.text("answer") << ", solution "
                                 << known.text("solution"));
        CHECK(answers::examine(qroc_key(known), known.text("answer"), {}) ==
              status_named(known.text("expected")));
        known.complete();
    }
    root.complete();
}

TEST_CASE("examine: known vectors of the examiner's order") {
    const auto file = test::known_answers("answers_examiner.json");
    Known root(file);
    CHECK(root.text("skip_value", answers::kSkipped) == answers::kSkipped);
    root.ignore("statuses");
    for (auto& known : root.list("cases")) check_examiner(known, false);
    if (root.has("extra_from_pr")) {
        auto extra = root.object("extra_from_pr");
        for (auto& known : extra.list("cases")) check_examiner(known, true);
        extra.complete();
    }
    root.complete();
}
