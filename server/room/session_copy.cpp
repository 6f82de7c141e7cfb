// SPDX-License-Identifier: Apache-2.0
#include "room/session_copy.hpp"

#include "room/live_session.hpp"
#include "seal/authorisation.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

#include <climits>

namespace preau::room {

namespace {

/// A stick with a loose contact must leave the journal to the answers.
constexpr int kCopyEventsMax = 100;

}  // namespace

bool requires_copy(const store::SessionRow& row) {
    const auto payload = seal::unverified_payload(row.authorisation, seal::kAuthorisationType);
    if (!payload) return false;
    const auto authorisation = seal::read_authorisation(*payload);
    return authorisation && authorisation->mirror_required;
}

bool LiveSession::needs_copy() const {
    return copy_required_ && !state_.second_copy.waived && !sealed();
}

void LiveSession::note_copy(const store::CopyStanding& standing) {
    if (standing == copy_) return;
    const auto before = std::exchange(copy_, standing);
    for (const auto& [number, candidate] : state_.candidates)
        if (const auto last = last_answer(number);
            last && before.holds(*last) != standing.holds(*last))
            changed_.insert(number);
    if (before.state == standing.state && before.loss == standing.loss) return;
    changed_.insert(CandidateNumber{});
    record_copy();
}

void LiveSession::record_copy() {
    if (sealed() || copy_.state == store::CopyStanding::State::unknown) return;
    if (copy_events_ >= kCopyEventsMax) return;
    const bool attached = copy_.state == store::CopyStanding::State::attached;
    const auto told = attached ? act(exam::command::AttachSecondCopy{})
                               : act(exam::command::LoseSecondCopy{copy_.loss});
    if (told && !told->empty()) ++copy_events_;
}

bool LiveSession::has_copy(CandidateNumber candidate) const {
    const auto last = last_answer(candidate);
    return last && copy_.holds(*last);
}

/// Number of the record that holds it.
std::optional<std::uint64_t> LiveSession::last_answer(CandidateNumber candidate) const {
    const auto after = answers_.upper_bound({candidate, INT_MAX});
    if (after == answers_.begin() || std::prev(after)->first.candidate != candidate)
        return std::nullopt;
    return std::prev(after)->second.sequence;
}

}  // namespace preau::room
