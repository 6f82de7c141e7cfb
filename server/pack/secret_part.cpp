// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "pack/version_fields.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <set>

namespace preau::pack {

namespace {

json::Array texts(const std::vector<std::string>& words) { return {words.begin(), words.end()}; }

json::Value to_json(const adaptive::Item& item, const answers::Key& key) {
    return json::Object{{"item", item.id},
                        {"competence", item.competence},
                        {"tube", item.tube},
                        {"skill", item.skill},
                        {"discriminant", item.discriminant},
                        {"difficulty", item.difficulty},
                        {"solutions", texts(key.solutions)},
                        {"treatments", texts(treatment_words(key.treatments))}};
}

std::vector<std::string> read_texts(json::Fields& fields, std::string_view name,
                                    std::size_t count_max) {
    std::vector<std::string> texts;
    for (const auto& value : fields.array(name, count_max)) {
        const auto* text = value.text();
        if (text == nullptr || text->empty() || text->size() > format::solution_bytes_max)
            fields.refuse(name, "malformed", "Des textes non vides sont attendus.");
        else
            texts.push_back(*text);
    }
    return texts;
}

/// The numbers of "1,3" when each is a proposal's and they increase; else nothing.
std::set<std::size_t> proposal_numbers(std::string_view solution, std::size_t proposals) {
    std::set<std::size_t> numbers;
    while (!solution.empty()) {
        const auto word = solution.substr(0, solution.find(','));
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool is_whole = error == std::errc{} && end == word.data() + word.size();
        const bool increases = numbers.empty() || *numbers.rbegin() < number;
        if (!is_whole || number < 1 || number > proposals || !increases) return {};
        numbers.insert(number);
        solution.remove_prefix(std::min(word.size() + 1, solution.size()));
    }
    return numbers;
}

bool fits(const answers::Key& key, const Question& question) {
    if (key.solutions.empty()) return false;
    if (key.kind == answers::Kind::qroc) return true;
    const auto numbers =
        proposal_numbers(key.solutions.front(), question.french.proposals_html.size());
    if (key.solutions.size() != 1) return false;
    return key.kind == answers::Kind::qcu ? numbers.size() == 1 : numbers.size() > 1;
}

double read_within(json::Fields& fields, std::string_view name, double min, double max) {
    const double value = fields.number(name);
    if (!(value >= min && value <= max))
        fields.refuse(name, "out_of_range", "Ce nombre est hors des bornes.");
    return value;
}

adaptive::Item read_item(json::Fields& fields) {
    adaptive::Item item;
    item.id = fields.text("item", format::id_bytes_max);
    item.competence = fields.text("competence", format::id_bytes_max);
    if (!is_competence(item.competence))
        fields.refuse("competence", "out_of_range", "Cette compétence n'est pas du CRCN.");
    item.tube = fields.text("tube", format::id_bytes_max);
    item.skill = fields.text("skill", format::id_bytes_max);
    item.discriminant = read_within(fields, "discriminant", 0, format::discriminant_max);
    item.difficulty =
        read_within(fields, "difficulty", -format::difficulty_max, format::difficulty_max);
    return item;
}

answers::Key read_key(json::Fields& fields, const Question& question) {
    answers::Key key{.kind = question.kind, .format = question.format};
    key.solutions = read_texts(fields, "solutions", format::solutions_max);
    if (!fits(key, question))
        fields.refuse("solutions", "malformed", "La solution ne convient pas à la question.");
    const auto treatments = treatments_from_words(read_texts(fields, "treatments", 3));
    if (!treatments) fields.refuse("treatments", "malformed", "t1, t2, t3 sont attendus.");
    key.treatments = treatments.value_or(answers::Treatments{});
    return key;
}

Result<void> read_record(const json::Value& value, std::size_t index, const Question& question,
                         SecretPart& part) {
    json::Fields fields(value);
    auto item = read_item(fields);
    if (item.id != question.item)
        fields.refuse("item", "out_of_range", "Une autre question est attendue ici.");
    auto key = read_key(fields, question);
    const auto record =
        fmt::format("{}: question {} ({})", format::kSecretFile, index + 1, question.item);
    if (auto finished = fields.finished(record); !finished) return finished;
    part.items.push_back(std::move(item));
    part.keys.push_back(std::move(key));
    return {};
}

}  // namespace

std::string write_secret(const SecretPart& part) {
    json::Array questions;
    for (std::size_t i = 0; i < part.items.size(); ++i)
        questions.push_back(to_json(part.items[i], part.keys.at(i)));
    return json::write(
        json::Object{{"v", format::kVersion},
                     {"certification_version", version_to_json(part.certification_version)},
                     {"questions", std::move(questions)}});
}

Result<SecretPart> read_secret(ByteView bytes, const std::vector<Question>& questions) {
    const auto document = json::read(as_text(bytes));
    if (!document) return fail(Error(document.error()).with_context(format::kSecretFile));
    json::Fields fields(*document);
    SecretPart part;
    fields.integer("v", format::kVersion, format::kVersion);
    json::Fields version(fields.value("certification_version"), "certification_version");
    part.certification_version = read_version(version);
    fields.close(version);
    const auto& records = fields.array("questions", format::questions_max);
    if (fields.ok() && records.size() != questions.size())
        fields.refuse("questions", "out_of_range", "Les deux parties diffèrent.");
    if (auto finished = fields.finished(format::kSecretFile); !finished)
        return fail(std::move(finished.error()));
    if (auto checked = adaptive::check_version(part.certification_version); !checked)
        return fail(std::move(checked.error()).with_context(format::kSecretFile));
    for (std::size_t i = 0; i < records.size(); ++i)
        if (auto read = read_record(records[i], i, questions[i], part); !read)
            return fail(std::move(read.error()));
    return part;
}

}  // namespace preau::pack
