// SPDX-License-Identifier: Apache-2.0
#include "api/choose_display.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/station_words.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

exam::Display read(json::Fields& fields) {
    exam::Display display;
    display.text_percent = static_cast<int>(fields.integer("text_percent", 100, 200));
    display.spacing = read_word<exam::Spacing>(fields, "spacing");
    display.theme = read_word<exam::Theme>(fields, "theme");
    display.font = read_word<exam::Font>(fields, "font");
    display.ruler = fields.boolean("ruler");
    display.clock_hidden = fields.boolean("clock_hidden");
    display.voice = plain_text(fields, "voice", limits::voice_bytes_max);
    if (fields.ok() && !exam::is_valid(display))
        fields.refuse("text_percent", "malformed", "Une taille de 100 à 200, de 10 en 10.");
    return display;
}

}  // namespace

http::Response choose_display(World&, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto chosen =
        session.act(exam::command::ChooseDisplay{candidate, std::get<exam::Display>(body)});
    if (!chosen) return to_response(problem_of(chosen.error()));
    return json_response(200, json::Object{{"view", candidate_view(session, candidate, true)}});
}

json::Value display_view(const exam::Display& display) {
    return json::Object{{"text_percent", display.text_percent},
                        {"spacing", exam::word(display.spacing)},
                        {"theme", exam::word(display.theme)},
                        {"font", exam::word(display.font)},
                        {"ruler", display.ruler},
                        {"clock_hidden", display.clock_hidden},
                        {"voice", display.voice}};
}

}  // namespace preau::api
