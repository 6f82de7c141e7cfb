// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crash/copy_medium.hpp"
#include "crash/laboratory.hpp"
#include "support/keyed_cipher.hpp"
#include "support/manual_clock.hpp"

namespace preau::crash {

/// A room that writes the journal of the usual history's first session, with its second copy: the
/// journal's own disk never fails here, since it is the one that is lost afterwards.
class CopyRoom {
  public:
    explicit CopyRoom(CopyMedium& medium) : worker_(medium), copy_(worker_, records(), clock_, {}) {
        copy_.keep(sheet(), chain(), cipher());
    }

    static const SessionHistory& history() { return usual_history()[0]; }
    static store::CopyChain chain() {
        return {history().trust.session, history().trust.authorisation};
    }
    static std::shared_ptr<const store::PayloadCipher> cipher() {
        return std::make_shared<test::KeyedCipher>(std::uint8_t{7});
    }
    static store::CopySheet sheet() { return {history().row, {"certificate"}}; }
    static std::string file_name() { return store::copy_name(chain().session); }

    /// More of the history is on the box's own disk.
    void write(std::size_t count) { size_ = std::min(size_ + count, history().entries.size()); }
    std::size_t size() const { return size_; }
    void follow() {
        const auto followed = copy_.follow([this](const SessionId&) { return size_; });
        PREAU_CHECK(followed.has_value());
        acknowledged_ = std::max<std::size_t>(acknowledged_, standing().kept);
    }
    /// Follows, and lets jobs be done, until nothing is left to do.
    void settle() {
        for (follow(); worker_.waiting() > 0; follow()) worker_.do_one();
    }
    void pass(Duration duration) { clock_.pass(duration); }
    store::CopyStanding standing() const { return copy_.standing(chain().session); }
    bool is_attached() const { return standing().state == store::CopyStanding::State::attached; }
    bool is_lost(store::CopyLoss loss) const {
        return standing().state == store::CopyStanding::State::lost && standing().loss == loss;
    }
    PatientWorker& worker() { return worker_; }
    /// Records whose reply would have left under the policy that waits for the copy.
    std::size_t acknowledged() const { return acknowledged_; }

  private:
    store::SecondCopy::Records records() {
        return [this](const SessionId&, std::uint64_t from,
                      std::size_t count) -> Result<std::vector<record::Entry>> {
            const auto begin = history().entries.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = std::min<std::size_t>(size_, from + count);
            return std::vector(begin, history().entries.begin() + static_cast<std::ptrdiff_t>(end));
        };
    }

    test::ManualClock clock_;
    PatientWorker worker_;
    std::size_t size_ = 0;
    std::size_t acknowledged_ = 0;
    store::SecondCopy copy_;
};

/// What another box would find on the stick.
std::vector<record::Entry> recover(const Disk& disk);

}  // namespace preau::crash
