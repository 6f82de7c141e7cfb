// SPDX-License-Identifier: Apache-2.0
#include "api/put_answer.hpp"

#include "api/answer_value.hpp"
#include "api/candidate_view.hpp"
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

json::Value receipt_view(const room::AnswerReceipt& receipt) {
    return json::Object{{"epoch", receipt.answer.epoch},
                        {"seq", receipt.answer.sequence},
                        {"leaf", to_hex(receipt.answer.leaf)},
                        {"tick", receipt.answer.tick.ms},
                        {"signature", to_base64(receipt.signature)}};
}

/// A value that no form of ours can send is malformed, not wrong.
std::optional<Problem> misshapen(const room::LiveSession& session, const Input& input) {
    const auto index = session.content().index_of(input.item);
    if (!index) return problem_of(exam::Refusal::wrong_question);
    const auto proposals = session.pack().questions.at(*index).proposals_html.size();
    if (is_answer_value(session.content().keys.at(*index), proposals, input.value))
        return std::nullopt;
    return Problem{400, "malformed", "Cette réponse n’a pas la forme attendue.", "value", 0};
}

}  // namespace

http::Response put_answer(World&, const Call& call) {
    const auto key = CommandId::from_hex(call.request.idempotency_key);
    if (!key)
        return to_response({400, "missing",
                            "L’en-tête Idempotency-Key doit porter 32 chiffres hexadécimaux.",
                            "Idempotency-Key", 0});
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    if (const auto problem = misshapen(session, input)) return to_response(*problem);

    const auto number = static_cast<int>(call.number);
    const auto answered = session.act(
        exam::command::AnswerQuestion{candidate, number, input.item, input.value, *key});
    if (!answered) return to_response(problem_of(answered.error()));
    return json_response(200,
                         json::Object{{"receipt", receipt_view(session.receipt(candidate, number))},
                                      {"view", candidate_view(session, candidate, true)}});
}

}  // namespace preau::api
