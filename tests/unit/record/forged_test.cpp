// SPDX-License-Identifier: Apache-2.0
#include "exam/apply.hpp"
#include "exam/decide.hpp"
#include "record/content.hpp"
#include "record/payload.hpp"
#include "record/plausible.hpp"
#include "record/rescore.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>
#include <array>
#include <random>

using namespace preau;
namespace event = exam::event;

namespace {

/// Events of every kind as somebody would forge them: few candidates, questions, devices and
/// invigilators, so that most of them are nearly possible.
class Forger {
  public:
    Forger(std::uint64_t seed, const pack::Pack& pack) : chance_(seed), pack_(pack) {}

    exam::Event event(std::size_t kind, Tick now) {
        now_ = now;
        return make(kind, std::make_index_sequence<std::variant_size_v<exam::Event>>{});
    }
    std::size_t any_kind() { return below(std::variant_size_v<exam::Event>); }
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(chance_() % count); }

  private:
    template <std::size_t... I>
    exam::Event make(std::size_t kind, std::index_sequence<I...>) {
        exam::Event event;
        (void)((kind == I ? (event = filled<std::variant_alternative_t<I, exam::Event>>(), true)
                          : false) ||
               ...);
        return event;
    }

    template <class E>
    E filled() {
        E e{};
        if constexpr (requires { e.candidate; }) e.candidate = candidate();
        if constexpr (requires { e.by; }) e.by.invigilator = static_cast<std::uint16_t>(below(3));
        if constexpr (requires { e.number; }) e.number = static_cast<int>(below(5));
        if constexpr (requires { e.item; }) e.item = item();
        if constexpr (requires { e.token; }) e.token = Hash{static_cast<std::uint8_t>(below(3))};
        if constexpr (requires { e.arrival; }) e.arrival.lockdown = lockdown();
        if constexpr (requires { e.lockdown; }) e.lockdown = lockdown();
        if constexpr (requires { e.interruption; }) e.interruption = 1 + static_cast<int>(below(3));
        if constexpr (requires { e.granted; }) e.granted = below(2) == 0;
        if constexpr (requires { e.since; })
            e.since = std::max(Tick{}, now_ + milliseconds(1000 - far()));
        if constexpr (requires { e.added; }) e.added = minutes(60);
        if constexpr (requires { e.discriminant; }) e.discriminant = 1;
        if constexpr (requires { e.enrolment; }) e.enrolment.candidate = candidate();
        if constexpr (requires { e.sheet; }) e.sheet.lockdown = exam::LockdownPolicy::any;
        if constexpr (requires { e.abort_reasons; }) e.abort_reasons[{1}] = {};
        return e;
    }

    CandidateNumber candidate() { return {static_cast<std::uint32_t>(below(4))}; }
    std::string item() {
        return below(3) == 0 ? "of no pack" : pack_.items.at(below(pack_.items.size())).id;
    }
    exam::Lockdown lockdown() {
        return {below(2) == 0 ? exam::LockdownKind::none : exam::LockdownKind::seb, "1"};
    }
    std::int64_t far() { return static_cast<std::int64_t>(below(60'000)); }

    std::mt19937_64 chance_;
    const pack::Pack& pack_;
    Tick now_;
};

/// Minutes that are not what the test came to are never possible.
void tell(event::CandidateMinuted& told, const exam::Session& session) {
    const auto* candidate = session.find(told.candidate);
    if (candidate != nullptr && candidate->outcome) told.minutes = exam::minutes_of(*candidate);
}

/// A journal of what was possible among many forged events.
std::vector<exam::Fact> forged(std::uint64_t seed, const pack::Pack& pack, int tries,
                               std::array<int, std::variant_size_v<exam::Event>>& possible) {
    const auto finalised = exam::Event(event::SessionFinalised{}).index();
    const auto started = exam::Event(event::TestStarted{}).index();
    Forger forger(seed, pack);
    std::vector<exam::Fact> history;
    exam::Session session;
    for (int i = 0; i < tries; ++i) {
        const Tick now{i * 700};
        auto kind = i == 0 ? 0 : forger.any_kind();
        // Rarely: it ends everything.
        if (kind == finalised && forger.below(200) != 0) kind = started;
        auto event = forger.event(kind, now);
        if (auto* told = std::get_if<event::CandidateMinuted>(&event)) tell(*told, session);
        if (!record::check_plausible(session, event, now)) continue;
        ++possible.at(kind);
        history.push_back({event, {now, {i}}});
        session = exam::apply(std::move(session), event, history.back().stamp);
    }
    return history;
}

}  // namespace

TEST_CASE("a forged journal is refused or folded and scored, and never stops the program") {
    const auto pack = test::small_pack();
    const auto content = record::content_of(pack);
    std::array<int, std::variant_size_v<exam::Event>> possible{};
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const auto history = forged(seed, pack, 4000, possible);
        CHECK_FALSE(record::rescore(history, content).empty());
        for (const auto& [event, stamp] : history) {
            const auto type = record::type_of(event);
            const auto back = record::decode_payload(type, exam::candidate_of(event),
                                                     record::encode_payload(event));
            INFO(record::name(type));
            REQUIRE(back.has_value());
            REQUIRE(*back == event);
        }
    }
    // Else the forger is too clumsy to prove anything.
    for (std::size_t kind = 0; kind < possible.size(); ++kind) {
        INFO("kind " << kind);
        CHECK(possible[kind] > 0);
    }
}

TEST_CASE("of two candidates' clocks no forged journal makes one run backwards") {
    const auto pack = test::small_pack();
    std::array<int, std::variant_size_v<exam::Event>> possible{};
    for (std::uint64_t seed = 100; seed < 140; ++seed) {
        exam::Session session;
        for (const auto& [event, stamp] : forged(seed, pack, 4000, possible)) {
            session = exam::apply(std::move(session), event, stamp);
            for (const auto& [number, candidate] : session.candidates) {
                const auto worked = exam::worked(candidate.timing, stamp.tick);
                CHECK(worked >= Duration{0});
                CHECK(worked <= stamp.tick - candidate.timing.started);
                for (const auto& interruption : candidate.interruptions)
                    CHECK(interruption.lasted >= Duration{0});
            }
        }
    }
}

TEST_CASE("a box goes on from a journal that was cut or forged between a start and its question") {
    const auto pack = test::small_pack();
    const auto content = record::content_of(pack);
    const CandidateNumber one{1};
    exam::Session session;
    const exam::Stamp stamp{{1000}, {}};
    const std::vector<exam::Event> started = {
        event::SessionOpened{},      event::CandidateEnrolled{{one, {}, {}}},
        event::CandidateJoined{one}, event::PresenceConfirmed{one},
        event::TestStarted{one, 1},
    };
    for (const auto& event : started) {
        REQUIRE(record::check_plausible(session, event, stamp.tick).has_value());
        session = exam::apply(std::move(session), event, stamp);
    }
    const auto decided =
        exam::decide(session, exam::command::LoseContact{one, {500}}, {content, {20'000}});
    REQUIRE(decided.has_value());
    REQUIRE(decided->size() == 1);
    // Nobody was silent before the test began.
    CHECK(decided->front() == exam::Event(event::ContactLost{one, {1000}}));
}
