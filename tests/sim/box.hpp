// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/live_updates.hpp"
#include "api/serve.hpp"
#include "crash/memory_vfs.hpp"
#include "sim/chance.hpp"
#include "sim/scheduler.hpp"
#include "sim/stage.hpp"
#include "sim/tally.hpp"
#include "sim/time_watch.hpp"
#include "sim/trace.hpp"
#include "sim/violations.hpp"
#include "sim/weakness.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"

namespace preau::sim {

/// The box of production on a disk in memory: what app::Box does with two threads, done turn by
/// turn. It dies at every place of a turn, with or without the power, and starts again from its
/// disk.
class Box {
  public:
    struct Surroundings {
        const Stage& stage;
        const Plan& plan;
        Scheduler& scheduler;
        test::ManualClock& clock;
        Trace& trace;
        Tally& tally;
        Violations& violations;
    };
    Box(Surroundings around, Weakness weakness, std::uint64_t seed);
    ~Box();

    /// The codes of the one session, created before the doors open.
    const office::CreatedSession& session() const { return session_; }

    /// A request reaches the box; false when nobody listens. A box that dies never replies.
    bool receive(const http::Request& request, http::Reply reply);

    /// A reader of a live stream, from the moment of the reply that opened it.
    struct Reader {
        std::string topic;
        std::function<void(const http::StreamEvent&)> event;
        std::function<void()> ended;
    };
    void listen(Reader reader) { readers_.push_back(std::move(reader)); }

    /// Pulls the plug, or kills the process.
    void die();
    bool is_up() const { return process_ != nullptr; }

    // For whoever checks: only while the box is up.
    const room::LiveSession& live() const;
    std::vector<record::Entry> stored();
    std::filesystem::path outbox() const { return outbox_.path(); }

  private:
    /// Where a turn ends before its time.
    enum class End {
        regular,
        before_serving,
        before_commit,
        during_commit,
        disk_fails,
        after_commit,
        among_replies,
        before_announcing,
    };
    static constexpr int kEnds = 8;
    static std::string_view name(End end);
    struct Waiting {
        http::Request request;
        http::Reply reply;
    };
    struct Process;

    void expect_turn();
    void turn();
    void serve_waiting();
    http::Response serve(const http::Request& request);
    bool reply_all(std::vector<http::Response> responses);
    void follow_time();
    bool commit();
    void publish(const std::string& topic, const http::StreamEvent& event);

    void start();
    void cut_within(std::int64_t operations);
    bool survives(std::string_view intent, const Result<void>& done);
    Result<void> open();
    Result<void> unlock();
    void die_leaving(crash::Disk disk);
    End draw_end();
    crash::FaultPlan draw_fault(std::int64_t operations_max);
    bool is_calm() const;
    void note(std::string_view what) { around_.trace.note(around_.scheduler.now(), what); }

    // Small, so that the log is copied to the database many times on the way.
    static constexpr std::int64_t kWalBytesMax = 200'000;

    Surroundings around_;
    Weakness weakness_;
    Chance chance_;
    test::SeededEntropy entropy_;
    std::unique_ptr<Clock> durations_;  ///< the clock as the box sees it
    crash::MemoryVfs vfs_;
    crash::Disk left_;  ///< what the next start finds
    test::TempDir outbox_;
    office::CreatedSession session_;
    std::vector<Waiting> waiting_;
    std::vector<Reader> readers_;
    TimeWatch time_watch_;
    std::uint64_t on_disk_ = 0;  ///< records that the last commit has made sure of
    End end_ = End::regular;
    std::optional<crash::Disk> cut_;  ///< the disk when the power went
    bool turn_expected_ = false;
    bool power_was_cut_ = false;
    std::unique_ptr<Process> process_;
};

}  // namespace preau::sim
