// SPDX-License-Identifier: Apache-2.0
#include "quality/review.hpp"

#include "answers/normalise.hpp"
#include "quality/coverage.hpp"
#include "quality/similar.hpp"
#include "quality/svg_contrast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace preau::quality {

namespace {

using authoring::Problems;
using authoring::SourceQuestion;

constexpr double kTooAlike = 0.6;

std::string without_tags(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        const auto tag = html.find('<');
        text += html.substr(0, tag);
        if (tag == std::string_view::npos) break;
        const auto end = html.find('>', tag);
        text += ' ';
        html.remove_prefix(end == std::string_view::npos ? html.size() : end + 1);
    }
    return text;
}

/// All that a candidate reads of a question.
std::string wording(const pack::Question& question) {
    auto text = question.french.instruction_html + " " + question.french.alternative;
    for (const auto* htmls : {&question.french.proposals_html, &question.french.targets_html,
                              &question.french.labels_html})
        for (const auto& html : *htmls) text += " " + html;
    return without_tags(text);
}

void find_alike(const std::vector<SourceQuestion>& questions, Problems& problems) {
    std::vector<std::string> texts;
    for (const auto& question : questions) texts.push_back(wording(question.question));
    for (const auto& pair : similar_texts(texts, kTooAlike))
        problems.push_back({questions[pair.second].file, 0, "instruction",
                            fmt::format("its wording is {:.0f} % that of {}: change one of them",
                                        pair.likeness * 100, questions[pair.first].file)});
}

bool is_right(const answers::Key& key, std::size_t number) {
    std::string_view list = key.solutions.front();
    while (!list.empty()) {
        std::size_t value = 0;
        const auto parsed = std::from_chars(list.data(), list.data() + list.size(), value);
        if (value == number) return true;
        const auto read = static_cast<std::size_t>(parsed.ptr - list.data());
        list.remove_prefix(std::min(list.size(), read + 1));
    }
    return false;
}

std::string treated(const std::string& html) {
    return answers::t2(answers::t1(answers::pretreat(without_tags(html))));
}

/// Signs alone may tell proposals of code or of spelling apart: only texts of letters are compared.
void find_disguised(const SourceQuestion& source, Problems& problems) {
    const auto& proposals = source.question.french.proposals_html;
    const bool chosen =
        source.key.kind == answers::Kind::qcu || source.key.kind == answers::Kind::qcm;
    for (std::size_t wrong = 0; chosen && wrong < proposals.size(); ++wrong)
        for (std::size_t right = 0; right < proposals.size(); ++right) {
            if (is_right(source.key, wrong + 1) || !is_right(source.key, right + 1)) continue;
            const auto text = treated(proposals[wrong]);
            const bool letters =
                text.size() > 3 && proposals[wrong].find("<code>") == std::string::npos;
            if (letters && text == treated(proposals[right]))
                problems.push_back({source.file, 0, "proposals",
                                    fmt::format("proposal {} is wrong and reads like {}, which is "
                                                "right: reword it",
                                                wrong + 1, right + 1)});
        }
}

void find_weak_texts(const SourceQuestion& source, Problems& problems) {
    if (!source.picture_file.ends_with(".svg")) return;
    for (const auto& weak : weak_texts(as_text(source.picture)))
        problems.push_back({source.picture_file, weak.line, "fill",
                            fmt::format("a text in {} on {} has a contrast of {:.1f}, 4.5 is "
                                        "needed: darken one of them",
                                        weak.fill, weak.background, weak.ratio)});
}

void find_uncovered(const authoring::Source& source, Problems& problems) {
    std::vector<Offer> offers;
    for (const auto& question : source.questions)
        offers.push_back({question.item, question.question.needs_internet,
                          question.question.accessible_blind, question.question.accessible_colour});
    for (const auto& gap : find_gaps(offers, source.certification_version))
        problems.push_back(
            {gap.competence, 0, "coverage",
             fmt::format("{}: {} more needed {}", gap.what, gap.missing, gap.situation)});
}

}  // namespace

Problems review(const authoring::Source& source) {
    Problems problems;
    for (const auto& question : source.questions) {
        find_disguised(question, problems);
        find_weak_texts(question, problems);
    }
    find_alike(source.questions, problems);
    if (source.kind == pack::Kind::certification) find_uncovered(source, problems);
    return problems;
}

}  // namespace preau::quality
