// SPDX-License-Identifier: Apache-2.0
#include "api/put_draft.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

struct Input {
    std::string item;
    std::string value;
};

Input read(json::Fields& fields) {
    Input input;
    input.item = fields.text("item", limits::item_bytes_max);
    input.value = fields.text("value", limits::answer_bytes_max);
    return input;
}

std::optional<exam::Refusal> refused(const exam::Candidate& candidate, const std::string& item) {
    if (candidate.phase == exam::Phase::finished) return exam::Refusal::test_ended;
    if (candidate.phase != exam::Phase::in_progress) return exam::Refusal::not_started;
    const auto* asked = candidate.current();
    if (asked == nullptr || asked->item != item) return exam::Refusal::wrong_question;
    return std::nullopt;
}

}  // namespace

http::Response put_draft(World& world, const Call& call) {
    auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& input = std::get<Input>(body);
    auto& session = *call.device.session;
    const auto number = call.device.candidate;
    if (const auto no = refused(*session.state().find(number), input.item))
        return to_response(problem_of(*no));
    session.put_draft(number,
                      {std::move(input.item), std::move(input.value), world.clock.wall_now()});
    return json_response(200, json::Object{});
}

}  // namespace preau::api
