// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/judge.hpp"
#include "crash/tally.hpp"

namespace preau::crash {

/// Names one case so that it can be run again alone: "power-cut 3 117 5".
struct CaseName {
    std::string_view series;
    std::uint64_t seed = 0;
    std::uint64_t point = 0;
    std::uint64_t variant = 0;

    std::string text() const;
    /// Everything random in the case comes from here.
    std::uint64_t random_seed() const;
};

/// The real store on a disk that fails. Each series takes a seed, and everything it does follows
/// from it. After every failure the box is started again, and must bring back every record that it
/// had acknowledged, in a chain that verifies, which replays to the state of the model.
class Laboratory {
  public:
    explicit Laboratory(Weakness weakness = Weakness::none);

    /// Power cut after every operation on the disk, with every kind of damage; for some cases also
    /// during the recovery, and again after the box has gone on.
    void cut_power(std::uint64_t seed);
    /// Every operation of a day fails in every way, once and from there on; then the program
    /// restarts, and the power goes.
    void fail_operations(std::uint64_t seed);
    /// The same for the operations of a recovery.
    void fail_recoveries(std::uint64_t seed);
    /// Bytes that had safely arrived change at rest. They cannot be brought back, but must never be
    /// taken for right, and a box that refuses them must leave them as they are.
    void let_media_decay(std::uint64_t seed);

    /// Skips every other case.
    void run_only(const std::string& case_text) { only_ = case_text; }
    /// Skips what comes once this was counted.
    void stop_at_first(std::uint64_t Tally::*counter) { last_wanted_ = counter; }
    const Tally& tally() const { return tally_; }

  private:
    struct CrashPoint {
        Disk disk;
        Progress told;
    };

    bool begin(const CaseName& name);

    // Every recovery ends in one of these two, which count it.
    void recover(const Disk& disk, const Progress& told);
    std::optional<Sizes> restart(const Progress& told);

    std::vector<CrashPoint> watch_day(std::uint64_t seed);
    std::vector<Disk> watch(const std::function<void()>& work);
    Damage draw_damage();

    void cut_power_at(const CrashPoint& point, Damage damage);
    void cut_power_in_recovery(const Disk& disk, const Progress& told);
    void cut_power_later(const Disk& disk, Progress told);

    void restart_while_failing(const Progress& told);
    void survive_failure(const Progress& told);

    Disk disk_after_day(const History& history, std::uint64_t seed, bool in_log, Progress& told);
    void restart_after_decay(const Disk& disk, const Progress& told, bool in_log);
    void count_refusal(const Disk& disk);

    void count(const Verdict& verdict);
    void complain(std::uint64_t& counter, std::string_view problem);

    static constexpr std::int64_t kWalBytesMax = 60'000;  // small, for checkpoints on the way

    Weakness weakness_;
    MemoryVfs vfs_;
    Judge judge_;
    SplitMix64 random_{0};  ///< of the present case
    std::string case_;
    std::string only_;
    std::uint64_t Tally::*last_wanted_ = nullptr;
    Tally tally_;
};

/// The records that all laboratories of this process write, and others of the same sizes.
const History& usual_history();
const History& other_history();

}  // namespace preau::crash
