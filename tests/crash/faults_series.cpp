// SPDX-License-Identifier: Apache-2.0
#include "crash/laboratory.hpp"

#include <limits>

namespace preau::crash {

namespace {

constexpr auto kNever = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t kImages = 4;  // disks after a power cut whose recovery is made to fail

std::uint64_t variant_of(int kind, bool for_ever) {
    return static_cast<std::uint64_t>(kind * 2 + (for_ever ? 1 : 0));
}

/// Calls fail for each kind of fault, each operation that it can meet, once and from there on.
void each_fault(
    const std::function<std::uint64_t(FaultPlan)>& operations_met,
    const std::function<void(FaultPlan, std::uint64_t at, std::uint64_t variant)>& fail) {
    for (int kind = 0; kind < kFaultKinds; ++kind) {
        const auto fault = static_cast<FaultKind>(kind);
        const auto count = operations_met(FaultPlan(fault, kNever, false));
        for (std::uint64_t at = 0; at < count; ++at)
            for (const bool for_ever : {false, true})
                fail(FaultPlan(fault, at, for_ever), at, variant_of(kind, for_ever));
    }
}

}  // namespace

void Laboratory::fail_operations(std::uint64_t seed) {
    const auto workload = make_workload(usual_history(), seed);
    const auto day = [&](FaultPlan faults) {
        Progress told;
        vfs_.mount(Disk(), seed);
        vfs_.set_faults(faults);
        (void)run(workload, usual_history(), vfs_, weakness_, told);
        return told;
    };
    const auto operations_met = [&](FaultPlan faults) {
        day(faults);
        return vfs_.faults().met();
    };
    each_fault(operations_met, [&](FaultPlan faults, std::uint64_t at, std::uint64_t variant) {
        if (begin({"fault", seed, at, variant})) survive_failure(day(faults));
    });
}

void Laboratory::fail_recoveries(std::uint64_t seed) {
    const auto points = watch_day(seed);
    SplitMix64 draw(seed);
    for (std::uint64_t i = 0; i < kImages; ++i) {
        const auto& point = points[draw.below(points.size())];
        const Disk image =
            point.disk.after_power_cut(static_cast<Damage>(draw.below(kDamages)), draw);
        const auto failing = [&](FaultPlan faults) {
            vfs_.mount(image, seed);
            vfs_.set_faults(faults);
            restart_while_failing(point.told);
            return vfs_.faults().met();
        };
        each_fault(failing, [&](FaultPlan faults, std::uint64_t at, std::uint64_t variant) {
            if (!begin({"recovery-fault", seed, i * 100'000 + at, variant})) return;
            failing(faults);
            survive_failure(point.told);
        });
    }
}

/// A failing disk may keep the box from starting, but not give it something else to start from.
void Laboratory::restart_while_failing(const Progress& told) {
    auto journal = open_journal(vfs_, kWalBytesMax, Weakness::none);
    if (!journal) return;
    const auto loaded = load(*journal, usual_history());
    if (loaded) count(judge_.judge(*loaded, told));
}

/// From a disk on which something failed: the program starts again on the same machine, and the
/// power goes on the way; or the power went at once.
void Laboratory::survive_failure(const Progress& told) {
    const Disk failed = vfs_.disk();
    cut_power_in_recovery(failed, told);
    recover(failed.after_power_cut(draw_damage(), random_), told);
}

}  // namespace preau::crash
