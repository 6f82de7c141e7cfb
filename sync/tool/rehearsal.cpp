// SPDX-License-Identifier: Apache-2.0
#include "tool/rehearsal.hpp"

#include "tool/call_program.hpp"
#include "tool/invigilator_robot.hpp"
#include "tool/kill_plan.hpp"
#include "tool/rehearsal_stage.hpp"

#include <fmt/format.h>

#include <memory>
#include <thread>

namespace preau::tool {

namespace {

constexpr Duration kStep = milliseconds(2);
constexpr Duration kReceiptPatience = seconds(60);

template <class... Arguments>
void tell(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::print("{}\n", fmt::format(format, std::forward<Arguments>(arguments)...));
    std::fflush(stdout);
}

/// The running session: services, robots, and whoever kills the box.
class Rehearsal {
  public:
    Rehearsal(const RehearsalOptions& options, Stage stage, const std::vector<Pupil>& pupils,
              StopSignals& signals)
        : options_(options),
          stage_(std::move(stage)),
          pupils_(pupils),
          signals_(signals),
          limit_(options.patience),
          room_{fmt::format("http://{}:{}", stage_.ports.address, stage_.ports.box),
                stage_.session.number, stage_.session.access_code},
          services_(stage_.installation, stage_.ports),
          invigilator_(room_, stage_.session.invigilator_password, stage_.session.day_code,
                       options.seed, limit_),
          random_(options.seed) {}
    ~Rehearsal() {
        limit_.end();
        join_threads();
    }
    Rehearsal(const Rehearsal&) = delete;
    Rehearsal& operator=(const Rehearsal&) = delete;

    Result<Verdict> run() {
        if (auto started = services_.start(); !started) return fail(std::move(started.error()));
        tell("box on port {}, platform on port {}, network_mode = \"{}\" (limits by token)",
             stage_.ports.box, stage_.ports.central, kRehearsalNetworkMode);
        seat_robots();
        if (auto watched = watch(); !watched) return fail(std::move(watched.error()));
        join_threads();
        tell_of_robots();
        tell_of_invigilator();
        return judge();
    }

  private:
    /// Every second pupil has a slip and joins by its code, the others by their names.
    std::string code_of(std::size_t index) const {
        return index % 2 == 0 ? std::string() : stage_.session.personal_codes.at(index);
    }

    void seat_robots() {
        const auto& length = stage_.pack.certification_version.configuration;
        kills_ = plan_kills(
            options_.kills,
            pupils_.size() * static_cast<std::size_t>(length.maximum_assessment_length), random_);
        for (const auto& pupil : pupils_) {
            const double ability = draw_ability(random_);
            robots_.push_back(std::make_unique<CandidateRobot>(
                room_, pupil, code_of(robots_.size()),
                AnswerStyle(stage_.pack, ability, random_.next()), ledger_, limit_));
        }
        running_ = robots_.size();
        for (auto& robot : robots_)
            threads_.emplace_back([this, &robot] {
                robot->run();
                --running_;
            });
        threads_.emplace_back([this] { invigilate(); });
        tell("{} candidates seated, seed {}", robots_.size(), options_.seed);
    }

    /// The invigilator stays until the last candidate has left, then sees the session through.
    void invigilate() {
        invigilator_.run(running_);
        is_finalised_ = invigilator_.finalise();
        is_accepted_ = is_finalised_ && invigilator_.wait_for_receipt(kReceiptPatience);
        has_invigilator_left_ = true;
    }

    /// Kills, and starts again whatever dies, until every robot has left.
    Result<void> watch() {
        std::size_t told = 0;
        while (!has_invigilator_left_) {
            if (signals_.wait(kStep)) return fail(Error::environment("stopped before the end"));
            if (auto killed = kill_when_due(); !killed) return killed;
            for (auto* service : services_.all()) {
                const auto revived = service->revive();
                if (!revived) return fail(revived.error());
                if (*revived) tell("{} had stopped and was started again", service->name());
            }
            const auto answers = ledger_.size();
            if (answers < told + 1000) continue;
            told = answers;
            tell("{} answers acknowledged", answers);
        }
        return {};
    }

