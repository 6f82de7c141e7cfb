// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pack/format.hpp"
#include "pack/parts.hpp"
#include "pack/question_fields.hpp"
#include "pack/version_fields.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace preau::pack {

namespace {

json::Value to_json(const adaptive::Item& item, const answers::Key& key, const std::string& help) {
    json::Array fields;
    for (const auto& field : key.fields) fields.push_back(to_array(field.accepted));
    json::Array groups;
    for (const auto& group : key.groups) groups.push_back(to_array(group));
    return json::Object{{"item", item.id},
                        {"competence", item.competence},
                        {"tube", item.tube},
                        {"skill", item.skill},
                        {"discriminant", item.discriminant},
                        {"difficulty", item.difficulty},
                        {"price", item.price},
                        {"solutions", to_array(key.solutions)},
                        {"treatments", to_array(treatment_words(key.treatments))},
                        {"fields", std::move(fields)},
                        {"groups", std::move(groups)},
                        {"help", help}};
}

/// The numbers of "1,3" when each is 1 to `largest`; else nothing.
std::vector<std::size_t> numbers_of(std::string_view solution, std::size_t largest) {
    std::vector<std::size_t> numbers;
    while (!solution.empty()) {
        const auto word = solution.substr(0, solution.find(','));
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        const bool is_whole = error == std::errc{} && end == word.data() + word.size();
        if (!is_whole || number < 1 || number > largest) return {};
        numbers.push_back(number);
        solution.remove_prefix(std::min(word.size() + 1, solution.size()));
    }
    return numbers;
}

bool all_different(const std::vector<std::size_t>& numbers) {
    return std::set(numbers.begin(), numbers.end()).size() == numbers.size();
}

bool is_choice(const answers::Key& key, const Texts& texts) {
    using answers::Kind;
    if (key.solutions.size() != 1) return false;
    const auto count = texts.proposals_html.size();
    const bool matches = key.kind == Kind::matching;
    const auto numbers =
        numbers_of(key.solutions.front(), matches ? texts.targets_html.size() : count);
    if (matches) return numbers.size() == count;
    if (key.kind == Kind::ordering) return numbers.size() == count && all_different(numbers);
    if (key.kind == Kind::qcu) return numbers.size() == 1;
    return numbers.size() > 1 && all_different(numbers) && std::ranges::is_sorted(numbers);
}

bool have_accepted(const std::vector<answers::Field>& fields, bool expected) {
    return std::ranges::all_of(
        fields, [&](const answers::Field& field) { return field.accepted.empty() != expected; });
}

bool fits(const answers::Key& key, const Question& question) {
    using answers::Kind;
    if (key.fields.size() != question.fields.size()) return false;
    if (!have_accepted(key.fields, key.kind == Kind::qrocm_ind)) return false;
    if (key.kind == Kind::qrocm_dep)
        return key.solutions.empty() && key.groups.size() >= key.fields.size();
    if (!key.groups.empty()) return false;
    if (key.kind == Kind::qrocm_ind) return key.solutions.empty();
    if (key.kind == Kind::qroc) return !key.solutions.empty();
    return is_choice(key, question.french);
}

/// Lists of accepted texts, one for each field or group.
std::vector<std::vector<std::string>> read_lists(json::Fields& fields, std::string_view name,
                                                 std::size_t count_max) {
    std::vector<std::vector<std::string>> lists;
    for (const auto& value : fields.array(name, count_max)) {
        auto& list = lists.emplace_back();
        const auto* texts = value.array();
        const bool is_list = texts != nullptr && texts->size() <= format::solutions_max;
        if (!is_list) fields.refuse(name, "malformed", "Des listes de textes sont attendues.");
        for (std::size_t i = 0; is_list && i < texts->size(); ++i) {
            const auto* text = (*texts)[i].text();
            if (text == nullptr || text->empty() || text->size() > format::solution_bytes_max)
                fields.refuse(name, "malformed", "Des textes non vides sont attendus.");
            else
                list.push_back(*text);
        }
    }
    return lists;
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
    item.price = read_within(fields, "price", 0, format::price_max);
    return item;
}

answers::Key read_key(json::Fields& fields, const Question& question) {
    answers::Key key{.kind = question.kind, .format = question.format};
    key.solutions =
        read_texts(fields, "solutions", format::solutions_max, format::solution_bytes_max);
    auto accepted = read_lists(fields, "fields", format::fields_max);
    if (accepted.size() != question.fields.size())
        fields.refuse("fields", "out_of_range", "La question a d'autres champs.");
    for (std::size_t i = 0; i < std::min(accepted.size(), question.fields.size()); ++i)
        key.fields.push_back({.name = question.fields[i].name,
                              .format = question.fields[i].format,
                              .accepted = std::move(accepted[i])});
    key.groups = read_lists(fields, "groups", format::groups_max);
    if (!fits(key, question))
        fields.refuse("solutions", "malformed", "La solution ne convient pas à la question.");
    const auto treatments = treatments_from_words(read_texts(fields, "treatments", 3, 2));
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
    part.help_html.push_back(fields.text("help", format::help_bytes_max));
    const auto record =
        fmt::format("{}: question {} ({})", format::kSecretPart, index + 1, question.item);
    if (auto finished = fields.finished(record); !finished) return finished;
    part.items.push_back(std::move(item));
    part.keys.push_back(std::move(key));
    return {};
}

}  // namespace

std::string write_secret(const SecretPart& part) {
    json::Array questions;
    for (std::size_t i = 0; i < part.items.size(); ++i)
        questions.push_back(to_json(part.items[i], part.keys.at(i),
                                    part.help_html.empty() ? "" : part.help_html.at(i)));
    return json::write(
        json::Object{{"v", format::kVersion},
                     {"certification_version", version_to_json(part.certification_version)},
                     {"questions", std::move(questions)}});
}

Result<SecretPart> read_secret(ByteView bytes, const std::vector<Question>& questions) {
    const auto document = json::read(as_text(bytes));
    if (!document) return fail(Error(document.error()).with_context(format::kSecretPart));
    json::Fields fields(*document);
    SecretPart part;
    fields.integer("v", format::kVersion, format::kVersion);
    json::Fields version(fields.value("certification_version"), "certification_version");
    part.certification_version = read_version(version);
    fields.close(version);
    const auto& records = fields.array("questions", format::questions_max);
    if (fields.ok() && records.size() != questions.size())
        fields.refuse("questions", "out_of_range", "Les deux parties diffèrent.");
    if (auto finished = fields.finished(format::kSecretPart); !finished)
        return fail(std::move(finished.error()));
    if (auto checked = adaptive::check_version(part.certification_version); !checked)
        return fail(std::move(checked.error()).with_context(format::kSecretPart));
    for (std::size_t i = 0; i < records.size(); ++i)
        if (auto read = read_record(records[i], i, questions[i], part); !read)
            return fail(std::move(read.error()));
    if (std::ranges::all_of(part.help_html, &std::string::empty)) part.help_html.clear();
    return part;
}

}  // namespace preau::pack
