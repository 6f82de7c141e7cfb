// SPDX-License-Identifier: Apache-2.0
#include "authoring/question_texts.hpp"

#include "pack/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace preau::authoring {

namespace {

namespace format = pack::format;
using Mark = QuestionBody::Mark;

void add(std::vector<std::string>& list, const std::string& markdown, int line,
         const std::string& file, Problems& problems) {
    auto html = render_proposal(markdown, file, line, problems);
    if (html.size() > format::proposal_bytes_max)
        problems.push_back({file, line, "proposals",
                            fmt::format("is longer than {} bytes of HTML: shorten it",
                                        format::proposal_bytes_max)});
    if (!html.empty() && std::ranges::find(list, html) != list.end())
        problems.push_back({file, line, "proposals", "says the same as another one: change it"});
    list.push_back(std::move(html));
}

}  // namespace

RenderedTexts render_texts(const QuestionBody& body, const std::vector<std::string>& targets,
                           const std::string& file, Problems& problems) {
    const int line = body.instruction.line;
    auto rendered = render_instruction(body.instruction.text, file, line, problems);
    if (rendered.html.empty())
        problems.push_back({file, line, "instruction", "is empty: say what to do"});
    if (rendered.html.size() > format::instruction_bytes_max)
        problems.push_back({file, line, "instruction",
                            fmt::format("is longer than {} bytes of HTML: shorten it",
                                        format::instruction_bytes_max)});
    RenderedTexts result;
    auto& texts = result.texts;
    texts.instruction_html = std::move(rendered.html);
    if (rendered.picture) texts.alternative = rendered.picture->alternative;
    result.picture = std::move(rendered.picture);
    for (const auto& proposal : body.lines) {
        if (proposal.mark == Mark::pair && proposal.markdown.empty()) continue;
        add(proposal.mark == Mark::field ? texts.labels_html : texts.proposals_html,
            proposal.markdown, proposal.line, file, problems);
    }
    const int first = body.lines.empty() ? line : body.lines.front().line;
    for (const auto& target : targets) add(texts.targets_html, target, first, file, problems);
    return result;
}

std::vector<std::string> sorted_targets(const QuestionBody& body) {
    std::set<std::string> targets;
    for (const auto& line : body.lines)
        if (line.mark == Mark::pair) targets.insert(line.target);
    return {targets.begin(), targets.end()};
}

std::string right_targets(const QuestionBody& body, const std::vector<std::string>& targets) {
    std::string numbers;
    for (const auto& line : body.lines) {
        if (line.markdown.empty()) continue;
        const auto at = std::ranges::find(targets, line.target) - targets.begin();
        numbers += (numbers.empty() ? "" : ",") + std::to_string(at + 1);
    }
    return numbers;
}

std::vector<std::string> translated_targets(const QuestionBody& body,
                                            const QuestionBody& translation,
                                            const std::vector<std::string>& targets) {
    std::vector<std::string> translated;
    for (const auto& target : targets) {
        const auto at = std::ranges::find(body.lines, target, &QuestionBody::Line::target);
        translated.push_back(
            translation.lines[static_cast<std::size_t>(at - body.lines.begin())].target);
    }
    return translated;
}

std::optional<std::string> objection_to_translation(const QuestionBody& body,
                                                    const QuestionBody& translation) {
    if (body.lines.size() != translation.lines.size())
        return fmt::format("has {} proposals, the French text {}", translation.lines.size(),
                           body.lines.size());
    std::map<std::string, std::string> targets;
    for (std::size_t i = 0; i < body.lines.size(); ++i) {
        const auto& one = body.lines[i];
        const auto& other = translation.lines[i];
        const bool same = one.mark == other.mark && one.right == other.right &&
                          one.rank == other.rank && one.name == other.name &&
                          one.markdown.empty() == other.markdown.empty();
        if (!same) return fmt::format("proposal {} is not marked as in the French text", i + 1);
        if (targets.emplace(one.target, other.target).first->second != other.target)
            return fmt::format("proposal {} has another target than in the French text", i + 1);
    }
    return std::nullopt;
}

}  // namespace preau::authoring
