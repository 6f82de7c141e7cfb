// SPDX-License-Identifier: Apache-2.0
#include "central/desk/read_answers.hpp"

#include "central/desk/referential.hpp"
#include "json/write.hpp"
#include "support/catch.hpp"

using namespace preau;
using central::Readable;

namespace {

Readable readable() {
    Readable out;
    out.id.session.bytes.fill(0xab);
    out.id.candidate = {7};
    out.pupil = {"ACC-1", "123456789AB", "0331234A", {"Enrolé", "Nom", "2010-01-01"}, true};
    out.centre = "Collège des Tilleuls";
    out.verification_code = "P-2346BCDF";
    out.taken = {1'790'000'000'000};
    out.delivered = WallTime{1'790'086'400'000};
    central::Certification certification;
    certification.candidacy.number = {7};
    certification.candidacy.identity = {"Lune", "Ada", "2010-05-01"};
    certification.candidacy.scored = {{}, 431, {{"1.1", 3}, {"5.2", -1}}};
    out.certification = certification;
    return out;
}

std::string text(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    REQUIRE(found != nullptr);
    return json::write(*found);
}

json::Value entry(const Readable& readable) {
    const auto report = central::school_report(std::vector{readable});
    return report.find("certifications")->array()->at(0);
}

}  // namespace

TEST_CASE("before publication every answer is pending, without score, level or comment") {
    auto pending = readable();
    pending.certification.reset();
    for (const auto& answer : {entry(pending), central::parcoursup_answer(pending),
                               central::certificate_check(pending)}) {
        CHECK(text(answer, "status") == R"("pending")");
        CHECK(json::write(answer).find("431") == std::string::npos);
        CHECK(json::write(answer).find("Indépendant") == std::string::npos);
        CHECK(text(answer, "lastName") == R"("Enrolé")");
    }
    CHECK(text(entry(pending), "competenceResults") == "[]");
    CHECK(text(entry(pending), "deliveredAt") == "null");
    CHECK(text(central::parcoursup_answer(pending), "competences") == "[]");
}

TEST_CASE("a certification that is not validated has no score and no levels") {
    auto rejected = readable();
    rejected.certification->is_fraud = true;
    CHECK(text(entry(rejected), "status") == R"("rejected")");
    CHECK(text(entry(rejected), "pixScore") == "0");
    CHECK(text(entry(rejected), "competenceResults") == "[]");
    CHECK(text(central::certificate_check(rejected), "globalLevel") == "null");
}

TEST_CASE("a cancelled certification is not in the school's report, and says so to its holder") {
    auto cancelled = readable();
    cancelled.certification->is_cancelled = true;
    const auto report = central::school_report(std::vector{cancelled});
    CHECK(report.find("certifications")->array()->empty());
    CHECK(text(central::certificate_check(cancelled), "status") == R"("cancelled")");
}

TEST_CASE("Parcoursup learns the level only if the pupil shares it") {
    auto shy = readable();
    shy.pupil.shares_level = false;
    const auto answer = central::parcoursup_answer(shy);
    CHECK(text(answer, "status") == R"("validated")");
    CHECK(text(answer, "pixScore") == "null");
    CHECK(text(answer, "globalLevel") == "null");
    CHECK(text(answer, "competences") == "[]");
    const auto shared = central::parcoursup_answer(readable());
    CHECK(text(shared, "pixScore") == "431");
    CHECK(text(shared, "globalLevel") == R"("Indépendant 2")");
    CHECK(shared.find("competences")->array()->size() == 16);
}

TEST_CASE("under the first band there is a certificate without a level") {
    auto low = readable();
    low.certification->candidacy.scored.pix_score = 63;
    CHECK(text(entry(low), "pixScore") == "63");
    CHECK(text(entry(low), "competenceResults") == "[]");
    CHECK(text(central::certificate_check(low), "globalLevel") == "null");
    low.certification->candidacy.scored.pix_score = 64;
    CHECK(text(central::certificate_check(low), "globalLevel") == R"("Novice 1")");
}

TEST_CASE("the school's report has the platform's own fields") {
    const auto answer = entry(readable());
    CHECK(text(answer, "id") == R"("abababababababababababababababab-7")");
    CHECK(text(answer, "firstName") == R"("Ada")");
    CHECK(text(answer, "nationalStudentId") == R"("123456789AB")");
    CHECK(text(answer, "verificationCode") == R"("P-2346BCDF")");
    CHECK(text(answer, "date") == R"("2026-09-21")");
    CHECK(text(answer, "deliveredAt") == R"("2026-09-22T14:13:20.000Z")");
    const auto* results = answer.find("competenceResults")->array();
    REQUIRE(results->size() == 16);
    CHECK(json::write(results->front()) == R"({"competenceId":"1.1","level":3})");
    CHECK(json::write(results->back()) == R"({"competenceId":"5.2","level":0})");
    const auto report = central::school_report({});
    CHECK(report.find("competences")->array()->size() == 16);
}

TEST_CASE("the pupil's answer has what the jury wrote for them, and nothing for others") {
    auto mine = readable();
    mine.certification->comments = {{central::Audience::candidate, "À refaire"},
                                    {central::Audience::organisation, "secret A"},
                                    {central::Audience::jury, "secret B"}};
    const auto answer = json::write(central::account_answer(std::vector{mine}));
    CHECK(answer.find("À refaire") != std::string::npos);
    CHECK(answer.find("secret") == std::string::npos);
    const auto check = json::write(central::certificate_check(mine));
    CHECK(check.find("À refaire") == std::string::npos);
}

TEST_CASE("the referential has the sixteen competences in order") {
    const auto all = central::referential();
    REQUIRE(all.size() == 16);
    for (std::size_t i = 1; i < all.size(); ++i) CHECK(all[i - 1].code < all[i].code);
}