    Result<void> kill_when_due() {
        // Never twice before anything has happened in between.
        if (killed_ == kills_.size() ||
            ledger_.size() < std::max(kills_[killed_].answers, answers_at_kill_ + 1))
            return {};
        std::this_thread::sleep_for(std::chrono::milliseconds(kills_[killed_].delay.ms));
        services_.box.kill();
        answers_at_kill_ = ledger_.size();
        ++killed_;
        if (auto started = services_.box.start(); !started) return started;
        tell("kill -9 of the box {}/{} after {} answers; it runs again", killed_, kills_.size(),
             answers_at_kill_);
        return {};
    }

    void join_threads() {
        for (auto& thread : threads_) thread.join();
        threads_.clear();
    }

    void tell_of_robots() const {
        std::size_t failures = invigilator_.client().failures();
        std::size_t waits = invigilator_.client().waits();
        for (std::size_t i = 0; i < robots_.size(); ++i) {
            failures += robots_[i]->client().failures();
            waits += robots_[i]->client().waits();
            if (!robots_[i]->problem().empty())
                tell("candidate {} gave up: {}", i + 1, robots_[i]->problem());
        }
        tell(
            "everybody has left: {} network failures gone through, {} waits obeyed, {} "
            "kills",
            failures, waits, killed_);
    }

    void tell_of_invigilator() const {
        if (limit_.is_over()) tell("the time limit of {} s is over", options_.patience.ms / 1000);
        if (!is_finalised_) tell("the session was not finalised: {}", invigilator_.problem());
        if (is_finalised_ && !is_accepted_)
            tell("no receipt came; preau-sync: {}; preau-central: {}", last_words(log("sync")),
                 last_words(log("central")));
    }

    Verdict judge() {
        Verdict verdict;
        verdict.candidates = robots_.size();
        for (const auto& robot : robots_)
            if (robot->is_finished()) ++verdict.finished;
        verdict.acknowledged = ledger_.size();
        verdict.is_accepted = is_accepted_;
        verdict.is_bundle_verified = verify_bundle();
        verdict.answers = compare_with_platform();
        services_.stop();
        return verdict;
    }

    bool verify_bundle() {
        const auto& installation = stage_.installation;
        const auto bundle = installation.layout().outbox() / (stage_.session.session + ".preau");
        const auto verified = run_program(
            {installation.programs().tool,
             {"bundle", "verify", bundle.string(), "--pack", stage_.installed_pack.folder.string(),
              "--box-key", installation.box_key(), "--session-key", installation.session_key(),
              "--identity", installation.layout().escrow_key().string()},
             log("setup")});
        if (!verified) tell("{}", verified.error().message);
        return verified.has_value();
    }

    /// Nothing stored that can be read counts as everything lost.
    Comparison compare_with_platform() {
        const auto& installation = stage_.installation;
        const auto printed =
            call_program({installation.programs().central,
                          {"answers", "--data", installation.layout().central().string(),
                           "--session", stage_.session.session},
                          log("setup")});
        auto stored = printed ? read_answers(*printed)
                              : Result<std::vector<SavedAnswer>>(fail(printed.error()));
        if (!stored) tell("{}", stored.error().message);
        return compare(ledger_.answers(), stored ? std::move(*stored) : std::vector<SavedAnswer>{});
    }

    std::filesystem::path log(const std::string& name) const {
        return stage_.installation.layout().log(name);
    }

    const RehearsalOptions& options_;
    Stage stage_;
    const std::vector<Pupil>& pupils_;
    StopSignals& signals_;
    TimeLimit limit_;
    Room room_;
    Ledger ledger_;
    Services services_;
    InvigilatorRobot invigilator_;
    SplitMix64 random_;
    std::vector<KillMoment> kills_;
    std::size_t killed_ = 0;
    std::size_t answers_at_kill_ = 0;
    std::vector<std::unique_ptr<CandidateRobot>> robots_;
    std::atomic<std::size_t> running_ = 0;
    std::atomic<bool> has_invigilator_left_ = false;
    bool is_finalised_ = false;  // read once the invigilator has left
    bool is_accepted_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace

Result<Verdict> rehearse(const RehearsalOptions& options, const std::filesystem::path& folder,
                         StopSignals& signals) {
    const auto pupils = invent_pupils(options.candidates, options.seed);
    auto stage = set_up_stage(options, folder, pupils);
    if (!stage) return fail(std::move(stage.error()));
    return Rehearsal(options, std::move(*stage), pupils, signals).run();
}

}  // namespace preau::tool
