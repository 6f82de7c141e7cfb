// SPDX-License-Identifier: Apache-2.0
#include "api/question_view.hpp"

#include "api/attachments.hpp"
#include "base/check.hpp"
#include "exam/timer.hpp"
#include "json/read.hpp"
#include "pack/words.hpp"

#include <algorithm>

namespace preau::api {

namespace {

using json::Object;

json::Array texts_view(const std::vector<std::string>& texts) {
    return json::Array(texts.begin(), texts.end());
}

json::Array fields_view(const pack::Question& question) {
    json::Array fields;
    for (std::size_t i = 0; i < question.fields.size(); ++i)
        fields.push_back(Object{{"name", question.fields[i].name},
                                {"label_html", question.french.labels_html.at(i)},
                                {"format", pack::word(question.fields[i].format)},
                                {"options", texts_view(question.fields[i].options)}});
    return fields;
}

json::Value english_view(const std::optional<pack::Texts>& english) {
    if (!english) return nullptr;
    return Object{{"instruction_html", english->instruction_html},
                  {"proposals_html", texts_view(english->proposals_html)},
                  {"targets_html", texts_view(english->targets_html)},
                  {"labels_html", texts_view(english->labels_html)},
                  {"alternative", english->alternative}};
}

json::Value picture_view(const pack::Question& question) {
    if (!question.picture) return nullptr;
    return Object{{"url", "/media/" + question.picture->media},
                  {"alternative", question.french.alternative},
                  {"width", question.picture->width},
                  {"height", question.picture->height}};
}

json::Array attachments_view(const pack::Question& question) {
    json::Array attachments;
    for (const auto& attachment : question.attachments)
        attachments.push_back(Object{{"url", attachment_url(attachment)},
                                     {"name", attachment.name},
                                     {"bytes", attachment.bytes}});
    return attachments;
}

json::Value simulator_view(const std::optional<pack::Simulator>& simulator) {
    if (!simulator) return nullptr;
    const auto scene = json::read(simulator->scene);
    PREAU_CHECK(scene.has_value());  // the pack's reader has read it
    return Object{{"url", "/media/" + simulator->media},
                  {"title", simulator->title},
                  {"height", simulator->height},
                  {"scene", *scene},
                  {"answers", simulator->answers}};
}

json::Value timer_view(const exam::Conduct& conduct) {
    if (conduct.timer_seconds == 0) return nullptr;
    return conduct.timer_seconds;
}

json::Value timer_left_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    const auto left = exam::timer_left(candidate, session.now(), session.content());
    if (!left) return nullptr;
    return left->ms;
}

}  // namespace

const pack::Question& question_of(const room::LiveSession& session, std::string_view item) {
    const auto& questions = session.pack().questions;
    const auto found = std::ranges::find(questions, item, &pack::Question::item);
    PREAU_CHECK(found != questions.end());
    return *found;
}

json::Value question_view(const room::LiveSession& session, const exam::Candidate& candidate) {
    const auto* asked = candidate.current();
    if (asked == nullptr) return nullptr;
    const auto& whole = question_of(session, asked->item);
    const auto& conduct = session.content().conduct_of(asked->item);
    const bool is_open = asked->opening || !conduct.must_be_opened();
    pack::Question closed;
    const auto& question = is_open ? whole : closed;
    return Object{{"number", asked->number},
                  {"item", asked->item},
                  {"kind", pack::word(whole.kind)},
                  {"instruction_html", question.french.instruction_html},
                  {"proposals_html", texts_view(question.french.proposals_html)},
                  {"targets_html", texts_view(question.french.targets_html)},
                  {"fields", fields_view(question)},
                  {"format", pack::word(question.format)},
                  {"options", texts_view(question.options)},
                  {"english", english_view(question.english)},
                  {"picture", picture_view(question)},
                  {"attachments", attachments_view(question)},
                  {"simulator", simulator_view(question.simulator)},
                  {"timer_seconds", timer_view(conduct)},
                  {"timer_remaining_ms", timer_left_view(session, candidate)},
                  {"focus", conduct.focus},
                  {"focus_lost", asked->focus_lost},
                  {"opened", is_open}};
}

}  // namespace preau::api
