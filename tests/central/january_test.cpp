// SPDX-License-Identifier: Apache-2.0
// The last ten days of January 2026, as the platform of the real certification lived them: it
// answers with errors, or not at all, or does what it is asked and its answer is lost.
#include "agent/back_off.hpp"
#include "central/postgresql.hpp"
#include "central/session_copies.hpp"
#include "central/uploads.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <queue>

using namespace preau;

namespace {

constexpr std::size_t kBoxes = 10;
constexpr std::size_t kSessionsOfEach = 4;
constexpr Duration kOneDay = minutes(24 * 60);
constexpr Duration kTrouble{kOneDay.ms * 10};
constexpr Duration kBetweenSessions{kOneDay.ms * 2};
constexpr Duration kDeadline{kOneDay.ms * 14};
constexpr std::size_t kChunkBytes = 32 * 1024;

struct School {
    std::string box;
    seal::SigningKey key;
    std::vector<test::SessionCopy> sessions{};
    std::size_t delivered = 0;
    agent::BackOff back_off{};
    std::vector<Duration> waited{};  ///< from the end of a session to its receipt
};

/// What becomes of one request, as nobody would wish it.
enum class Fate { answered, refused, answer_lost };

class January {
  public:
    January() : platform_(test::Postgresql::shared().make_database()) {
        const test::BundleParts parts(test::sealed_room());
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < kBoxes; ++i) {
            School school{.box = fmt::format("BOX-{}", i),
                          .key = seal::SigningKey::from_seed({static_cast<std::uint8_t>(i + 1)})};
            REQUIRE(platform_.sessions().enrol_box(school.box, school.key.public_key(), {}));
            for (std::size_t s = 0; s < kSessionsOfEach; ++s) {
                school.sessions.push_back(test::copy_session(parts, test::sealed_room(), number++,
                                                             {school.box, school.key, "test"}));
                const auto& made = school.sessions.back();
                REQUIRE(platform_.sessions().add_authorisation(made.authorisation, made.envelope,
                                                               {}, {}));
            }
            schools_.push_back(std::move(school));
        }
        began_ = platform_.clock().boot_now();
        for (std::size_t i = 0; i < kBoxes; ++i) at(end_of(i, 0), i);
    }

    void run() {
        while (!due_.empty()) {
            const auto [time, school] = due_.top();
            due_.pop();
            platform_.clock().pass(Duration{time} - now());
            visit(school);
        }
    }

    std::vector<School>& schools() { return schools_; }
    test::Platform& platform() { return platform_; }

  private:
    using Due = std::pair<std::int64_t, std::size_t>;

    Duration now() { return platform_.clock().boot_now() - began_; }
    void at(Duration time, std::size_t school) { due_.push({time.ms, school}); }
    /// Schools do not all end at the same minute.
    static Duration end_of(std::size_t school, std::size_t session) {
        return Duration{kBetweenSessions.ms * static_cast<std::int64_t>(session) +
                        minutes(7).ms * static_cast<std::int64_t>(school)};
    }

    Fate fate() {
        if (now() > kTrouble) return Fate::answered;
        const auto drawn = chance_.below(100);
        return drawn < 70 ? Fate::refused : drawn < 90 ? Fate::answer_lost : Fate::answered;
    }

    /// The box's courier at work until something goes wrong or all it has is delivered.
    void visit(std::size_t number) {
        auto& school = schools_[number];
        while (school.delivered < kSessionsOfEach) {
            const auto ended = end_of(number, school.delivered);
            if (now() < ended) return at(ended, number);
            if (!deliver(school)) return at(now() + school.back_off.next(entropy_), number);
            school.waited.push_back(now() - ended);
            school.back_off.reset();
            ++school.delivered;
        }
    }

    bool deliver(School& school) {
        const auto& bundle = school.sessions[school.delivered].bundle;
        const central::Sidecar sidecar{
            .box = school.box,
            .session = school.sessions[school.delivered].authorisation.session,
            .sha256 = seal::sha256(bundle),
            .bytes = bundle.size(),
            .note = "note"};
        auto uploads = door();
        while (true) {
            const auto created = ask([&] { return uploads.create(sidecar); });
            if (!created || !*created) return false;
            const auto offset = (*created)->received;
            if ((*created)->is_whole()) break;
            const auto chunk = ByteView(bundle).subspan(
                offset, std::min<std::size_t>(kChunkBytes, bundle.size() - offset));
            const auto moved = ask([&] { return uploads.append(sidecar.sha256, offset, chunk); });
            if (!moved || !*moved) return false;
            if ((*moved)->is_whole()) platform_.ingest().examine_kept(sidecar.sha256);
        }
        REQUIRE(platform_.ingest().take_up_again());
        const auto told = ask([&] { return platform_.sessions().bundle(sidecar.sha256); });
        return told && !told->value()->receipt.empty();
    }

    /// Nothing when no answer came back, whatever was done.
    template <class Request>
    auto ask(Request request) -> std::optional<decltype(request())> {
        const auto what = fate();
        if (what == Fate::refused) return std::nullopt;
        auto answer = request();
        if (what == Fate::answer_lost) return std::nullopt;
        return answer;
    }

    central::Uploads door() {
        return central::Uploads({.register_of_sessions = platform_.sessions(),
                                 .blobs = platform_.blobs(),
                                 .folder = platform_.folder() / "uploads",
                                 .clock = platform_.clock(),
                                 .sign_stored = [](const central::Sidecar&, WallTime) {
                                     return std::string("stored");
                                 }});
    }

    test::Platform platform_;
    test::SeededEntropy entropy_{2026};
    SplitMix64 chance_{26};
    std::vector<School> schools_;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due_;
    Duration began_;
};

}  // namespace

TEST_CASE("January 2026: ten days of errors, time-outs and lost answers, and every session is in") {
    January january;
    january.run();
    Duration longest{};
    for (const auto& school : january.schools()) {
        CHECK(school.delivered == kSessionsOfEach);
        for (const auto& waited : school.waited) longest = std::max(longest, waited);
    }
    CHECK(longest < kDeadline);
    auto& connection = january.platform().sessions().connection();
    const auto count = [&](const char* sql) {
        return static_cast<std::size_t>(connection.query(sql).value()[0].integer(0));
    };
    constexpr auto kAll = kBoxes * kSessionsOfEach;
    CHECK(count("SELECT count(session) FROM exam_session") == kAll);
    CHECK(count("SELECT count(sha256) FROM bundle WHERE state = 'accepted'") == kAll);
    CHECK(count("SELECT count(id) FROM ingest_log") == kAll);
    CHECK(count("SELECT count(sha256) FROM upload") == 0);
    fmt::print("january: {} sessions in, the longest waited {} h\n", kAll,
               longest.ms / minutes(60).ms);
}
