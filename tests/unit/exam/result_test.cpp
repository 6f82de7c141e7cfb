// SPDX-License-Identifier: Apache-2.0
#include "adaptive/scoring.hpp"
#include "support/catch.hpp"
#include "support/known_answers.hpp"
#include "unit/adaptive/known_items.hpp"
#include "unit/exam/play.hpp"

#include <cmath>

using namespace preau;
using exam::AbortReason;
using exam::AutoComment;
using exam::FinishReason;
using exam::Phase;
using exam::ResultStatus;
using test::Known;
using test::Play;
namespace command = exam::command;

namespace {

const exam::CertificationResult& result_of(const Play& play, std::uint32_t number) {
    const auto found = play.session().results.find({number});
    REQUIRE(found != play.session().results.end());
    return found->second;
}

std::optional<AbortReason> abort_reason(Known& known) {
    const auto name = known.text("abortReason", "");
    if (name.empty()) return std::nullopt;
    INFO("a reason that this test does not know: " << name);
    REQUIRE((name == "candidate" || name == "technical"));
    return name == "technical" ? AbortReason::technical : AbortReason::candidate;
}

ResultStatus status_named(const std::string& name) {
    if (name == "validated") return ResultStatus::validated;
    if (name == "rejected") return ResultStatus::rejected;
    INFO("a status that this test does not know: " << name);
    REQUIRE(name == "cancelled");
    return ResultStatus::cancelled;
}

AutoComment comment_named(const std::string& name) {
    if (name == "FRAUD") return AutoComment::fraud;
    if (name == "REJECTED_DUE_TO_LACK_OF_ANSWERS") return AutoComment::lack_of_answers;
    if (name == "CANCELLED_DUE_TO_LACK_OF_ANSWERS_FOR_TECHNICAL_REASON")
        return AutoComment::lack_of_answers_for_technical_reason;
    INFO("a comment that this test does not know: " << name);
    REQUIRE(name == "REJECTED_DUE_TO_ZERO_PIX_SCORE");
    return AutoComment::zero_pix_score;
}

void check_decision(Known known, int minimum) {
    auto reason = abort_reason(known);
    if (known.flag("abortTechnical", false)) reason = AbortReason::technical;
    const auto decision =
        exam::decide_result({.cancellation_requested = known.flag("toBeCancelled", false),
                             .rejected_for_fraud = known.flag("fraud", false),
                             .answers = known.integer("answers"),
                             .minimum_answers = minimum,
                             .abort_reason = reason,
                             .pix_score = known.integer("pixScore", 1)});
    CHECK(decision.status == status_named(known.text("status")));
    const auto comment = known.text("autoComment", "");
    if (!comment.empty()) CHECK(decision.comment == comment_named(comment));
    known.complete();
}

void check_downgrade(Known section, int minimum) {
    const int length = section.integer("maximumAssessmentLength");
    for (auto& known : section.list("cases")) {
        CHECK(exam::is_degraded(known.integer("answers"), minimum, length, abort_reason(known)) ==
              known.flag("downgraded"));
        known.complete();
    }
    section.complete();
}

void check_clea(Known section) {
    for (auto& known : section.list("cases")) {
        const bool valid = known.flag("hasAcquiredPixCertification", true) &&
                           !known.flag("isRejectedForFraud", false);
        const exam::ResultDecision decision{
            valid ? ResultStatus::validated : ResultStatus::rejected, AutoComment::none};
        CHECK(exam::has_clea(decision, known.integer("pixScore"),
                             known.integer("minimumEarnedPix")) == known.flag("acquired"));
        known.complete();
    }
    section.complete();
}

// The content of the derived sessions, with the best question always drawn.
exam::Content derived_content(Known& root) {
    exam::Content content;
    content.version.configuration = test::configuration_of(root.object("configuration"));
    content.version.configuration.default_probability_to_pick_challenge = 100.0;
    content.version.mesh_intervals = test::intervals_of(root.list("meshIntervals"));
    content.items = test::items_of(root);
    content.keys.resize(content.items.size(), {.kind = answers::Kind::qcu, .solutions = {"1"}});
    content.conducts.resize(content.items.size());
    return content;
}

void play_steps(Play& play, Known& session, std::size_t count) {
    play.bring(1, Phase::in_progress);
    auto steps = session.list("steps");
    for (std::size_t i = 0; i < count; ++i) {
        INFO("question " << i + 1);
        CHECK(play.candidate(1).current()->item == steps[i].text("picked"));
        play.does(play.answer(1, steps[i].text("result") == "ok"));
        CHECK(std::abs(play.candidate(1).questions.at(i).answer->capacity -
                       steps[i].number("capacity")) <= 1e-11);
    }
}

int score_after_25(const exam::Content& content, Known& session, AbortReason reason) {
    Play play(content);
    play_steps(play, session, 25);
    play.does(command::Finalise{{{CandidateNumber{1}, reason}}});
    CHECK(result_of(play, 1).degraded == (reason == AbortReason::candidate));
    return result_of(play, 1).pix_score;
}

}  // namespace

