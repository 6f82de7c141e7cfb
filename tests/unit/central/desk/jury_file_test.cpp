// SPDX-License-Identifier: Apache-2.0
#include "central/desk/jury_file.hpp"

#include "support/catch.hpp"

using namespace preau;
using central::Act;
using central::Decision;
using exam::ResultStatus;

namespace {

SessionId session() {
    SessionId id;
    id.bytes.fill(4);
    return id;
}

std::vector<central::Candidacy> two_candidates() {
    central::Candidacy first;
    first.number = {1};
    first.identity = {"Lune", "Ada", "2010-05-01"};
    first.scored = {{ResultStatus::validated, exam::AutoComment::none}, 300, {{"1.1", 2}}};
    auto second = first;
    second.number = {2};
    second.identity.first_name = "Bob";
    second.scored.decision = {ResultStatus::rejected, exam::AutoComment::lack_of_answers};
    return {first, second};
}

/// A jury at work on one session.
struct Jury {
    central::JuryFile file{session(), two_candidates(), {}};

    Decision draft(Act act, std::optional<std::uint32_t> candidate = 1) const {
        Decision out;
        out.session = session();
        out.number = file.next_number();
        out.previous = file.last_hash();
        out.act = act;
        if (candidate) out.candidate = CandidateNumber{*candidate};
        out.by = "M. Bon";
        out.why = "raison";
        out.at = WallTime{1'790'000'000'000} + seconds(out.number);
        return out;
    }
    Decision comment(std::string text) const {
        auto out = draft(Act::comment);
        out.audience = central::Audience::candidate;
        out.comment = std::move(text);
        return out;
    }
    std::string_view refusal(const Decision& decision) const {
        return file.refusal(decision).value_or("");
    }
    void does(const Decision& decision) { REQUIRE(file.add(decision)); }
    void does(Act act) { does(draft(act, act == Act::publish ? std::nullopt : std::optional(1u))); }
    const central::Certification& first() const { return file.certifications().at({1}); }
};

}  // namespace

TEST_CASE("a decision that cannot be taken has a code and a French sentence") {
    Jury jury;
    CHECK(jury.refusal(jury.draft(Act::uncancel)) == "not_cancelled");
    CHECK(jury.refusal(jury.draft(Act::unreject)) == "not_rejected");
    CHECK(jury.refusal(jury.draft(Act::cancel, 3)) == "candidate_unknown");
    CHECK(jury.refusal(jury.draft(Act::confirm)) == "nothing_to_confirm");
    CHECK(jury.refusal(jury.draft(Act::confirm, std::nullopt)) == "nothing_to_confirm");
    CHECK(jury.refusal(jury.draft(Act::correct_identity)) == "nothing_changed");
    CHECK(jury.refusal(jury.comment("")) == "nothing_changed");
    CHECK(jury.refusal(jury.draft(Act::settle)) == "not_settled_here");
    auto silent = jury.draft(Act::cancel);
    silent.why.clear();
    CHECK(jury.refusal(silent) == "why_missing");
    jury.does(Act::cancel);
    CHECK(jury.refusal(jury.draft(Act::cancel)) == "already_cancelled");
    jury.does(Act::reject_for_fraud);
    CHECK(jury.refusal(jury.draft(Act::reject_for_fraud)) == "already_rejected");
    CHECK(central::refusal_sentence("already_rejected") ==
          "Cette certification est déjà rejetée pour fraude.");
}

TEST_CASE("a decision out of its place in the log is refused") {
    Jury jury;
    jury.does(Act::cancel);
    auto next = jury.draft(Act::uncancel);
    SECTION("a number left out") { ++next.number; }
    SECTION("a decision before it that was changed") { next.previous[0] ^= 1; }
    SECTION("another session's") { next.session.bytes[0] ^= 1; }
    SECTION("one that may not be taken") { next.act = Act::cancel; }
    CHECK_FALSE(jury.file.add(next));
    CHECK(jury.first().is_cancelled);
    CHECK(jury.file.decisions().size() == 1);
}

