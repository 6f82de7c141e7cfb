// SPDX-License-Identifier: Apache-2.0
#include "pack/question_fields.hpp"

#include "json/read.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <algorithm>

namespace preau::pack {

namespace {

using answers::Kind;

json::Value to_json(const Texts& texts) {
    return json::Object{{"instruction", texts.instruction_html},
                        {"proposals", to_array(texts.proposals_html)},
                        {"targets", to_array(texts.targets_html)},
                        {"labels", to_array(texts.labels_html)},
                        {"alternative", texts.alternative}};
}

json::Value to_json(const Field& field) {
    return json::Object{
        {"name", field.name}, {"format", word(field.format)}, {"options", to_array(field.options)}};
}

json::Value to_json(const Picture& picture) {
    return json::Object{
        {"media", picture.media}, {"width", picture.width}, {"height", picture.height}};
}

json::Value to_json(const Attachment& attachment) {
    return json::Object{
        {"media", attachment.media}, {"name", attachment.name}, {"bytes", attachment.bytes}};
}

json::Value to_json(const Simulator& simulator) {
    return json::Object{{"media", simulator.media},
                        {"title", simulator.title},
                        {"height", simulator.height},
                        {"scene", simulator.scene},
                        {"answers", simulator.answers}};
}

template <class T>
json::Value optional_to_json(const std::optional<T>& value) {
    return value ? to_json(*value) : json::Value(nullptr);
}

template <class T>
json::Array list_to_json(const std::vector<T>& values) {
    json::Array array;
    for (const auto& value : values) array.push_back(to_json(value));
    return array;
}

answers::Format read_format(json::Fields& fields) {
    const auto format = format_from_word(fields.text("format", format::id_bytes_max));
    if (!format) fields.refuse("format", "out_of_range", "Ce format n'est pas connu.");
    return format.value_or(answers::Format::text);
}

Texts read_one_language(const json::Value& value, const std::string& path, json::Fields& outer) {
    json::Fields fields(value, path);
    Texts texts;
    texts.instruction_html = fields.text("instruction", format::instruction_bytes_max);
    texts.proposals_html =
        read_texts(fields, "proposals", format::proposals_max, format::proposal_bytes_max);
    texts.targets_html =
        read_texts(fields, "targets", format::proposals_max, format::proposal_bytes_max);
    texts.labels_html =
        read_texts(fields, "labels", format::fields_max, format::proposal_bytes_max);
    texts.alternative = fields.text("alternative", format::alternative_bytes_max);
    outer.close(fields);
    return texts;
}

void read_languages(json::Fields& fields, Question& question) {
    question.french = read_one_language(fields.value("french"), fields.path("french"), fields);
    const auto& english = fields.value("english");
    if (!english.is_null())
        question.english = read_one_language(english, fields.path("english"), fields);
}

void read_form(json::Fields& fields, Question& question) {
    question.format = read_format(fields);
    question.options =
        read_texts(fields, "options", format::options_max, format::solution_bytes_max);
    for (const auto& value : fields.array("fields", format::fields_max)) {
        json::Fields inner(value, fields.path("fields", question.fields.size()));
        Field field;
        field.name = inner.text("name", format::id_bytes_max);
        field.format = read_format(inner);
        field.options =
            read_texts(inner, "options", format::options_max, format::solution_bytes_max);
        fields.close(inner);
        question.fields.push_back(std::move(field));
    }
}

void read_files(json::Fields& fields, Question& question) {
    if (const auto& value = fields.value("picture"); !value.is_null()) {
        json::Fields inner(value, fields.path("picture"));
        Picture picture;
        picture.media = inner.text("media", format::media_name_bytes_max);
        picture.width = static_cast<int>(inner.integer("width", 1, format::picture_side_max));
        picture.height = static_cast<int>(inner.integer("height", 1, format::picture_side_max));
        fields.close(inner);
        question.picture = std::move(picture);
    }
    for (const auto& value : fields.array("attachments", format::attachments_max)) {
        json::Fields inner(value, fields.path("attachments", question.attachments.size()));
        Attachment attachment;
        attachment.media = inner.text("media", format::media_name_bytes_max);
        attachment.name = inner.text("name", format::id_bytes_max);
        attachment.bytes = static_cast<std::uint64_t>(
            inner.integer("bytes", 1, static_cast<std::int64_t>(format::media_bytes_max)));
        fields.close(inner);
        question.attachments.push_back(std::move(attachment));
    }
    if (const auto& value = fields.value("simulator"); !value.is_null()) {
        json::Fields inner(value, fields.path("simulator"));
        Simulator simulator;
        simulator.media = inner.text("media", format::media_name_bytes_max);
        simulator.title = inner.text("title", format::label_bytes_max);
        simulator.height = static_cast<int>(
            inner.integer("height", format::simulator_height_min, format::simulator_height_max));
        simulator.scene = inner.text("scene", format::scene_bytes_max);
        if (const auto scene = json::read(simulator.scene); !scene || scene->object() == nullptr)
            inner.refuse("scene", "malformed", "Une scène est un objet JSON.");
        simulator.answers = inner.boolean("answers");
        fields.close(inner);
        question.simulator = std::move(simulator);
    }
}

bool is_short(Kind kind) { return kind == Kind::qroc; }

bool is_qrocm(Kind kind) { return kind == Kind::qrocm_ind || kind == Kind::qrocm_dep; }

bool have_form_of(const Texts& texts, const Question& question) {
    const bool typed = is_short(question.kind) || is_qrocm(question.kind);
    return !texts.instruction_html.empty() &&
           (typed ? texts.proposals_html.empty() : texts.proposals_html.size() >= 2) &&
           texts.targets_html.empty() == (question.kind != Kind::matching) &&
           texts.labels_html.size() == question.fields.size() &&
           texts.alternative.empty() == !question.picture.has_value();
}

bool same_counts(const Texts& a, const Texts& b) {
    return a.proposals_html.size() == b.proposals_html.size() &&
           a.targets_html.size() == b.targets_html.size() &&
           a.labels_html.size() == b.labels_html.size();
}

bool has_options_of(answers::Format format, const std::vector<std::string>& options) {
    return format == answers::Format::select ? options.size() >= 2 : options.empty();
}

void check_form(json::Fields& fields, const Question& question) {
    const auto refuse = [&](std::string_view name) {
        fields.refuse(name, "out_of_range", "Ce texte ne convient pas au type de la question.");
    };
    if (!have_form_of(question.french, question)) refuse("french");
    if (question.english && (!have_form_of(*question.english, question) ||
                             !same_counts(*question.english, question.french)))
        refuse("english");
    if (question.fields.empty() == is_qrocm(question.kind)) refuse("fields");
    if (question.format != answers::Format::text && !is_short(question.kind)) refuse("format");
    bool options = has_options_of(question.format, question.options);
    for (const auto& field : question.fields)
        options = options && has_options_of(field.format, field.options);
    if (!options) refuse("options");
    if (question.simulator && question.simulator->answers && !is_short(question.kind))
        refuse("simulator");
}

}  // namespace

json::Array to_array(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::vector<std::string> read_texts(json::Fields& fields, std::string_view name,
                                    std::size_t count_max, std::size_t bytes_max) {
    std::vector<std::string> texts;
    for (const auto& value : fields.array(name, count_max)) {
        const auto* text = value.text();
        if (text == nullptr || text->empty() || text->size() > bytes_max)
            fields.refuse(name, "malformed", "Des textes non vides sont attendus.");
        else
            texts.push_back(*text);
    }
    return texts;
}

json::Value question_to_json(const Question& question) {
    return json::Object{{"item", question.item},
                        {"type", word(question.kind)},
                        {"french", to_json(question.french)},
                        {"english", optional_to_json(question.english)},
                        {"format", word(question.format)},
                        {"options", to_array(question.options)},
                        {"fields", list_to_json(question.fields)},
                        {"picture", optional_to_json(question.picture)},
                        {"attachments", list_to_json(question.attachments)},
                        {"simulator", optional_to_json(question.simulator)},
                        {"timer_seconds", question.timer_seconds},
                        {"focus", question.focus},
                        {"needs_internet", question.needs_internet},
                        {"accessible_blind", question.accessible_blind},
                        {"accessible_colour", question.accessible_colour},
                        {"licence", question.licence},
                        {"author", question.author}};
}

void read_question_fields(json::Fields& fields, Question& question) {
    read_languages(fields, question);
    read_form(fields, question);
    read_files(fields, question);
    question.timer_seconds =
        static_cast<int>(fields.integer("timer_seconds", 0, format::timer_seconds_max));
    question.focus = fields.boolean("focus");
    question.needs_internet = fields.boolean("needs_internet");
    question.accessible_blind = fields.boolean("accessible_blind");
    question.accessible_colour = fields.boolean("accessible_colour");
    question.licence = fields.text("licence", format::label_bytes_max);
    question.author = fields.text("author", format::label_bytes_max);
    if (fields.ok()) check_form(fields, question);
}

}  // namespace preau::pack
