// SPDX-License-Identifier: Apache-2.0
#include "central/desk/intake.hpp"

#include "unit/central/taken_in.hpp"

using namespace preau;
using test::BundleParts;
using test::Platform;
using test::sealed_room;

namespace {

/// A platform that has accepted the session of sealed_room().
struct Accepted : Platform {
    Accepted() {
        auto& room = sealed_room();
        REQUIRE(verdict(BundleParts(room).bytes(room.box().key)) == "accepted");
    }
    Result<central::Scored> score(std::uint32_t candidate) {
        const auto packs = [this](const Hash& hash) {
            return has_shelf && hash == sealed_room().pack().hash ? &content() : nullptr;
        };
        return central::score_from_journal(
            sessions().connection(), packs,
            {sealed_room().authorisation().session, CandidateNumber{candidate}});
    }
    bool has_shelf = true;
};

}  // namespace

TEST_CASE("who started a test is kept with the session, as the journal says, and nobody else") {
    Accepted platform;
    const auto kept = central::Candidacies(platform.sessions().connection())
                          .of_session(sealed_room().authorisation().session);
    REQUIRE(kept);
    REQUIRE(kept->size() == 2);
    const auto& first = kept->front().candidacy;
    const auto* candidate = sealed_room().session().state().find({1});
    CHECK(first.identity == candidate->enrolment.identity);
    CHECK(first.started == candidate->started_at);
    CHECK(first.quality == ClockQuality::rtc);
    CHECK(first.scored.decision == sealed_room().session().state().results.at({1}).decision);
    // The authorisation of this room has no verification codes: none is invented.
    CHECK(first.verification_code.empty());
}

TEST_CASE("what a box did by name outside its authorisation is for the jury, with the reason") {
    record::SealedSession sealed;
    CHECK(central::to_confirm_of(sealed) == "[]");
    exam::event::CandidateEnrolledLate late;
    late.enrolment.candidate = {25};
    late.change = exam::LateChange::moved;
    late.why = "de la salle \"B\"";
    exam::event::WindowOverridden opened;
    opened.by_name = {"Mme Arnaud", "panne"};
    sealed.history.push_back({late, {}});
    sealed.history.push_back({opened, {}});
    CHECK(central::to_confirm_of(sealed) ==
          R"([{"candidate":25,"what":"moved","why":"de la salle \"B\""},)"
          R"({"what":"window","why":"Mme Arnaud : panne"}])");
}

TEST_CASE("scored again from the journal kept here, a test comes out the same") {
    Accepted platform;
    for (const std::uint32_t candidate : {1u, 2u}) {
        const auto scored = platform.score(candidate);
        if (!scored) FAIL(scored.error().message);
        const auto& result = sealed_room().session().state().results.at({candidate});
        CHECK(scored->decision == result.decision);
        CHECK(scored->pix_score == result.pix_score);
        CHECK(scored->levels == result.levels);
    }
    CHECK_FALSE(platform.score(3));
    platform.has_shelf = false;
    CHECK_FALSE(platform.score(1));
}

TEST_CASE("a journal that was changed in the database is not scored") {
    Accepted platform;
    auto& database = platform.sessions().connection();
    REQUIRE(database.execute("DROP TRIGGER event_only_erases"));
    SECTION("another payload") {
        REQUIRE(database.run("UPDATE event SET payload = x'7b7d' WHERE seq = 40"));
    }
    SECTION("a payload erased") {
        REQUIRE(database.run("UPDATE event SET payload = NULL, salt = NULL WHERE seq = 40"));
    }
    SECTION("a record left out") {
        REQUIRE(database.execute("DROP TRIGGER event_is_kept"));
        REQUIRE(database.run("DELETE FROM event WHERE seq = 40"));
    }
    CHECK_FALSE(platform.score(1));
}