TEST_CASE("cancelling goes before fraud, and taking both back gives the scored result again") {
    Jury jury;
    jury.does(Act::reject_for_fraud);
    CHECK(jury.first().status() == ResultStatus::rejected);
    CHECK(jury.first().automatic_comment() == "fraud");
    jury.does(Act::cancel);
    CHECK(jury.first().status() == ResultStatus::cancelled);
    CHECK(jury.first().automatic_comment() == "cancelled_by_jury");
    jury.does(Act::unreject);
    CHECK(jury.first().status() == ResultStatus::cancelled);
    jury.does(Act::uncancel);
    CHECK(jury.first().status() == ResultStatus::validated);
    CHECK(jury.file.certifications().at({2}).automatic_comment() == "lack_of_answers");
}

TEST_CASE("identity, comment and score are the last ones given") {
    Jury jury;
    auto corrected = jury.draft(Act::correct_identity);
    corrected.identity = {"Lune", "Adèle", "2010-05-01"};
    jury.does(corrected);
    jury.does(jury.comment("Vu"));
    jury.does(jury.comment(""));
    auto scored = jury.draft(Act::rescore);
    scored.scored = central::Scored{{}, 512, {{"1.1", 4}}};
    jury.does(scored);
    CHECK(jury.first().candidacy.identity.first_name == "Adèle");
    CHECK(jury.first().comments.at(central::Audience::candidate).empty());
    CHECK(jury.first().candidacy.scored.pix_score == 512);
    CHECK(jury.file.decisions().size() == 4);
}

TEST_CASE("what is published is what was decided before, until it is published again") {
    Jury jury;
    CHECK_FALSE(jury.file.publication());
    jury.does(Act::publish);
    const auto first_at = jury.file.publication()->first_at;
    CHECK(jury.refusal(jury.draft(Act::publish, std::nullopt)) == "nothing_changed");
    jury.does(Act::cancel);
    CHECK(jury.file.has_changed_since_publication());
    CHECK(jury.file.publication()->certifications.at({1}).status() == ResultStatus::validated);
    jury.does(Act::publish);
    CHECK(jury.file.publication()->version == 2);
    CHECK(jury.file.publication()->first_at == first_at);
    CHECK(jury.file.publication()->at > first_at);
    CHECK(jury.file.publication()->certifications.at({1}).status() == ResultStatus::cancelled);
    CHECK_FALSE(jury.file.has_changed_since_publication());
}

TEST_CASE("a session is published only once what its box did on its own is confirmed") {
    Jury jury;
    jury.file = central::JuryFile(session(), two_candidates(),
                                  {{CandidateNumber{2}, "inscrit le jour même"},
                                   {std::nullopt, "ouverte hors de sa période"}});
    CHECK(jury.refusal(jury.draft(Act::publish, std::nullopt)) == "to_confirm");
    jury.does(jury.draft(Act::confirm, 2));
    CHECK(jury.refusal(jury.draft(Act::confirm, 2)) == "nothing_to_confirm");
    jury.does(jury.draft(Act::confirm, std::nullopt));
    CHECK(jury.file.to_confirm().empty());
    jury.does(Act::publish);
}

TEST_CASE("a choice between certifications names this one, those it saw and one of them") {
    Jury jury;
    auto choice = jury.draft(Act::settle);
    central::AttemptId mine{session(), {1}}, other{session(), {2}};
    choice.settlement = central::Settlement{{mine, other}, other};
    CHECK(jury.refusal(choice).empty());
    choice.settlement = central::Settlement{{other, mine}, other};
    CHECK(jury.refusal(choice) == "not_settled_here");
    choice.settlement = central::Settlement{{mine}, other};
    CHECK(jury.refusal(choice) == "not_settled_here");
    choice.settlement = central::Settlement{{other}, other};
    CHECK(jury.refusal(choice) == "not_settled_here");
}
