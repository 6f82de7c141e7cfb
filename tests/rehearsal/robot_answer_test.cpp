// SPDX-License-Identifier: Apache-2.0
#include "tool/robot_answer.hpp"

#include "answers/examine.hpp"
#include "api/answer_value.hpp"
#include "support/catch.hpp"

using namespace preau;
using tool::AnswerStyle;

namespace {

using answers::Format;
using answers::Kind;

/// One question of each kind, of middling difficulty.
class SmallPack {
  public:
    SmallPack() {
        add({.kind = Kind::qcu, .solutions = {"2"}}).proposals_html = {"a", "b", "c"};
        add({.kind = Kind::qcm, .solutions = {"1,3"}}).proposals_html = {"a", "b", "c"};
        add({.kind = Kind::qroc, .solutions = {"RSS", "flux RSS"}});
        add({.kind = Kind::ordering, .solutions = {"2,3,1"}}).proposals_html = {"a", "b", "c"};
        auto& matching = add({.kind = Kind::matching, .solutions = {"1,2,1"}});
        matching.proposals_html = {"a", "b", "c"};
        matching.targets_html = {"d", "e"};
        add({.kind = Kind::qroc, .solutions = {"mai"}, .format = Format::select});
        pack.questions.back().options = {"mai", "juin"};
        add({.kind = Kind::qrocm_ind,
             .fields = {{"a", Format::number, {"12"}}, {"b", Format::select, {"mai"}}}});
        add({.kind = Kind::qrocm_dep,
             .fields = {{"a"}, {"b"}},
             .groups = {{"Brest"}, {"mai"}, {"Lille", "Lilles"}}});
    }

    pack::Pack pack;

  private:
    pack::Texts& add(answers::Key key) {
        pack.items.push_back({.id = "item" + std::to_string(pack.items.size())});
        auto& question = pack.questions.emplace_back();
        question.item = pack.items.back().id;
        question.kind = key.kind;
        if (key.kind == Kind::qrocm_ind || key.kind == Kind::qrocm_dep)
            question.fields = {{"a", Format::number, {}},
                               {"b", Format::select, {"mai", "juin", "Brest", "Lille", "Lilles"}}};
        pack.keys.push_back(std::move(key));
        return question.french;
    }
};

int right_answers(double ability, std::size_t index) {
    const SmallPack small;
    AnswerStyle style(small.pack, ability, 7);
    int right = 0;
    for (int i = 0; i < 1000; ++i)
        if (answers::validate(small.pack.keys[index], *style.choose(small.pack.items[index].id)) ==
            answers::Status::ok)
            ++right;
    return right;
}

}  // namespace

TEST_CASE("A robot does not answer what the pack does not ask") {
    const SmallPack small;
    CHECK_FALSE(AnswerStyle(small.pack, 0, 1).choose("elsewhere"));
}

TEST_CASE("A robot is right as often as its ability says, on every kind of question") {
    for (std::size_t index = 0; index < SmallPack().pack.items.size(); ++index) {
        INFO("question " << index);
        CHECK(right_answers(-20, index) == 0);
        CHECK(right_answers(0, index) == Approx(480).margin(60));  // one in two, 4 % skipped
        CHECK(right_answers(20, index) == Approx(960).margin(30));
    }
}

TEST_CASE("Every answer of a robot has the shape of its question") {
    const SmallPack small;
    AnswerStyle style(small.pack, 0, 5);
    for (const auto& question : small.pack.questions)
        for (int i = 0; i < 300; ++i) {
            const auto value = *style.choose(question.item);
            INFO(question.item << " " << value);
            CHECK(api::is_answer_value(question, value));
            CHECK_FALSE(value.empty());
        }
}

TEST_CASE("The same seed gives the same answers and acts") {
    const SmallPack small;
    AnswerStyle one(small.pack, 0, 3);
    AnswerStyle other(small.pack, 0, 3);
    for (int i = 0; i < 50; ++i) {
        CHECK(one.choose("item1") == other.choose("item1"));
        CHECK(one.looks_away() == other.looks_away());
        CHECK(one.draw_command() == other.draw_command());
    }
}

TEST_CASE("Acts have ids of 32 hexadecimal digits, each its own") {
    const SmallPack small;
    AnswerStyle style(small.pack, 0, 3);
    const auto first = style.draw_command();
    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(first != style.draw_command());
}
