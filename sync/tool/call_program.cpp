// SPDX-License-Identifier: Apache-2.0
#include "tool/call_program.hpp"

#include "base/file.hpp"
#include "json/read.hpp"

#include <fmt/format.h>

namespace preau::tool {

namespace {

constexpr Duration kPatience = seconds(60);
constexpr std::size_t kLogBytesMax = 16u * 1024 * 1024;

Error failure(const ChildCommand& command, const std::string& what) {
    auto intent = command.program.filename().string();
    if (!command.arguments.empty()) intent += " " + command.arguments.front();
    const auto said = last_words(command.log);
    return Error::environment(said.empty() ? fmt::format("{}: {}", intent, what)
                                           : fmt::format("{}: {} ({})", intent, said, what));
}

}  // namespace

std::string last_words(const std::filesystem::path& log) {
    const auto content = read_file(log, kLogBytesMax);
    if (!content) return {};
    auto text = as_text(*content);
    while (text.ends_with('\n')) text.remove_suffix(1);
    if (const auto start = text.rfind('\n'); start != std::string_view::npos)
        text.remove_prefix(start + 1);
    if (text.size() > 3 && text[0] == '<' && text[2] == '>') text.remove_prefix(3);
    return std::string(text);
}

Result<std::string> run_program(const ChildCommand& command) {
    auto child = ChildProcess::start(command);
    if (!child) return fail(std::move(child.error()));
    std::string output;
    for (;;) {
        auto line = child->read_line(kPatience);
        if (!line) break;
        output += *line + '\n';
    }
    const auto end = child->wait_for(kPatience);
    if (!end)
        return fail(failure(command, fmt::format("not done after {} s", kPatience.ms / 1000)));
    if (!end->is_success()) return fail(failure(command, end->text()));
    return output;
}

Result<json::Value> call_program(const ChildCommand& command) {
    const auto output = run_program(command);
    if (!output) return fail(output.error());
    auto value = json::read(*output);
    if (!value) return fail(failure(command, value.error().message));
    return value;
}

}  // namespace preau::tool
