// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "pack/words.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::pack {

namespace {

json::Array texts(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

json::Value picture_to_json(const Question& question) {
    const auto& picture = question.picture;
    if (!picture) return nullptr;
    return json::Object{{"media", picture->media},
                        {"alternative", question.french.alternative},
                        {"width", picture->width},
                        {"height", picture->height}};
}

json::Value to_json(const Question& question) {
    return json::Object{{"item", question.item},
                        {"type", word(question.kind)},
                        {"instruction", question.french.instruction_html},
                        {"proposals", texts(question.french.proposals_html)},
                        {"format", word(question.format)},
                        {"picture", picture_to_json(question)},
                        {"accessible_blind", question.accessible_blind},
                        {"accessible_colour", question.accessible_colour},
                        {"licence", question.licence},
                        {"author", question.author}};
}

std::optional<Picture> read_picture(json::Fields& question, std::string& alternative) {
    const auto& value = question.value("picture");
    if (value.is_null()) return std::nullopt;
    json::Fields fields(value, question.path("picture"));
    Picture picture;
    picture.media = fields.text("media", format::id_bytes_max + 4);
    alternative = fields.text("alternative", format::alternative_bytes_max);
    picture.width = static_cast<int>(fields.integer("width", 1, format::picture_side_max));
    picture.height = static_cast<int>(fields.integer("height", 1, format::picture_side_max));
    question.close(fields);
    return picture;
}

std::vector<std::string> read_proposals(json::Fields& question, answers::Kind kind) {
    std::vector<std::string> proposals;
    for (const auto& value : question.array("proposals", format::proposals_max)) {
        const auto* text = value.text();
        if (text == nullptr || text->empty() || text->size() > format::proposal_bytes_max)
            question.refuse("proposals", "malformed", "Des textes non vides sont attendus.");
        else
            proposals.push_back(*text);
    }
    if (kind == answers::Kind::qroc ? !proposals.empty() : proposals.size() < 2)
        question.refuse("proposals", "out_of_range", "Le nombre de propositions ne convient pas.");
    return proposals;
}

std::string record_name(const json::Value& value, std::size_t index) {
    const auto* item = value.find("item");
    const auto* id = item == nullptr ? nullptr : item->text();
    return fmt::format("{}: question {} ({})", format::kPublicFile, index + 1,
                       id == nullptr ? "no item" : id->substr(0, format::id_bytes_max));
}

Result<Question> read_question(const json::Value& value, std::size_t index) {
    json::Fields fields(value);
    Question question;
    question.item = fields.text("item", format::id_bytes_max);
    const auto type = fields.text("type", format::id_bytes_max);
    const auto kind = kind_from_word(type);
    if (fields.ok() && !kind)
        return fail(Error::malformed(
            fmt::format("{}: type \"{}\" is not known to this version, only qcu, qcm and qroc are",
                        record_name(value, index), type)));
    question.kind = kind.value_or(answers::Kind::qcu);
    question.french.instruction_html = fields.text("instruction", format::instruction_bytes_max);
    question.french.proposals_html = read_proposals(fields, question.kind);
    const auto parsed = format_from_word(fields.text("format", format::id_bytes_max));
    if (!parsed) fields.refuse("format", "out_of_range", "Ce format n'est pas connu.");
    question.format = parsed.value_or(answers::Format::text);
    question.picture = read_picture(fields, question.french.alternative);
    question.accessible_blind = fields.boolean("accessible_blind");
    question.accessible_colour = fields.boolean("accessible_colour");
    question.licence = fields.text("licence", format::label_bytes_max);
    question.author = fields.text("author", format::label_bytes_max);
    if (auto finished = fields.finished(record_name(value, index)); !finished)
        return fail(std::move(finished.error()));
    return question;
}

/// A picture's name is the hash of its bytes: what is shown is what was signed.
bool is_name_of(std::string_view name, ByteView bytes) {
    const bool is_known = name.ends_with(".svg") || name.ends_with(".png");
    return is_known && name.substr(0, name.size() - 4) == to_hex(seal::sha256(bytes));
}

Result<void> read_media(const json::Array& entries, PublicPart& part) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto record = fmt::format("{}: media {}", format::kPublicFile, i + 1);
        json::Fields fields(entries[i]);
        auto name = fields.text("name", format::id_bytes_max + 4);
        auto content = fields.base64("content", format::picture_bytes_max);
        if (!is_name_of(name, content))
            fields.refuse("name", "malformed", "Le nom n'est pas l'empreinte du contenu.");
        if (!part.media.empty() && part.media.rbegin()->first >= name)
            fields.refuse("name", "out_of_range", "Les noms doivent croître.");
        if (auto finished = fields.finished(record); !finished) return finished;
        part.media.emplace(std::move(name), std::move(content));
    }
    return {};
}

Result<void> read_questions(const json::Array& entries, PublicPart& part) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        auto question = read_question(entries[i], i);
        if (!question) return fail(std::move(question.error()));
        if (!part.questions.empty() && part.questions.back().item >= question->item)
            return fail(
                Error::malformed(record_name(entries[i], i) + ": comes twice or out of order"));
        part.questions.push_back(std::move(*question));
    }
    return {};
}

/// Every picture shown is there, and no other.
Result<void> check_media(const PublicPart& part) {
    std::map<std::string, bool, std::less<>> is_shown;
    for (const auto& question : part.questions) {
        if (!question.picture) continue;
        if (!part.media.contains(question.picture->media))
            return fail(Error::malformed(fmt::format("{}: question {}: its picture {} is missing",
                                                     format::kPublicFile, question.item,
                                                     question.picture->media)));
        is_shown[question.picture->media] = true;
    }
    for (const auto& [name, bytes] : part.media)
        if (!is_shown.contains(name))
            return fail(Error::malformed(
                fmt::format("{}: media {}: no question shows it", format::kPublicFile, name)));
    return {};
}

}  // namespace

std::string write_public(const PublicPart& part) {
    json::Array questions;
    for (const auto& question : part.questions) questions.push_back(to_json(question));
    json::Array media;
    for (const auto& [name, bytes] : part.media)
        media.push_back(json::Object{{"name", name}, {"content", to_base64(bytes)}});
    return json::write(json::Object{{"v", format::kVersion},
                                    {"language", part.language},
                                    {"licence", part.licence},
                                    {"questions", std::move(questions)},
                                    {"media", std::move(media)}});
}

Result<PublicPart> read_public(ByteView bytes) {
    const auto document = json::read(as_text(bytes));
    if (!document) return fail(Error(document.error()).with_context(format::kPublicFile));
    json::Fields fields(*document);
    PublicPart part;
    fields.integer("v", format::kVersion, format::kVersion);
    part.language = fields.text("language", 2);
    part.licence = fields.text("licence", format::label_bytes_max);
    const auto& questions = fields.array("questions", format::questions_max);
    const auto& media = fields.array("media", format::questions_max);
    if (auto finished = fields.finished(format::kPublicFile); !finished)
        return fail(std::move(finished.error()));
    if (auto read = read_questions(questions, part); !read) return fail(std::move(read.error()));
    if (auto read = read_media(media, part); !read) return fail(std::move(read.error()));
    if (auto checked = check_media(part); !checked) return fail(std::move(checked.error()));
    return part;
}

}  // namespace preau::pack
