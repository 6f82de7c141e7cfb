// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"
#include "answers/explain.hpp"
#include "authoring/source.hpp"
#include "json/write.hpp"
#include "tool/command.hpp"
#include "tool/problem_list.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string question;
    std::vector<std::string> values;
    bool json = false;
};

std::string_view status_word(answers::Status status) {
    if (status == answers::Status::aband) return "skipped";
    return status == answers::Status::ok ? "right" : "wrong";
}

json::Value to_json(const answers::Comparison& comparison) {
    json::Array steps;
    for (const auto& [name, text] : comparison.steps)
        steps.push_back(json::Object{{"step", name}, {"text", text}});
    return json::Object{{"field", comparison.field},       {"typed", comparison.typed},
                        {"steps", std::move(steps)},       {"nearest", comparison.nearest},
                        {"distance", comparison.distance}, {"part", comparison.part},
                        {"right", comparison.right}};
}

json::Value to_json(const answers::Key& key, const std::string& value) {
    json::Array comparisons;
    for (const auto& comparison : answers::explain(key, value))
        comparisons.push_back(to_json(comparison));
    return json::Object{{"value", value},
                        {"status", status_word(answers::examine(key, value, {}))},
                        {"comparisons", std::move(comparisons)}};
}

void print_comparison(const answers::Comparison& comparison) {
    if (!comparison.field.empty())
        fmt::print("  field {}: {}\n", comparison.field, comparison.right ? "right" : "wrong");
    for (const auto& [name, text] : comparison.steps) fmt::print("    {}: \"{}\"\n", name, text);
    fmt::print("    nearest accepted text: \"{}\", {} edits, {:.0f} % of the answer\n",
               comparison.nearest, comparison.distance, comparison.part * 100);
}

void print_text(const answers::Key& key, const std::string& value) {
    fmt::print("{}: {}\n", value, status_word(answers::examine(key, value, {})));
    for (const auto& comparison : answers::explain(key, value)) print_comparison(comparison);
    for (const auto& solution : key.solutions) fmt::print("  accepted: {}\n", solution);
}

int check(const Options& options) {
    const auto path = std::filesystem::absolute(options.question).lexically_normal();
    const auto folder = path.parent_path().parent_path();
    authoring::Problems problems;
    const auto question =
        authoring::read_question(folder, path.lexically_relative(folder).string(), problems);
    if (!question) return print_problems(problems, options.json);
    json::Array checked;
    for (const auto& value : options.values) {
        if (options.json)
            checked.push_back(to_json(question->key, value));
        else
            print_text(question->key, value);
    }
    if (options.json) fmt::print("{}\n", json::write(json::Object{{"answers", checked}}));
    return kDone;
}

}  // namespace

void add_answer_check(CLI::App& parent, int& exit_code) {
    auto* command =
        parent.add_subcommand("check", "Says how the box counts answers to a question, and why");
    auto options = std::make_shared<Options>();
    command->add_option("QUESTION", options->question, "The question's file, NN/name.md")
        ->required();
    command
        ->add_option("VALUE", options->values,
                     "Answers as the page sends them: 2, 1,3, a text, {\"field\":\"text\"}")
        ->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace preau::tool
