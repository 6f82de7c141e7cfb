// SPDX-License-Identifier: Apache-2.0
#include "agent/bundle_fate.hpp"

#include "base/check.hpp"
#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

#include <array>
#include <utility>

namespace preau::agent {

namespace {

using State = BundleFate::State;

constexpr std::size_t kWordsBytesMax = 4096;
constexpr std::array<std::pair<std::string_view, State>, 8> kStates = {{
    {"partial", State::partial},
    {"stored", State::stored},
    {"verifying", State::verifying},
    {"accepted", State::accepted},
    {"duplicate", State::duplicate},
    {"quarantined", State::quarantined},
    {"rejected", State::rejected},
    {"contested", State::contested},
}};

Obstacle portal(std::string detail) {
    return {.trouble = Trouble::portal, .detail = std::move(detail)};
}

State read_state(json::Fields& fields) {
    const auto text = fields.text("state", 32);
    for (const auto& [name, state] : kStates)
        if (name == text) return state;
    fields.refuse("state", "unknown", "");
    return State::partial;
}

}  // namespace

Result<BundleFate, Obstacle> read_fate(const HttpAnswer& answer) {
    if (answer.status == 404) return BundleFate{};  // as good as nothing of it
    if (auto obstacle = obstacle_of(answer, Speech::plain)) return fail(std::move(*obstacle));
    const auto body = json::read(answer.body);
    if (!body || body->object() == nullptr)
        return fail(portal("the state of a bundle is not the JSON that it should be"));
    json::Fields fields(*body);
    BundleFate fate;
    fate.state = read_state(fields);
    fate.code = fit_to_be_shown(fields.optional_text("code", kWordsBytesMax).value_or(""));
    fate.title = fit_to_be_shown(fields.optional_text("title", kWordsBytesMax).value_or(""));
    fate.detail = fit_to_be_shown(fields.optional_text("detail", kWordsBytesMax).value_or(""));
    fate.stored = fields.optional_text("stored", limits::note_bytes_max).value_or("");
    fate.receipt = fields.optional_text("receipt", limits::note_bytes_max).value_or("");
    // Members that a later platform adds are no reason to doubt: what counts is signed.
    if (!fields.ok()) return fail(portal("the state of a bundle lacks what it should say"));
    return fate;
}

Trouble trouble_of(BundleFate::State state) {
    switch (state) {
        case State::partial:
            return Trouble::damaged_on_the_way;
        case State::stored:
        case State::verifying:
            return Trouble::verifying;
        case State::accepted:
        case State::duplicate:
            return Trouble::receipt_wrong;
        case State::quarantined:
            return Trouble::quarantined;
        case State::rejected:
            return Trouble::rejected;
        case State::contested:
            return Trouble::contested;
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::agent
