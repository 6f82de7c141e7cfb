// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "pack/question_fields.hpp"
#include "pack/words.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <set>

namespace preau::pack {

namespace {

std::string record_name(const json::Value& value, std::size_t index) {
    const auto* item = value.find("item");
    const auto* id = item == nullptr ? nullptr : item->text();
    return fmt::format("{}: question {} ({})", format::kPublicPart, index + 1,
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
            fmt::format("{}: type \"{}\" is not known to this version, see docs/formats/pack.md",
                        record_name(value, index), type)));
    question.kind = kind.value_or(answers::Kind::qcu);
    read_question_fields(fields, question);
    if (auto finished = fields.finished(record_name(value, index)); !finished)
        return fail(std::move(finished.error()));
    return question;
}

/// A media's name is the hash of its bytes: what is shown is what was signed.
bool is_name_of(std::string_view name, ByteView bytes) {
    const auto point = name.find('.');
    return point != std::string_view::npos && is_media_extension(name.substr(point + 1)) &&
           name.substr(0, point) == to_hex(seal::sha256(bytes));
}

Result<void> read_media(const json::Array& entries, PublicPart& part) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto record = fmt::format("{}: media {}", format::kPublicPart, i + 1);
        json::Fields fields(entries[i]);
        auto name = fields.text("name", format::media_name_bytes_max);
        auto content = fields.base64("content", format::media_bytes_max);
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

std::vector<std::string> media_of(const Question& question) {
    std::vector<std::string> names;
    if (question.picture) names.push_back(question.picture->media);
    for (const auto& attachment : question.attachments) names.push_back(attachment.media);
    if (question.simulator) names.push_back(question.simulator->media);
    return names;
}

/// Every file of a question is there, and no other.
Result<void> check_media(const PublicPart& part) {
    std::set<std::string, std::less<>> used;
    for (const auto& question : part.questions)
        for (auto& name : media_of(question)) {
            if (!part.media.contains(name))
                return fail(
                    Error::malformed(fmt::format("{}: question {}: its file {} is missing",
                                                 format::kPublicPart, question.item, name)));
            used.insert(std::move(name));
        }
    for (const auto& [name, bytes] : part.media)
        if (!used.contains(name))
            return fail(Error::malformed(
                fmt::format("{}: media {}: no question shows it", format::kPublicPart, name)));
    return {};
}

}  // namespace

std::string write_public(const PublicPart& part) {
    json::Array questions;
    for (const auto& question : part.questions) questions.push_back(question_to_json(question));
    json::Array media;
    for (const auto& [name, bytes] : part.media)
        media.push_back(json::Object{{"name", name}, {"content", to_base64(bytes)}});
    return json::write(json::Object{{"v", format::kVersion},
                                    {"kind", word(part.kind)},
                                    {"language", part.language},
                                    {"licence", part.licence},
                                    {"questions", std::move(questions)},
                                    {"media", std::move(media)}});
}

Result<PublicPart> read_public(ByteView bytes) {
    const auto document = json::read(as_text(bytes));
    if (!document) return fail(Error(document.error()).with_context(format::kPublicPart));
    json::Fields fields(*document);
    PublicPart part;
    fields.integer("v", format::kVersion, format::kVersion);
    const auto kind = pack_kind_from_word(fields.text("kind", format::id_bytes_max));
    if (!kind) fields.refuse("kind", "out_of_range", "Cette sorte de paquet n'est pas connue.");
    part.kind = kind.value_or(Kind::certification);
    part.language = fields.text("language", 2);
    part.licence = fields.text("licence", format::label_bytes_max);
    const auto& questions = fields.array("questions", format::questions_max);
    const auto& media = fields.array("media", format::media_max);
    if (auto finished = fields.finished(format::kPublicPart); !finished)
        return fail(std::move(finished.error()));
    if (auto read = read_questions(questions, part); !read) return fail(std::move(read.error()));
    if (auto read = read_media(media, part); !read) return fail(std::move(read.error()));
    if (auto checked = check_media(part); !checked) return fail(std::move(checked.error()));
    return part;
}

}  // namespace preau::pack
