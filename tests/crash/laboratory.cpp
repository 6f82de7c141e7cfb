// SPDX-License-Identifier: Apache-2.0
#include "crash/laboratory.hpp"

#include <fmt/format.h>

namespace preau::crash {

namespace {

// One case in so many goes further than the first recovery.
constexpr std::uint64_t kCompoundEvery = 12;
constexpr int kTransactionsAfter = 3;

std::uint64_t mix(std::uint64_t state, std::uint64_t value) {
    return SplitMix64(state ^ (value * 0x9e3779b97f4a7c15)).next();
}

}  // namespace

const History& usual_history() {
    static const History history = make_history(1);
    return history;
}

const History& other_history() {
    static const History history = make_history(2);
    return history;
}

std::string CaseName::text() const {
    return fmt::format("{} {} {} {}", series, seed, point, variant);
}

std::uint64_t CaseName::random_seed() const {
    std::uint64_t state = mix(mix(mix(1, seed), point), variant);
    for (const char c : series) state = mix(state, static_cast<std::uint64_t>(c));
    return state;
}

Laboratory::Laboratory(Weakness weakness) : weakness_(weakness), judge_(usual_history(), weakness) {
    vfs_.retry_failed_syncs(weakness == Weakness::retried_fsync);
    vfs_.believe_cache(weakness == Weakness::believed_cache);
}

bool Laboratory::begin(const CaseName& name) {
    if (!only_.empty() && only_ != name.text()) return false;
    if (last_wanted_ != nullptr && tally_.*last_wanted_ > 0) return false;
    case_ = name.text();
    random_ = SplitMix64(name.random_seed());
    return true;
}

Damage Laboratory::draw_damage() { return static_cast<Damage>(random_.below(kDamages)); }

void Laboratory::cut_power(std::uint64_t seed) {
    const auto points = watch_day(seed);
    for (std::size_t i = 0; i < points.size(); ++i)
        for (int damage = 0; damage < kDamages; ++damage)
            if (begin({"power-cut", seed, i, static_cast<std::uint64_t>(damage)}))
                cut_power_at(points[i], static_cast<Damage>(damage));
}

void Laboratory::cut_power_at(const CrashPoint& point, Damage damage) {
    const auto& [disk, told] = point;
    const auto left = disk.after_power_cut(damage, random_);
    switch (random_.below(kCompoundEvery)) {
        case 0:
            return cut_power_in_recovery(left, told);
        case 1:
            return cut_power_later(left, told);
        // The program was killed before, on a machine that still had its cache.
        case 2:
            return cut_power_in_recovery(disk, told);
        case 3:
            return cut_power_later(disk, told);
        default:
            return recover(left, told);
    }
}

/// Each operation of a day leaves a picture of the disk, with what was acknowledged by then.
std::vector<Laboratory::CrashPoint> Laboratory::watch_day(std::uint64_t seed) {
    std::vector<CrashPoint> points;
    Progress told;
    vfs_.mount(Disk(), seed);
    vfs_.watch([&] { points.push_back({vfs_.disk(), told}); });
    const auto done =
        run(make_workload(usual_history(), seed), usual_history(), vfs_, weakness_, told);
    vfs_.watch({});
    if (!done) complain(tally_.unopened, done.error().message);
    return points;
}

std::vector<Disk> Laboratory::watch(const std::function<void()>& work) {
    std::vector<Disk> pictures{vfs_.disk()};
    vfs_.watch([&] { pictures.push_back(vfs_.disk()); });
    work();
    vfs_.watch({});
    return pictures;
}

void Laboratory::cut_power_in_recovery(const Disk& disk, const Progress& told) {
    vfs_.mount(disk, random_.next());
    const auto pictures = watch([&] { restart(told); });
    const auto& picture = pictures[random_.below(pictures.size())];
    recover(picture.after_power_cut(draw_damage(), random_), told);
}

/// What a box has found and shown is as good as acknowledged: it goes on from there.
void Laboratory::cut_power_later(const Disk& disk, Progress told) {
    vfs_.mount(disk, random_.next());
    const auto found = restart(told);
    if (!found) return;
    told.sessions = kSessions;
    told.acknowledged = told.attempted = *found;
    std::vector<CrashPoint> points;
    {
        auto journal = open_journal(vfs_, kWalBytesMax, weakness_);
        if (!journal) return complain(tally_.unopened, journal.error().message);
        for (const auto& session : usual_history()) (void)journal->add_session(session.row);
        vfs_.watch([&] { points.push_back({vfs_.disk(), told}); });
        for (int i = 0; i < kTransactionsAfter; ++i) {
            const auto s = random_.below(kSessions);
            const auto& history = usual_history()[s];
            if (told.acknowledged[s] == history.entries.size()) continue;
            const store::Staged next{history.row.id, history.entries[told.acknowledged[s]]};
            const auto done = append(*journal, {&next, 1}, usual_history(), weakness_, told);
            if (!done) complain(tally_.unopened, done.error().message);
        }
        vfs_.watch({});
    }
    if (points.empty()) return;
    const auto& point = points[random_.below(points.size())];
    recover(point.disk.after_power_cut(draw_damage(), random_), point.told);
}

void Laboratory::recover(const Disk& disk, const Progress& told) {
    vfs_.mount(disk, random_.next());
    restart(told);
}

std::optional<Sizes> Laboratory::restart(const Progress& told) {
    ++tally_.recoveries;
    tally_.acknowledged += told.acknowledged[0] + told.acknowledged[1];
    auto journal = open_journal(vfs_, kWalBytesMax, Weakness::none);
    if (!journal) return complain(tally_.unopened, journal.error().message), std::nullopt;
    const auto loaded = load(*journal, usual_history());
    if (!loaded) return complain(tally_.unopened, loaded.error().message), std::nullopt;
    const auto verdict = judge_.judge(*loaded, told);
    count(verdict);
    return verdict.sound() ? std::optional(loaded->sizes()) : std::nullopt;
}

void Laboratory::count(const Verdict& verdict) {
    if (verdict.sound()) return;
    tally_.lost += verdict.lost;
    if (verdict.wrong || verdict.torn) ++tally_.undetected;
    tally_.remember(case_ + ": " + verdict.problem);
}

void Laboratory::complain(std::uint64_t& counter, std::string_view problem) {
    ++counter;
    tally_.remember(fmt::format("{}: {}", case_, problem));
}

}  // namespace preau::crash
