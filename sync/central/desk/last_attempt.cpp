// SPDX-License-Identifier: Apache-2.0
#include "central/desk/last_attempt.hpp"

#include <algorithm>

namespace preau::central {

namespace {

constexpr Duration kDay = minutes(24 * 60);

/// How far a clock of that quality may be from the true time; nothing when it says nothing.
std::optional<Duration> trusted_within(ClockQuality quality) {
    switch (quality) {
        case ClockQuality::unknown:
        case ClockQuality::floor:
            return std::nullopt;
        case ClockQuality::operator_set:
            return kDay;  // the hour was typed with care, the day was perhaps not
        case ClockQuality::rtc:
            return minutes(60);  // drifts by seconds a day, and may be an hour off in summer
        case ClockQuality::ntp:
        case ClockQuality::central:
            return minutes(1);
    }
    PREAU_UNREACHABLE();
}

/// Another machine vouched for the time: believed even outside the window, which a school may have
/// overridden.
bool is_vouched_for(ClockQuality quality) {
    return quality == ClockQuality::ntp || quality == ClockQuality::central;
}

Period claimed(const Attempt& attempt) {
    if (attempt.quality == ClockQuality::floor)  // the true time is never before it
        return {attempt.started, attempt.authorised_until};
    const auto within = trusted_within(attempt.quality);
    if (!within) return {attempt.authorised_from, attempt.authorised_until};
    return {attempt.started + (Duration{} - *within), attempt.started + *within};
}

std::vector<AttemptId> ids_of(std::span<const Attempt> attempts) {
    std::vector<AttemptId> ids;
    for (const auto& attempt : attempts) ids.push_back(attempt.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// The index of the attempt that began after all the others, if one surely did.
std::optional<std::size_t> surely_last(std::span<const Attempt> attempts) {
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        const auto earliest = start_period(attempts[i]).earliest;
        bool is_last = true;
        for (std::size_t j = 0; j < attempts.size(); ++j)
            if (j != i && start_period(attempts[j]).latest >= earliest) is_last = false;
        if (is_last) return i;
    }
    return std::nullopt;
}

Doubt doubt_of(std::span<const Attempt> attempts, std::optional<std::size_t> last) {
    if (!last) return Doubt::order_open;
    const bool is_retake = attempts.size() > 1;
    const bool is_validated = attempts[*last].status == exam::ResultStatus::validated;
    return is_retake && !is_validated ? Doubt::retake_not_validated : Doubt::none;
}

}  // namespace

std::string_view word(Doubt doubt) {
    switch (doubt) {
        case Doubt::none:
            return "none";
        case Doubt::order_open:
            return "order_open";
        case Doubt::retake_not_validated:
            return "retake_not_validated";
    }
    PREAU_UNREACHABLE();
}

Period start_period(const Attempt& attempt) {
    const Period window{attempt.authorised_from, attempt.authorised_until};
    const auto clock = claimed(attempt);
    const Period both{std::max(window.earliest, clock.earliest),
                      std::min(window.latest, clock.latest)};
    if (both.earliest <= both.latest) return both;
    return is_vouched_for(attempt.quality) ? clock : window;  // else the clock is plainly wrong
}

Counting counting(std::span<const Attempt> attempts, const std::optional<Settlement>& settlement) {
    PREAU_CHECK(!attempts.empty());
    Counting out;
    out.counts = surely_last(attempts);
    out.doubt = doubt_of(attempts, out.counts);
    if (out.doubt == Doubt::none) return out;
    out.counts.reset();
    if (!settlement || settlement->considered != ids_of(attempts)) return out;
    for (std::size_t i = 0; i < attempts.size(); ++i)
        if (attempts[i].id == settlement->kept) out.counts = i;
    return out;
}

}  // namespace preau::central
