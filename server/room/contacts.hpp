// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"

#include <map>
#include <optional>

namespace preau::room {

/// When each candidate's device was last heard of, on the boot clock. Memory only: hearing is not a
/// fact of the exam, only losing and finding again are.
class Contacts {
  public:
    /// A device that has not spoken yet is as if heard at that instant.
    explicit Contacts(Duration opened) : opened_(opened) {}

    void hear(CandidateNumber candidate, Duration now) { heard_[candidate] = now; }
    std::optional<Duration> last_heard(CandidateNumber candidate) const;
    Duration last_heard_or_opening(CandidateNumber candidate) const;

  private:
    Duration opened_;
    std::map<CandidateNumber, Duration> heard_;
};

}  // namespace preau::room
