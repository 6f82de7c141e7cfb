// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/ports.hpp"
#include "exam/result.hpp"

#include <optional>
#include <span>
#include <vector>

namespace preau::central {

/// Names one candidate of one session.
struct AttemptId {
    SessionId session;
    CandidateNumber candidate;

    auto operator<=>(const AttemptId&) const = default;
};

/// A certification of one person, as far as the order of several depends on it. When it arrived is
/// left out on purpose.
struct Attempt {
    AttemptId id;
    WallTime authorised_from;  ///< the window in which the platform let the exam be held
    WallTime authorised_until;
    WallTime started;  ///< as the box's wall clock said
    ClockQuality quality = ClockQuality::unknown;
    exam::ResultStatus status = exam::ResultStatus::validated;
};

/// When a test began, both ends included: the authorised window, narrowed as far as the clock can
/// be trusted.
struct Period {
    WallTime earliest;
    WallTime latest;

    bool operator==(const Period&) const = default;
};
Period start_period(const Attempt& attempt);

/// Why the rule alone cannot say which certification counts.
enum class Doubt {
    none,
    order_open,            ///< the clocks leave open which one was last
    retake_not_validated,  ///< there were earlier ones, and the last was cancelled or rejected
};
std::string_view word(Doubt doubt);

/// What a jury decided about a pair in doubt. It holds for exactly those attempts: one more asks
/// again.
struct Settlement {
    std::vector<AttemptId> considered;  ///< ascending
    AttemptId kept;
};

struct Counting {
    Doubt doubt = Doubt::none;
    /// The attempt that counts, an index; nothing while the jury has not settled a doubt.
    std::optional<std::size_t> counts;
};

/// "The last certification counts, better or not", of the attempts of one person, in any order;
/// at least one.
Counting counting(std::span<const Attempt> attempts, const std::optional<Settlement>& settlement);

}  // namespace preau::central
