// SPDX-License-Identifier: Apache-2.0
#include "record/payload.hpp"

#include "support/catch.hpp"

using namespace preau;
using namespace preau::record;
namespace event = exam::event;

namespace {

Hash hash_of(std::uint8_t byte) {
    Hash hash;
    hash.fill(byte);
    return hash;
}

/// One event of each kind, with values that are hard to write: accents, quotes, all 64 bits,
/// doubles without short decimal form.
std::vector<exam::Event> one_of_each() {
    const CandidateNumber n{7};
    exam::SessionSheet sheet{"123456",
                             "Lycée \"A\"",
                             "B\n12",
                             "2026-11-24",
                             "09:00",
                             "É",
                             "BCDF23",
                             "demo",
                             "v",
                             hash_of(3),
                             exam::LockdownPolicy::any};
    exam::Enrolment enrolment{
        n, {"D’Œuvre", "Zoé", "2009-02-28"}, "2nde 1", 33, true, "BCD234", "compte-1"};
    exam::CertificationResult result{{exam::ResultStatus::rejected, exam::AutoComment::fraud},
                                     412,
                                     0.1 + 0.2,
                                     1e-300,
                                     true,
                                     {{"1.1", 3}, {"5.2", -1}},
                                     {{"1.1", {2, 4}}, {"5.2", {-1, 0}}}};
    const exam::By by{UINT16_MAX, {ByteArray<16>{1, 2, 255}}};
    const exam::Arrival arrival{
        exam::JoinWay::code, "poste 12", {exam::LockdownKind::companion, "1.0.0"}};
    const exam::Display display{
        150,     exam::Spacing::wider, exam::Theme::contrast, exam::Font::opendyslexic, true, true,
        "Amélie"};
    return {
        event::SessionOpened{sheet},
        event::CandidateEnrolled{enrolment},
        event::InvigilatorEntered{hash_of(1), "Zoë \"Z\"", true},
        event::CandidateJoined{n, hash_of(2), arrival},
        event::CandidateLeft{n, hash_of(2)},
        event::DisplayChosen{n, display},
        event::LockdownObserved{n, arrival.lockdown},
        event::ResumeRequested{n, hash_of(4), arrival},
        event::ResumeAuthorised{n, by},
        event::SeatReleased{n, by},
        event::PresenceConfirmed{n, by, false},
        event::PresenceCancelled{n, by},
        event::AuthorisationExpired{n},
        event::TestStarted{n, UINT64_MAX},
        event::QuestionAsked{n, 3, "1.1-a", 1.0 / 3.0, -2.5, 4},
        event::QuestionOpened{n, 3},
        event::FocusLost{n, 3},
        event::AnswerRecorded{
            n, 3, "1.1-a", {}, "œ \\ \u0001", answers::Status::focused_out, -0.0, 0.1},
        event::ReportRaised{n, 3, exam::ReportReason::simulator},
        event::ReportAccepted{n, 3, exam::ReportCategory::e10, by},
        event::ReportRefused{n, 3, by},
        event::ContactLost{n, {123}},
        event::ContactRegained{n},
        event::InterruptionRuled{n, 2, false, by},
        event::TimeAdded{n, minutes(7), "Évacuation", by},
        event::TestPaused{n, by},
        event::TestContinued{n, by},
        event::RoomPaused{by},
        event::RoomContinued{by},
        event::MessageSent{"<b>Il reste\n5 minutes</b>", by},
        event::LockdownWaived{n, by},
        event::IncidentNoted{n, exam::IncidentCategory::c6, "téléphone", by},
        event::DeadlinePassed{n},
        event::TestFinished{n, exam::FinishReason::ended_by_invigilator, by,
                            exam::AbortReason::technical, "malaise"},
        event::SessionFinalised{{{n, exam::AbortReason::technical}}},
        event::ResultDecided{n, result},
    };
}

}  // namespace

TEST_CASE("every kind of event comes back from its payload as it was") {
    const auto events = one_of_each();
    REQUIRE(events.size() == std::variant_size_v<exam::Event>);
    for (const auto& event : events) {
        const auto type = type_of(event);
        INFO(name(type));
        const auto back = decode_payload(type, exam::candidate_of(event), encode_payload(event));
        REQUIRE(back.has_value());
        CHECK(*back == event);
    }
}

TEST_CASE("a payload with a field missing, unknown or of another type is refused with its name") {
    const auto refused = [](Type type, std::string_view payload, std::string_view field) {
        const auto event = decode_payload(type, {1}, as_bytes(payload));
        REQUIRE_FALSE(event.has_value());
        CHECK(event.error().message.find(field) != std::string::npos);
    };
    refused(Type::test_started, "{}", "seed");
    refused(Type::test_started, R"({"seed":"1","more":2})", "more");
    refused(Type::test_started, R"({"seed":"18446744073709551616"})", "seed");
    refused(Type::test_started, R"({"seed":"01"})", "seed");
    refused(Type::test_finished, R"({"reason":"tired"})", "reason");
    refused(Type::candidate_joined, R"({"token":"00"})", "token");
}

TEST_CASE("a result without ranges of levels is written as ever, and read back") {
    exam::CertificationResult result;
    result.levels["1.1"] = 3;
    const exam::Event event = event::ResultDecided{{7}, result};
    const auto payload = encode_payload(event);
    CHECK(as_text(payload).find("level_ranges") == std::string_view::npos);
    CHECK(*decode_payload(Type::result_decided, {7}, payload) == event);
}

TEST_CASE("ranges of levels that are none are refused") {
    const std::string before =
        R"({"status":"validated","comment":"none","pix_score":1,"capacity":0.5,"error_rate":0.1,)"
        R"("degraded":false,"levels":{"1.1":3},"level_ranges":)";
    for (const char* ranges : {R"({})", R"([])", R"({"1.1":3})", R"({"1.1":[3]})",
                               R"({"1.1":[4,3]})", R"({"1.1":[-2,3]})", R"({"1.1":[3,9]})"}) {
        INFO(ranges);
        const auto payload = before + ranges + "}";
        CHECK_FALSE(decode_payload(Type::result_decided, {7}, as_bytes(payload)).has_value());
    }
    const auto good = before + R"({"1.1":[3,3]}})";
    CHECK(decode_payload(Type::result_decided, {7}, as_bytes(good)).has_value());
}

TEST_CASE("a payload that is not JSON is refused") {
    CHECK_FALSE(decode_payload(Type::presence_confirmed, {1}, as_bytes("{")).has_value());
}
