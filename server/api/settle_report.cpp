// SPDX-License-Identifier: Apache-2.0
#include "api/settle_report.hpp"

#include "api/invigilator_act.hpp"
#include "exam/words.hpp"

namespace preau::api {

namespace {

constexpr std::size_t kCategoryBytesMax = 8;

struct Input {
    bool accept = false;
    exam::ReportCategory category{};  ///< of an accepted one
};

Input read(json::Fields& fields) {
    Input input;
    input.accept = fields.boolean("accept");
    const auto word = fields.text("category", kCategoryBytesMax);
    if (!fields.ok()) return input;
    const auto category = exam::from_word<exam::ReportCategory>(word);
    if (category)
        input.category = *category;
    else if (!word.empty())
        fields.refuse("category", "malformed", "La catégorie est l’une de E1 à E12.");
    else if (input.accept)
        fields.refuse("category", "missing", "Choisissez la catégorie du signalement.");
    return input;
}

}  // namespace

http::Response settle_report(World&, const Call& call) {
    return act_for_candidate(call, read, [&](const Input& input, exam::By by) {
        return exam::command::SettleReport{{call.number}, input.accept, input.category, by};
    });
}

}  // namespace preau::api