TEST_CASE("finalise: a session in which nobody started cannot be") {
    Play play;
    play.bring(1, Phase::authorised);
    CHECK(play.verdict(command::Finalise{}) == "no_test_started");
}

TEST_CASE("finalise: every test that is not completed needs a reason, and no other one") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.bring(2, Phase::in_progress);
    play.answer_all(2, 32);
    CHECK(play.verdict(command::Finalise{}) == "abort_reason_missing");
    CHECK(play.verdict(command::Finalise{{{CandidateNumber{1}, AbortReason::technical},
                                          {CandidateNumber{2}, AbortReason::technical}}}) ==
          "abort_reason_unexpected");
    CHECK(play.verdict(command::Finalise{{{CandidateNumber{1}, AbortReason::technical},
                                          {CandidateNumber{3}, AbortReason::technical}}}) ==
          "abort_reason_unexpected");
    CHECK(play.verdict(command::Finalise{{{CandidateNumber{1}, AbortReason::technical},
                                          {CandidateNumber{9}, AbortReason::technical}}}) ==
          "candidate_unknown");
    CHECK(play.verdict(command::Finalise{{{CandidateNumber{1}, AbortReason::technical}}}) == "ok");
}

TEST_CASE("finalise: tests that the invigilator or the clock ended need a reason too") {
    auto content = test::small_content();
    content.version.deadline_policy = adaptive::DeadlinePolicy::close;
    Play play(content);
    play.bring(1, Phase::finished);
    play.bring(2, Phase::in_progress);
    play.wait(minutes(106));
    play.does(command::ObserveTime{});
    CHECK(play.candidate(2).outcome->reason == FinishReason::time);
    CHECK(play.verdict(command::Finalise{{{CandidateNumber{1}, AbortReason::candidate}}}) ==
          "abort_reason_missing");
    play.does(command::Finalise{{{CandidateNumber{1}, AbortReason::candidate},
                                 {CandidateNumber{2}, AbortReason::candidate}}});
}

TEST_CASE("finalise: a test still running ends when its last question was asked") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 3);
    const auto asked = play.now();
    play.wait(minutes(30));
    play.does(command::Finalise{{{CandidateNumber{1}, AbortReason::candidate}}});
    CHECK(play.candidate(1).outcome->reason == FinishReason::finalised);
    CHECK(play.candidate(1).outcome->at == asked);
    CHECK(play.candidate(1).phase == Phase::finished);
}

TEST_CASE("finalise: who never started has no result") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 32);
    play.bring(2, Phase::authorised);
    play.does(command::Finalise{});
    CHECK(play.session().results.size() == 1);
    CHECK(result_of(play, 1).decision.status == ResultStatus::validated);
    CHECK(result_of(play, 1).pix_score > 500);
    CHECK(result_of(play, 1).levels.at("1.1") == 2);
}

