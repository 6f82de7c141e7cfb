// SPDX-License-Identifier: Apache-2.0
#include "api/send_message.hpp"

#include "api/invigilator_act.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

std::string read(json::Fields& fields) {
    auto text = written_text(fields, "text", limits::message_bytes_max);
    if (text.empty()) fields.refuse("text", "missing", "Écrivez le message.");
    return text;
}

}  // namespace

http::Response send_message(World& world, const Call& call) {
    return act_for_room(world, call, read, [](const std::string& text, exam::By by) {
        return exam::command::SendMessage{text, by};
    });
}

}  // namespace preau::api
