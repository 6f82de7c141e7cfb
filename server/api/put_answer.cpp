// SPDX-License-Identifier: Apache-2.0
#include "api/put_answer.hpp"

#include "api/answer_value.hpp"
#include "api/candidate_view.hpp"
#include "api/idempotency_key.hpp"
#include "api/json_response.hpp"
#include "api/question_view.hpp"
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

/// Once the session is sealed its keys are gone: what was saved is still said, unsigned.
json::Value signature_view(const std::optional<room::AnswerReceipt::EpochSignature>& signature) {
    if (!signature) return nullptr;
    return json::Object{{"epoch", signature->epoch}, {"bytes", to_base64(signature->bytes)}};
}

json::Value receipt_view(const room::AnswerReceipt& receipt) {
    return json::Object{{"epoch", receipt.answer.epoch},
                        {"seq", receipt.answer.sequence},
                        {"leaf", to_hex(receipt.answer.leaf)},
                        {"tick", receipt.answer.tick.ms},
                        {"signature", signature_view(receipt.signature)}};
}

/// A value that no form of ours can send is malformed, not wrong. Looked at for the question that
/// is asked only: of the others nothing is said, not even what shape an answer would have.
std::optional<Problem> misshapen(const Device& device, const Input& input) {
    const auto& session = *device.session;
    const auto& candidate = *session.state().find(device.candidate);
    const auto* asked = candidate.phase == exam::Phase::in_progress ? candidate.current() : nullptr;
    if (asked == nullptr || asked->item != input.item) return std::nullopt;
    if (is_answer_value(question_of(session, asked->item), input.value)) return std::nullopt;
    return problem_of(json::FieldProblem{
        "value", "malformed", "Cette réponse n’a pas la forme attendue. Rechargez la page."});
}

}  // namespace

http::Response put_answer(World& world, const Call& call) {
    const auto command = read_idempotency_key(call.request);
    if (const auto* problem = std::get_if<Problem>(&command)) return to_response(*problem);
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    if (const auto problem = misshapen(call.device, input)) return to_response(*problem);

    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto number = static_cast<int>(call.number);
    const auto answered = session.act(exam::command::AnswerQuestion{
        candidate, number, input.item, input.value, std::get<CommandId>(command)});
    if (!answered) return to_response(problem_of(answered.error()));
    world.acknowledged = &session;
    const auto copies = session.needs_copy() ? Copies::box_and_copy : copies_of(session, candidate);
    return json_response(200,
                         json::Object{{"receipt", receipt_view(session.receipt(candidate, number))},
                                      {"view", candidate_view(session, candidate, true, copies)}});
}

}  // namespace preau::api
