// SPDX-License-Identifier: Apache-2.0
#include "answers/explain.hpp"

#include "answers/fields.hpp"
#include "answers/normalise.hpp"
#include "answers/short_text.hpp"
#include "answers/similarity.hpp"
#include "answers/unicode.hpp"

#include <algorithm>

namespace preau::answers {

namespace {

void add_steps(Comparison& comparison, const Treatments& treatments) {
    auto text = pretreat(comparison.typed);
    comparison.steps.emplace_back("pretreatment", text);
    if (treatments.t1) comparison.steps.emplace_back("t1", text = t1(text));
    if (treatments.t2) comparison.steps.emplace_back("t2", text = t2(text));
}

void find_nearest(Comparison& comparison, const std::vector<std::string>& accepted,
                  const Treatments& treatments) {
    const auto& answer = comparison.steps.back().second;
    bool found = false;
    for (const auto& text : accepted) {
        const auto distance = edit_distance(answer, treat(text, treatments));
        if (found && distance >= comparison.distance) continue;
        found = true;
        comparison.nearest = text;
        comparison.distance = distance;
    }
    const auto length = code_points(answer).size();
    comparison.part = static_cast<double>(comparison.distance) /
                      static_cast<double>(std::max<std::size_t>(length, 1));
}

Comparison compare(std::string field, std::string_view typed,
                   const std::vector<std::string>& accepted, const Treatments& treatments) {
    Comparison comparison;
    comparison.field = std::move(field);
    comparison.typed = typed;
    add_steps(comparison, treatments);
    find_nearest(comparison, accepted, treatments);
    return comparison;
}

std::vector<Comparison> explain_fields(const Key& key, std::string_view value) {
    const auto values = read_fields(key, value);
    if (!values) return {};
    std::vector<std::string> shared;
    for (const auto& group : key.groups) shared.insert(shared.end(), group.begin(), group.end());
    const auto right = right_fields(key, value);
    std::vector<Comparison> comparisons;
    for (std::size_t i = 0; i < values->size(); ++i) {
        const auto& field = key.fields[i];
        comparisons.push_back(compare(field.name, (*values)[i].text,
                                      key.kind == Kind::qrocm_dep ? shared : field.accepted,
                                      treatments_of(field.format, key.treatments)));
        comparisons.back().right = right[i];
    }
    return comparisons;
}

}  // namespace

std::vector<Comparison> explain(const Key& key, std::string_view value) {
    if (key.kind == Kind::qrocm_ind || key.kind == Kind::qrocm_dep)
        return explain_fields(key, value);
    if (key.kind != Kind::qroc) return {};
    auto comparison = compare({}, value, key.solutions, treatments_of(key.format, key.treatments));
    comparison.right = accepts(key.solutions, key.format, key.treatments, value);
    return {std::move(comparison)};
}

}  // namespace preau::answers
