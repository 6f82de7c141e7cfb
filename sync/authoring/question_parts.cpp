// SPDX-License-Identifier: Apache-2.0
#include "authoring/question_parts.hpp"

namespace preau::authoring {

namespace {

constexpr std::string_view kFence = "+++";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string::npos; }

bool is_code_fence(std::string_view line) { return line.starts_with("```"); }

std::optional<QuestionParts::Proposal> proposal_of(std::string_view line, int number) {
    constexpr std::string_view kMark = "- (x) ";
    if (line.size() <= kMark.size() || !line.starts_with("- ") || line[5] != ' ')
        return std::nullopt;
    const bool round = line[2] == '(' && line[4] == ')';
    const bool square = line[2] == '[' && line[4] == ']';
    if ((!round && !square) || (line[3] != ' ' && line[3] != 'x')) return std::nullopt;
    return QuestionParts::Proposal{
        .line = number,
        .mark = round ? QuestionParts::Mark::round : QuestionParts::Mark::square,
        .right = line[3] == 'x',
        .markdown = std::string(line.substr(kMark.size()))};
}

/// A proposal with a slip in it ("* (x)", "-[ ]", "- (X)") would silently become text.
bool looks_like_proposal(std::string_view line) {
    const auto from = line.find_first_not_of(" \t");
    if (from == std::string_view::npos) return false;
    line.remove_prefix(from);
    if (std::string_view("-*+").find(line.front()) == std::string_view::npos) return false;
    const auto box = line.find_first_not_of(" \t", 1);
    if (box == std::string_view::npos || (line[box] != '(' && line[box] != '[')) return false;
    const auto inside = line.substr(box + 1, 4);
    const auto end = inside.find_first_not_of(" xXvV");
    return end != std::string_view::npos && (inside[end] == ')' || inside[end] == ']');
}

class Splitter {
  public:
    Splitter(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

    /// One line after the header.
    void take(std::string_view line, int number) {
        if (parts.proposals.empty() && is_code_fence(line)) in_code_ = !in_code_;
        auto proposal = in_code_ ? std::nullopt : proposal_of(line, number);
        if (proposal) {
            parts.proposals.push_back(std::move(*proposal));
        } else if (!in_code_ && looks_like_proposal(line)) {
            refuse(number,
                   "looks like a proposal: write \"- (x) text\" for a qcu, \"- [x] text\" "
                   "for a qcm, with one space everywhere");
        } else if (parts.proposals.empty()) {
            parts.instruction += std::string(line) + "\n";
        } else if (!is_blank(line)) {
            refuse(number,
                   "text after the proposals: put it before them, each proposal on one line");
        }
    }

    QuestionParts parts;

  private:
    void refuse(int line, std::string message) {
        problems_.push_back({file_, line, "proposals", std::move(message)});
    }

    const std::string& file_;
    Problems& problems_;
    bool in_code_ = false;
};

}  // namespace

std::optional<QuestionParts> split_question(std::string_view text, const std::string& file,
                                            Problems& problems) {
    const auto lines = lines_of(text);
    std::size_t end = 1;
    while (end < lines.size() && lines[end] != kFence) ++end;
    if (lines.empty() || lines.front() != kFence || end >= lines.size()) {
        problems.push_back(
            {file, 1, "header", "must begin with a TOML header between two lines \"+++\""});
        return std::nullopt;
    }
    Splitter splitter(file, problems);
    splitter.parts.header_line = 2;
    splitter.parts.instruction_line = static_cast<int>(end) + 2;
    for (std::size_t i = 1; i < end; ++i) splitter.parts.header += std::string(lines[i]) + "\n";
    for (std::size_t i = end + 1; i < lines.size(); ++i)
        splitter.take(lines[i], static_cast<int>(i) + 1);
    return std::move(splitter.parts);
}

}  // namespace preau::authoring
