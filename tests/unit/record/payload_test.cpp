// SPDX-License-Identifier: Apache-2.0
#include "record/payload.hpp"

#include "base/limits.hpp"
#include "json/value.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

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
    exam::CandidateMinutes told{
        .started = {1'790'000'000'000},
        .ended = {-1},
        .worked = {3'600'001},
        .answers = 21,
        .set_aside = 1,
        .reason = exam::FinishReason::ended_by_invigilator,
        .abort_reason = exam::AbortReason::technical,
        .note = "malaise \"léger\"",
        .by = by,
        .reports = {{3, exam::ReportReason::file, exam::Report::State::accepted,
                     exam::ReportCategory::e3},
                    {9, exam::ReportReason::image}},
        .receipt_code = "SGWQ-5WT7-7ERD-C9M5",
        .verification_code = "P-BCDF2346"};
    return {
        event::SessionOpened{sheet},
        event::WindowOverridden{{"Léa \"L\"", "panne\nd’électricité"}},
        event::CandidateEnrolled{enrolment},
        event::CandidateEnrolledLate{enrolment, exam::LateChange::certifiable, "inscrit hier", by},
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
        event::SecondCopyAttached{},
        event::SecondCopyLost{exam::SecondCopyLoss::foreign},
        event::SecondCopyWaived{by},
        event::DeadlinePassed{n},
        event::TestFinished{n, exam::FinishReason::ended_by_invigilator, by,
                            exam::AbortReason::technical, "malaise"},
        event::SessionFinalised{{{n, exam::AbortReason::technical}}},
        event::ResultDecided{n, result},
        event::SessionMinuted{{"Paquet « démo »", 105, 32, 20}},
        event::CandidateMinuted{n, told},
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

TEST_CASE("every field of an invigilation event is needed, and each refuses what it cannot hold") {
    const std::string by = R"("by":1,"act":"000102030405060708090a0b0c0d0e0f")";
    const std::string long_text(limits::payload_text_bytes_max + 1, 'a');
    struct Case {
        Type type;
        std::string members;
        std::string field;
    };
    const std::vector<Case> cases = {
        {Type::report_raised, R"("number":1)", "reason"},
        {Type::report_raised, R"("number":1,"reason":"broken")", "reason"},
        {Type::report_raised, R"("number":1001,"reason":"image")", "number"},
        {Type::report_raised, R"("number":"1","reason":"image")", "number"},
        {Type::report_accepted, R"("number":1,"category":"E6",)" + by, "category"},
        {Type::report_accepted, R"("number":1,)" + by, "category"},
        {Type::report_refused, by, "number"},
        {Type::report_refused, R"("number":1,"by":1)", "act"},
        {Type::report_refused, R"("number":1,"by":1,"act":"00")", "act"},
        {Type::seat_released, R"("by":65536,"act":"000102030405060708090a0b0c0d0e0f")", "by"},
        {Type::seat_released, R"("by":-1,"act":"000102030405060708090a0b0c0d0e0f")", "by"},
        {Type::seat_released, R"("act":"000102030405060708090a0b0c0d0e0f")", "by"},
        {Type::presence_confirmed, by, "one_by_one"},
        {Type::presence_confirmed, R"("one_by_one":1,)" + by, "one_by_one"},
        {Type::time_added, R"("added_ms":0,"reason":"",)" + by, "added_ms"},
        {Type::time_added, R"("added_ms":3600001,"reason":"",)" + by, "added_ms"},
        {Type::time_added, R"("added_ms":1.5,"reason":"",)" + by, "added_ms"},
        {Type::time_added, R"("added_ms":1,)" + by, "reason"},
        {Type::room_paused, "", "by"},
        {Type::room_paused, R"("reason":"",)" + by, "reason"},
        {Type::message_sent, by, "text"},
        {Type::message_sent, R"("text":")" + long_text + "\"," + by, "text"},
        {Type::message_sent, R"("text":"a\u0000b",)" + by, "text"},
        {Type::interruption_ruled, R"("interruption":0,"granted":true,)" + by, "interruption"},
        {Type::interruption_ruled, R"("interruption":2147483648,"granted":true,)" + by,
         "interruption"},
        {Type::interruption_ruled, R"("interruption":1,"granted":"yes",)" + by, "granted"},
        {Type::incident_noted, R"("category":"C3","description":"",)" + by, "category"},
        {Type::incident_noted, R"("category":"C6",)" + by, "description"},
        {Type::test_finished, R"("reason":"time","note":"","abort_reason":"tired",)" + by,
         "abort_reason"},
        {Type::test_finished, R"("reason":"time",)" + by, "note"},
        {Type::invigilator_entered, R"("token":")" + std::string(64, '0') + R"(","name":"a")",
         "listed"},
    };
    for (const auto& [type, members, field] : cases) {
        INFO(name(type) << " {" << members.substr(0, 200) << "}");
        const auto event = decode_payload(type, {1}, as_bytes("{" + members + "}"));
        REQUIRE_FALSE(event.has_value());
        CHECK(event.error().message.find(field) != std::string::npos);
    }
}

