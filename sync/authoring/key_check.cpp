// SPDX-License-Identifier: Apache-2.0
#include "authoring/key_check.hpp"

#include "answers/examine.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace {

constexpr std::size_t kChoicesMin = 2;

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

}  // namespace

std::optional<std::string> objection_to_proposals(
    answers::Kind kind, const std::vector<QuestionParts::Proposal>& proposals) {
    using Mark = QuestionParts::Mark;
    if (kind == answers::Kind::qroc) {
        if (proposals.empty()) return std::nullopt;
        return "a qroc has none: remove them, or change the type";
    }
    const auto mark = kind == answers::Kind::qcu ? Mark::round : Mark::square;
    const auto right = std::ranges::count(proposals, true, &QuestionParts::Proposal::right);
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

std::string right_numbers(const std::vector<QuestionParts::Proposal>& proposals) {
    std::string numbers;
    for (std::size_t i = 0; i < proposals.size(); ++i)
        if (proposals[i].right) numbers += (numbers.empty() ? "" : ",") + std::to_string(i + 1);
    return numbers;
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
