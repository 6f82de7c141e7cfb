// SPDX-License-Identifier: Apache-2.0
#include "authoring/question_parts.hpp"

#include <algorithm>

namespace preau::authoring {

namespace {

using answers::Kind;
using Line = QuestionBody::Line;
using Mark = QuestionBody::Mark;

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

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::optional<Line> choice_of(std::string_view line) {
    constexpr std::string_view kMark = "- (x) ";
    if (line.size() <= kMark.size() || !line.starts_with("- ") || line[5] != ' ')
        return std::nullopt;
    const bool round = line[2] == '(' && line[4] == ')';
    const bool square = line[2] == '[' && line[4] == ']';
    if ((!round && !square) || (line[3] != ' ' && line[3] != 'x')) return std::nullopt;
    Line result;
    result.mark = round ? Mark::round : Mark::square;
    result.right = line[3] == 'x';
    result.markdown = line.substr(kMark.size());
    return result;
}

std::optional<Line> rank_of(std::string_view line) {
    constexpr std::string_view kMark = "- (1) ";
    const bool is_rank = line.size() > kMark.size() && line.starts_with("- (") && line[3] >= '1' &&
                         line[3] <= '9' && line.substr(4, 2) == ") ";
    if (!is_rank) return std::nullopt;
    Line result;
    result.mark = Mark::rank;
    result.rank = line[3] - '0';
    result.markdown = line.substr(kMark.size());
    return result;
}

std::optional<Line> field_of(std::string_view line) {
    const auto end = line.find("]] ");
    if (!line.starts_with("- [[") || end == std::string_view::npos || end + 3 >= line.size())
        return std::nullopt;
    Line result;
    result.mark = Mark::field;
    result.name = line.substr(4, end - 4);
    result.markdown = line.substr(end + 3);
    return result;
}

std::optional<Line> pair_of(std::string_view line) {
    const auto arrow = line.find("=> ");
    if (!line.starts_with("- ") || arrow == std::string_view::npos || line[arrow - 1] != ' ')
        return std::nullopt;
    Line result;
    result.mark = Mark::pair;
    result.markdown = trimmed(line.substr(2, arrow - 2));
    result.target = trimmed(line.substr(arrow + 3));
    if (result.target.empty()) return std::nullopt;
    return result;
}

std::optional<Line> line_of_kind(std::string_view line, Kind kind) {
    switch (kind) {
        case Kind::qrocm_ind:
        case Kind::qrocm_dep:
            return field_of(line);
        case Kind::ordering:
            return rank_of(line);
        case Kind::matching:
            return pair_of(line);
        case Kind::qcu:
        case Kind::qcm:
        case Kind::qroc:
            break;
    }
    return choice_of(line);
}

/// A proposal with a slip in it ("* (x)", "-[ ]", "- (X)") would silently become text.
bool looks_like_proposal(std::string_view line) {
    const auto from = line.find_first_not_of(" \t");
    if (from == std::string_view::npos) return false;
    line.remove_prefix(from);
    if (std::string_view("-*+").find(line.front()) == std::string_view::npos) return false;
    const auto box = line.find_first_not_of(" \t", 1);
    if (box == std::string_view::npos || (line[box] != '(' && line[box] != '[')) return false;
    if (line.substr(box).starts_with("[[")) return true;
    const auto inside = line.substr(box + 1, 4);
    const auto end = inside.find_first_not_of(" xXvV0123456789");
    return end != std::string_view::npos && (inside[end] == ')' || inside[end] == ']');
}

class Splitter {
  public:
    Splitter(Kind kind, const std::string& file, Problems& problems)
        : kind_(kind), file_(file), problems_(problems) {}

    void take(std::string_view line, int number) {
        if (body.lines.empty() && is_code_fence(line)) in_code_ = !in_code_;
        auto found = in_code_ ? std::nullopt : line_of_kind(line, kind_);
        if (found) {
            found->line = number;
            body.lines.push_back(std::move(*found));
        } else if (!in_code_ && looks_like_proposal(line)) {
            refuse(number,
                   "looks like a proposal and is not one of this type: write \"- (x) text\" for a "
                   "qcu, \"- [x] text\" for a qcm, \"- (2) text\" for an ordering, \"- [[name]] "
                   "text\" for a qrocm, with one space everywhere");
        } else if (body.lines.empty()) {
            body.instruction.text += std::string(line) + "\n";
        } else if (!is_blank(line)) {
            refuse(number,
                   "text after the proposals: put it before them, each proposal on one line");
        }
    }

    QuestionBody body;

  private:
    void refuse(int line, std::string message) {
        problems_.push_back({file_, line, "proposals", std::move(message)});
    }

    Kind kind_;
    const std::string& file_;
    Problems& problems_;
    bool in_code_ = false;
};

SourcePart joined(const std::vector<std::string_view>& lines, std::size_t from, std::size_t to) {
    SourcePart part{.text = {}, .line = static_cast<int>(from) + 1};
    for (std::size_t i = from; i < to; ++i) part.text += std::string(lines[i]) + "\n";
    return part;
}

}  // namespace

std::optional<QuestionParts> split_question(std::string_view text, const std::string& file,
                                            Problems& problems) {
    const auto lines = lines_of(text);
    const auto fence_after = [&](std::size_t at) {
        while (at < lines.size() && lines[at] != kFence) ++at;
        return at;
    };
    const auto end = fence_after(1);
    if (lines.empty() || lines.front() != kFence || end >= lines.size()) {
        problems.push_back(
            {file, 1, "header", "must begin with a TOML header between two lines \"+++\""});
        return std::nullopt;
    }
    const auto help = fence_after(end + 1);
    QuestionParts parts{joined(lines, 1, end), joined(lines, end + 1, help), std::nullopt};
    if (help < lines.size()) parts.help = joined(lines, help + 1, lines.size());
    return parts;
}

QuestionBody split_body(const SourcePart& body, Kind kind, const std::string& file,
                        Problems& problems) {
    Splitter splitter(kind, file, problems);
    splitter.body.instruction.line = body.line;
    int number = body.line;
    for (const auto line : lines_of(body.text)) splitter.take(line, number++);
    return std::move(splitter.body);
}

}  // namespace preau::authoring
