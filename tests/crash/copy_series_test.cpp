// SPDX-License-Identifier: Apache-2.0
//
// The main disk is lost: what was acknowledged must be on the stick alone, whatever the stick went
// through, and nothing else may be taken for it.
#include "crash/copy_room.hpp"
#include "support/catch.hpp"

using namespace preau;
using namespace preau::crash;

namespace {

/// A box that is wrong in one way, to show that the series would notice.
enum class CopyWeakness { none, unsynced, acknowledged_at_once };

struct CopyTally {
    std::uint64_t recoveries = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t lost = 0;
    std::uint64_t wrong = 0;
    std::uint64_t unattached = 0;
};

void judge(const Disk& disk, std::size_t acknowledged, CopyTally& tally) {
    const auto found = recover(disk);
    const auto& written = CopyRoom::history().entries;
    ++tally.recoveries;
    tally.acknowledged += acknowledged;
    if (found.size() < acknowledged) ++tally.lost;
    if (found.size() > written.size() || !std::equal(found.begin(), found.end(), written.begin()))
        ++tally.wrong;
}

/// One day: the history in small transactions, the stick's power cut after every operation.
class Day {
  public:
    explicit Day(std::uint64_t seed, CopyWeakness weakness = CopyWeakness::none)
        : random_(seed), medium_(seed), weakness_(weakness) {
        if (weakness == CopyWeakness::unsynced) medium_.lie_about_syncs();
        // The first day begins with an empty stick, the others with a file that was made before.
        if (seed > 1) medium_.put(CopyRoom::file_name(), Bytes(kFileBytes));
    }

    CopyMedium& medium() { return medium_; }
    CopyTally& tally() { return tally_; }

    void run() {
        CopyRoom room(medium_);
        while (room.size() < kRecords) {
            room.write(1 + random_.below(6));
            if (weakness_ == CopyWeakness::acknowledged_at_once)
                told_ = std::max(told_, room.size());
            step(room);
            if (random_.below(8) == 0) room.pass(seconds(2));
        }
        medium_.heal();
        for (int i = 0; i < 3; ++i) {
            room.pass(seconds(2));
            step(room);
        }
        if (!room.is_attached() || recover(medium_.disk()).size() != room.size())
            ++tally_.unattached;
    }

    /// Judges a picture of the stick now and then: each is a copy of all its pending writes.
    void cut_power_everywhere() {
        medium_.watch([this] {
            for (int damage = 0; damage < kDamages; ++damage)
                judge(medium_.disk().after_power_cut(static_cast<Damage>(damage), random_), told_,
                      tally_);
        });
    }

  private:
    static constexpr std::size_t kRecords = 40;
    static constexpr std::size_t kFileBytes = 100'000;

    void step(CopyRoom& room) {
        for (room.follow(); room.worker().waiting() > 0; room.follow()) {
            told_ = std::max(told_, room.acknowledged());
            room.worker().do_one();
        }
        told_ = std::max(told_, room.acknowledged());
    }

    SplitMix64 random_;
    CopyMedium medium_;
    CopyWeakness weakness_;
    CopyTally tally_;
    std::size_t told_ = 0;
};

CopyTally cut_power(std::uint64_t seed, CopyWeakness weakness = CopyWeakness::none) {
    Day day(seed, weakness);
    day.cut_power_everywhere();
    day.run();
    return day.tally();
}

/// The operation of that number fails, and then the power goes.
CopyTally fail_operation(std::uint64_t operation, CopyMedium::Fails fails) {
    Day day(operation + 1);
    day.medium().fail_at(operation, fails);
    day.run();
    CHECK(day.medium().retried_syncs() == 0);
    return day.tally();
}

}  // namespace

TEST_CASE("second copy: cut after every operation, what was acknowledged is on the stick alone") {
    CopyTally all;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const auto tally = cut_power(seed);
        CHECK(tally.lost == 0);
        CHECK(tally.wrong == 0);
        CHECK(tally.unattached == 0);
        all.recoveries += tally.recoveries;
        all.acknowledged += tally.acknowledged;
    }
    CHECK(all.recoveries > 3000);
    CHECK(all.acknowledged > all.recoveries);
    WARN("recoveries " << all.recoveries << ", acknowledged records " << all.acknowledged
                       << ", lost 0");
}

TEST_CASE("second copy: whatever operation fails, once or for ever, the copy is whole afterwards") {
    std::uint64_t operations = 0;
    {
        Day day(1);
        day.run();
        operations = day.medium().operations();
    }
    for (std::uint64_t operation = 0; operation < operations; ++operation)
        for (const auto fails : {CopyMedium::Fails::once, CopyMedium::Fails::from_there_on}) {
            const auto tally = fail_operation(operation, fails);
            if (tally.unattached > 0) FAIL("operation " << operation);
        }
}

TEST_CASE("teeth: the series sees a stick that is not synced") {
    CHECK(cut_power(1, CopyWeakness::unsynced).lost > 0);
}

TEST_CASE("teeth: the series sees a reply that does not wait for the stick") {
    CHECK(cut_power(1, CopyWeakness::acknowledged_at_once).lost > 0);
}
