// SPDX-License-Identifier: Apache-2.0
#include "json/fields.hpp"

#include <fmt/format.h>

namespace preau::json {

namespace {

const Value kNull;
const Array kNoElements;

}  // namespace

Fields::Fields(const Value& object, std::string path) : object_(object), path_(std::move(path)) {
    if (object_.object() == nullptr)
        problem_ = FieldProblem{path_, "wrong_type", "Un objet est attendu ici."};
}

std::string Fields::text(std::string_view name, std::size_t bytes_max) {
    const auto* value = take_required(name);
    return value == nullptr ? std::string() : checked_text(name, *value, bytes_max);
}

std::optional<std::string> Fields::optional_text(std::string_view name, std::size_t bytes_max) {
    const auto* value = take(name);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return checked_text(name, *value, bytes_max);
}

std::int64_t Fields::integer(std::string_view name, std::int64_t min, std::int64_t max) {
    const auto* value = take_required(name);
    return value == nullptr ? 0 : checked_integer(name, *value, min, max);
}

std::optional<std::int64_t> Fields::optional_integer(std::string_view name, std::int64_t min,
                                                     std::int64_t max) {
    const auto* value = take(name);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return checked_integer(name, *value, min, max);
}

double Fields::number(std::string_view name) {
    const auto* value = take_required(name);
    if (value == nullptr) return 0;
    const auto number = value->number();
    if (!number) problem(name, "wrong_type", "Un nombre est attendu.");
    return number.value_or(0);
}

bool Fields::boolean(std::string_view name) {
    const auto* value = take_required(name);
    if (value == nullptr) return false;
    const auto* boolean = value->boolean();
    if (boolean == nullptr) problem(name, "wrong_type", "Vrai ou faux est attendu.");
    return boolean != nullptr && *boolean;
}

const Array& Fields::array(std::string_view name, std::size_t count_max) {
    const auto* value = take_required(name);
    if (value == nullptr) return kNoElements;
    const auto* array = value->array();
    if (array == nullptr) {
        problem(name, "wrong_type", "Une liste est attendue.");
        return kNoElements;
    }
    if (array->size() > count_max) {
        problem(name, "too_long", fmt::format("Au plus {} éléments sont acceptés.", count_max));
        return kNoElements;
    }
    return *array;
}

const Value& Fields::value(std::string_view name) {
    const auto* value = take_required(name);
    return value == nullptr ? kNull : *value;
}

const Value* Fields::optional_value(std::string_view name) { return take(name); }

Bytes Fields::base64(std::string_view name, std::size_t bytes_max) {
    const auto written = text(name, (bytes_max + 2) / 3 * 4);
    auto bytes = from_base64(written);
    if (bytes && bytes->size() <= bytes_max) return std::move(*bytes);
    problem(name, "malformed", "Du base64 avec remplissage est attendu.");
    return {};
}

Bytes Fields::hex_bytes(std::string_view name, std::size_t count) {
    const auto written = text(name, 2 * count);
    auto bytes = from_hex(written);
    if (bytes && bytes->size() == count) return std::move(*bytes);
    problem(name, "malformed",
            fmt::format("{} chiffres hexadécimaux minuscules sont attendus.", 2 * count));
    return {};
}

std::string Fields::path(std::string_view name) const {
    return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
}

std::string Fields::path(std::string_view name, std::size_t index) const {
    return fmt::format("{}[{}]", path(name), index);
}

void Fields::refuse(std::string_view name, std::string code, std::string message) {
    if (!problem_) problem_ = FieldProblem{path(name), std::move(code), std::move(message)};
}

void Fields::close(Fields& inner) {
    auto found = inner.finish();
    if (!problem_) problem_ = std::move(found);
}

std::optional<FieldProblem> Fields::finish() {
    if (problem_) return problem_;
    for (const auto& member : *object_.object())
        if (!read_.contains(member.name)) {
            problem(member.name, "unknown", "Ce champ n'est pas connu ici.");
            break;
        }
    return problem_;
}

Result<void> Fields::finished(std::string_view what) {
    const auto found = finish();
    if (!found) return {};
    return fail(Error::malformed(fmt::format(
        "{}: {}: {}", what, found->field.empty() ? "document" : found->field, found->code)));
}

const Value* Fields::take(std::string_view name) {
    read_.emplace(name);
    return object_.find(name);
}

const Value* Fields::take_required(std::string_view name) {
    const auto* value = take(name);
    if (value == nullptr) problem(name, "missing", "Ce champ manque.");
    return value;
}

std::string Fields::checked_text(std::string_view name, const Value& value, std::size_t bytes_max) {
    const auto* text = value.text();
    if (text == nullptr)
        problem(name, "wrong_type", "Un texte est attendu.");
    else if (text->size() > bytes_max)
        problem(name, "too_long", fmt::format("Au plus {} octets sont acceptés.", bytes_max));
    else if (text->find('\0') != std::string::npos)
        problem(name, "malformed", "Le caractère nul n'est pas accepté.");
    else
        return *text;
    return {};
}

std::int64_t Fields::checked_integer(std::string_view name, const Value& value, std::int64_t min,
                                     std::int64_t max) {
    const auto* whole = value.integer();
    if (whole == nullptr)
        problem(name, "wrong_type", "Un nombre entier est attendu.");
    else if (*whole < min || *whole > max)
        problem(name, "out_of_range", fmt::format("Un nombre de {} à {} est attendu.", min, max));
    else
        return *whole;
    return min;
}

void Fields::problem(std::string_view name, const char* code, std::string message) {
    refuse(name, code, std::move(message));
}

}  // namespace preau::json
