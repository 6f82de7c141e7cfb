// SPDX-License-Identifier: Apache-2.0
#include "tool/robot_answer.hpp"

#include "answers/examine.hpp"
#include "support/catch.hpp"

using namespace preau;
using tool::AnswerStyle;

namespace {

/// One question of each kind, of middling difficulty.
pack::Pack small_pack() {
    pack::Pack pack;
    const auto add = [&](const char* item, answers::Key key, std::vector<std::string> proposals) {
        pack.items.push_back({.id = item});
        pack.questions.emplace_back().item = item;
        pack.questions.back().proposals_html = std::move(proposals);
        pack.keys.push_back(std::move(key));
    };
    add("choice", {.kind = answers::Kind::qcu, .solutions = {"2"}}, {"a", "b", "c"});
    add("choices", {.kind = answers::Kind::qcm, .solutions = {"1,3"}}, {"a", "b", "c"});
    add("text", {.kind = answers::Kind::qroc, .solutions = {"RSS", "flux RSS"}}, {});
    return pack;
}

int right_answers(double ability, const std::string& item) {
    const auto pack = small_pack();
    AnswerStyle style(pack, ability, 7);
    const auto index = item == "choice" ? 0u : item == "choices" ? 1u : 2u;
    int right = 0;
    for (int i = 0; i < 1000; ++i)
        if (answers::validate(pack.keys[index], *style.choose(item)) == answers::Status::ok)
            ++right;
    return right;
}

}  // namespace

TEST_CASE("A robot does not answer what the pack does not ask") {
    const auto pack = small_pack();
    CHECK_FALSE(AnswerStyle(pack, 0, 1).choose("elsewhere"));
}

TEST_CASE("A robot is right as often as its ability says, on every kind of question") {
    const std::string item = GENERATE("choice", "choices", "text");
    CHECK(right_answers(-20, item) == 0);
    CHECK(right_answers(0, item) == Approx(480).margin(60));  // one in two, 4 % skipped
    CHECK(right_answers(20, item) == Approx(960).margin(30));
}

TEST_CASE("The same seed gives the same answers and acts") {
    const auto pack = small_pack();
    AnswerStyle one(pack, 0, 3);
    AnswerStyle other(pack, 0, 3);
    for (int i = 0; i < 50; ++i) {
        CHECK(one.choose("choices") == other.choose("choices"));
        CHECK(one.draw_command() == other.draw_command());
    }
}

TEST_CASE("Acts have ids of 32 hexadecimal digits, each its own") {
    const auto pack = small_pack();
    AnswerStyle style(pack, 0, 3);
    const auto first = style.draw_command();
    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(first != style.draw_command());
}
