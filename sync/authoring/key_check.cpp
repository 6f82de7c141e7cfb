// SPDX-License-Identifier: Apache-2.0
#include "authoring/key_check.hpp"

#include "answers/examine.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preau::authoring {

namespace {

constexpr std::size_t kChoicesMin = 2;
constexpr std::size_t kRowsMin = 3;
constexpr std::size_t kRowsMax = 8;

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "12", "-3,5", "0.25": what a candidate would type.
bool is_plain_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto point = text.find_first_of(".,");
    if (point == std::string_view::npos) return is_digits(text);
    return is_digits(text.substr(0, point)) && is_digits(text.substr(point + 1));
}

std::optional<std::string> objection_to_choices(answers::Kind kind,
                                                const std::vector<QuestionBody::Line>& proposals) {
    using Mark = QuestionBody::Mark;
    const auto mark = kind == answers::Kind::qcu ? Mark::round : Mark::square;
    const auto right = std::ranges::count(proposals, true, &QuestionBody::Line::right);
    const auto count = std::ssize(proposals);
    if (proposals.size() < kChoicesMin || proposals.size() > pack::format::proposals_max)
        return fmt::format("must be {} to {}, are {}", kChoicesMin, pack::format::proposals_max,
                           count);
    if (std::ranges::any_of(proposals, [&](const auto& p) { return p.mark != mark; }))
        return fmt::format(
            "a {} writes {}", pack::word(kind),
            mark == Mark::round ? "\"- ( )\" and \"- (x)\"" : "\"- [ ]\" and \"- [x]\"");
    if (kind == answers::Kind::qcu && right != 1)
        return fmt::format("a qcu has exactly one right proposal, marked (x): here {}", right);
    if (kind == answers::Kind::qcm && (right < 2 || right == count))
        return fmt::format(
            "a qcm has at least two right proposals, marked [x], and one wrong: "
            "here {} right of {}",
            right, count);
    return std::nullopt;
}

bool is_field_name(std::string_view name) {
    return !name.empty() && name.size() <= pack::format::id_bytes_max &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::optional<std::string> objection_to_fields(const std::vector<QuestionBody::Line>& lines) {
    if (lines.empty() || lines.size() > pack::format::fields_max)
        return fmt::format("a qrocm has 1 to {} lines \"- [[name]] label\", here {}",
                           pack::format::fields_max, lines.size());
    std::set<std::string> names;
    for (const auto& line : lines) {
        if (!is_field_name(line.name))
            return fmt::format("the name \"{}\" must be made of a-z, 0-9 and \"-\"", line.name);
        if (!names.insert(line.name).second)
            return fmt::format("two fields are named \"{}\"", line.name);
    }
    return std::nullopt;
}

std::optional<std::string> objection_to_count(std::size_t count) {
    if (count >= kRowsMin && count <= kRowsMax) return std::nullopt;
    return fmt::format("must be {} to {}, are {}", kRowsMin, kRowsMax, count);
}

std::optional<std::string> objection_to_ranks(const std::vector<QuestionBody::Line>& lines) {
    if (auto message = objection_to_count(lines.size())) return message;
    std::set<int> ranks;
    for (const auto& line : lines) ranks.insert(line.rank);
    if (ranks.size() != lines.size() || *ranks.rbegin() != static_cast<int>(lines.size()))
        return fmt::format("each number from 1 to {} must stand before one proposal", lines.size());
    if (std::ranges::is_sorted(lines, {}, &QuestionBody::Line::rank))
        return "they stand in the right order already: mix them";
    return std::nullopt;
}

std::optional<std::string> objection_to_pairs(const std::vector<QuestionBody::Line>& lines) {
    const auto rows = std::ranges::count_if(
        lines, [](const QuestionBody::Line& line) { return !line.markdown.empty(); });
    std::set<std::string> targets;
    for (const auto& line : lines) targets.insert(line.target);
    if (targets.size() < 2) return "at least two different targets are needed";
    if (targets.size() > pack::format::proposals_max)
        return fmt::format("at most {} different targets", pack::format::proposals_max);
    return objection_to_count(static_cast<std::size_t>(rows));
}

}  // namespace

std::optional<std::string> objection_to_proposals(
    answers::Kind kind, const std::vector<QuestionBody::Line>& proposals) {
    using answers::Kind;
    switch (kind) {
        case Kind::qroc:
            if (proposals.empty()) return std::nullopt;
            return "a qroc has none: remove them, or change the type";
        case Kind::qrocm_ind:
        case Kind::qrocm_dep:
            return objection_to_fields(proposals);
        case Kind::ordering:
            return objection_to_ranks(proposals);
        case Kind::matching:
            return objection_to_pairs(proposals);
        case Kind::qcu:
        case Kind::qcm:
            break;
    }
    return objection_to_choices(kind, proposals);
}

std::string right_numbers(const std::vector<QuestionBody::Line>& proposals) {
    std::string numbers;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        if (proposals[i].right) numbers += (numbers.empty() ? "" : ",") + std::to_string(i + 1);
    return numbers;
}

std::string right_order(const std::vector<QuestionBody::Line>& lines) {
    std::string numbers;
    for (int rank = 1; rank <= static_cast<int>(lines.size()); ++rank)
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].rank == rank)
                numbers += (numbers.empty() ? "" : ",") + std::to_string(i + 1);
    return numbers;
}

std::optional<std::string> objection_to_groups(const answers::Key& key, std::size_t fields) {
    if (key.groups.size() < fields)
        return fmt::format("{} fields need as many groups, here {}", fields, key.groups.size());
    for (const auto& group : key.groups)
        if (auto message = objection_to_accepted(
                {.kind = answers::Kind::qroc, .solutions = group, .treatments = key.treatments}))
            return message;
    return std::nullopt;
}

std::optional<std::string> objection_to_accepted(const answers::Key& key) {
    const bool is_number = key.format == answers::Format::number;
    for (const auto& solution : key.solutions) {
        if (is_number && !is_plain_number(solution))
            return fmt::format(
                "\"{}\" is no number written in digits: correct it, or write "
                "format = \"text\"",
                solution);
        if (answers::examine(key, solution, {}) != answers::Status::ok)
            return fmt::format("\"{}\" would be counted wrong by the box: remove it", solution);
    }
    // An empty answer only matches a text that the treatments emptied.
    if (answers::examine(key, "", {}) == answers::Status::ok)
        return "one text holds only signs that the treatments remove: add letters or digits, or "
               "set treatments";
    return std::nullopt;
}

}  // namespace preau::authoring