TEST_CASE("a display, a lockdown or a way to come in that does not exist is refused") {
    const auto display = [](std::string_view size, std::string_view spacing, std::string voice) {
        const auto text = fmt::format(
            R"({{"text_percent":{},"spacing":"{}","theme":"clear","font":"standard","ruler":false,)"
            R"("clock_hidden":false,"voice":"{}"}})",
            size, spacing, voice);
        return decode_payload(Type::display_chosen, {1}, as_bytes(text)).has_value();
    };
    CHECK(display("100", "normal", ""));
    CHECK(display("200", "wider", std::string(limits::voice_bytes_max, 'v')));
    CHECK_FALSE(display("90", "normal", ""));
    CHECK_FALSE(display("105", "normal", ""));
    CHECK_FALSE(display("210", "normal", ""));
    CHECK_FALSE(display("100", "tight", ""));
    CHECK_FALSE(display("100", "normal", std::string(limits::voice_bytes_max + 1, 'v')));
    CHECK_FALSE(display("100", "normal", "a\nb"));

    const auto joined = [](std::string_view way, std::string_view lockdown) {
        const auto text = fmt::format(
            R"({{"token":"{}","way":"{}","seat":"","lockdown":"{}","lockdown_version":""}})",
            std::string(64, '0'), way, lockdown);
        return decode_payload(Type::candidate_joined, {1}, as_bytes(text)).has_value() &&
               decode_payload(Type::resume_requested, {1}, as_bytes(text)).has_value();
    };
    CHECK(joined("code", "seb"));
    CHECK_FALSE(joined("face", "seb"));
    CHECK_FALSE(joined("code", "any"));
}

TEST_CASE("every word, and numbers and texts at their bounds, come back as they were") {
    std::vector<exam::Event> events;
    const CandidateNumber n{512};
    const std::string longest(limits::payload_text_bytes_max, 'a');
    const exam::By box{};
    using enum exam::ReportCategory;
    for (const auto category : {e1, e2, e3, e4, e5, e8, e9, e10, e11, e12})
        events.emplace_back(event::ReportAccepted{n, 1000, category, box});
    using enum exam::ReportReason;
    for (const auto reason : {image, simulator, file, instruction, other})
        events.emplace_back(event::ReportRaised{n, 0, reason});
    using enum exam::IncidentCategory;
    for (const auto category : {c1, c2, c4, c6, c7, c8})
        events.emplace_back(event::IncidentNoted{n, category, longest, box});
    for (const auto kind :
         {exam::LockdownKind::none, exam::LockdownKind::companion, exam::LockdownKind::seb})
        events.emplace_back(event::LockdownObserved{n, {kind, longest}});
    for (const auto theme : {exam::Theme::clear, exam::Theme::cream, exam::Theme::dark})
        events.emplace_back(event::DisplayChosen{n, {.text_percent = 200, .theme = theme}});
    events.emplace_back(event::TimeAdded{n, {1}, "", box});
    events.emplace_back(event::TimeAdded{n, {limits::added_time_ms_max}, longest, box});
    events.emplace_back(event::ContactLost{n, {json::kIntegerMax}});
    events.emplace_back(event::InterruptionRuled{n, INT32_MAX, true, box});
    events.emplace_back(event::MessageSent{"\t\n\u2028 \" \\ \U0001F600", box});
    events.emplace_back(event::TestFinished{n, exam::FinishReason::time, box, {}, ""});
    for (const auto& event : events) {
        const auto type = type_of(event);
        INFO(name(type));
        const auto back = decode_payload(type, n, encode_payload(event));
        REQUIRE(back.has_value());
        CHECK(*back == event);
    }
}