TEST_CASE("finalise: the same 25 answers are worth more after a breakdown than after giving up") {
    int scores[2] = {};
    for (const auto reason : {AbortReason::candidate, AbortReason::technical}) {
        Play play;
        play.bring(1, Phase::in_progress);
        play.answer_all(1, 25);
        play.does(command::EndTest{{1}});
        play.does(command::Finalise{{{CandidateNumber{1}, reason}}});
        scores[reason == AbortReason::technical] = result_of(play, 1).pix_score;
    }
    CHECK(scores[0] < scores[1]);
}

TEST_CASE("finalise: nineteen answers are rejected, or cancelled after a breakdown") {
    for (const auto reason : {AbortReason::candidate, AbortReason::technical}) {
        Play play;
        play.bring(1, Phase::in_progress);
        play.answer_all(1, 19);
        play.does(command::Finalise{{{CandidateNumber{1}, reason}}});
        const bool technical = reason == AbortReason::technical;
        CHECK(result_of(play, 1).decision.status ==
              (technical ? ResultStatus::cancelled : ResultStatus::rejected));
        CHECK_FALSE(result_of(play, 1).degraded);
        CHECK(result_of(play, 1).pix_score > 0);  // computed in every case
    }
}

TEST_CASE("finalise: a candidate who is never right is rejected with zero points") {
    auto content = test::small_content();
    content.version.mesh_intervals.front().min = -4.6;
    Play play(content);
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 32, false);
    play.does(command::Finalise{});
    CHECK(result_of(play, 1).pix_score == 0);
    CHECK(result_of(play, 1).decision ==
          exam::ResultDecision{ResultStatus::rejected, AutoComment::zero_pix_score});
}

TEST_CASE("result: scoring a test of a pack that no longer holds its questions is no crash") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 25);
    auto other = test::small_content();
    for (auto& item : other.items) item.id = "other " + item.id;
    const auto result = exam::score_test(play.candidate(1), AbortReason::candidate, other);
    CHECK(std::isfinite(result.capacity));
}

TEST_CASE("result: jury and fraud come before everything else, in that order") {
    exam::ResultFacts facts{.cancellation_requested = true,
                            .rejected_for_fraud = true,
                            .answers = 0,
                            .minimum_answers = 20,
                            .abort_reason = AbortReason::technical,
                            .pix_score = 0};
    CHECK(exam::decide_result(facts).status == ResultStatus::cancelled);
    facts.cancellation_requested = false;
    CHECK(exam::decide_result(facts) ==
          exam::ResultDecision{ResultStatus::rejected, AutoComment::fraud});
}

TEST_CASE("result: known vectors of the decision and of the degradation") {
    const auto file = test::known_answers("result_status.json");
    Known root(file);
    const int minimum = root.integer("minimumAnswers", 20);
    for (auto& known : root.list("cases")) check_decision(known, minimum);
    if (root.has("capacity_downgrade")) check_downgrade(root.object("capacity_downgrade"), minimum);
    if (root.has("score_status")) {
        auto section = root.object("score_status");
        for (auto& known : section.list("cases")) check_decision(known, minimum);
        section.complete();
    }
    root.complete();
}

TEST_CASE("result: known vectors of the double certification") {
    const auto file = test::known_answers("scoring.json");
    Known(file).section("clea_double_certification", check_clea);
}

TEST_CASE("result: known vectors of full sessions come out of the rules of the room") {
    const auto file = test::known_answers("derived_full_sessions.json");
    Known root(file);
    const auto content = derived_content(root);
    for (auto& session : root.list("sessions")) {
        // Other ranks are drawn by chance here; tests/unit/adaptive replays them all.
        if (session.value("pickIndexes") != json::Value(json::Array{0})) continue;
        INFO("session " << session.text("name"));
        Play play(content);
        play_steps(play, session, 32);
        play.does(command::Finalise{});
        CHECK(result_of(play, 1).pix_score == session.object("final").integer("pixScore"));
        auto aborted = session.object("aborted_after_25_answers");
        CHECK(score_after_25(content, session, AbortReason::technical) ==
              aborted.integer("pixScoreTechnical"));
        CHECK(score_after_25(content, session, AbortReason::candidate) ==
              aborted.integer("pixScoreCandidate"));
    }
}
