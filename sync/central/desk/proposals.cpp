// SPDX-License-Identifier: Apache-2.0
#include "central/desk/proposals.hpp"

#include "base/limits.hpp"
#include "base/log.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"

#include <algorithm>
#include <charconv>

namespace preau::central {

namespace {

constexpr std::size_t kAttemptsTextMax = 4096;
constexpr std::size_t kAttemptsMax = 64;

/// The members of a proposal by name, whether a form or a JSON body brought them.
using Texts = FormFields;

std::optional<CandidateNumber> read_candidate(std::string_view text) {
    std::uint32_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || value == 0 ||
        value > limits::candidates_per_session_max)
        return std::nullopt;
    return CandidateNumber{value};
}

std::optional<AttemptId> read_attempt(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto session = SessionId::from_hex(text.substr(0, dash));
    const auto candidate = read_candidate(text.substr(dash + 1));
    if (!session || !candidate) return std::nullopt;
    return AttemptId{*session, *candidate};
}

std::optional<std::vector<AttemptId>> read_attempts(std::string_view text) {
    if (text.size() > kAttemptsTextMax) return std::nullopt;
    std::vector<AttemptId> all;
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        const auto attempt = read_attempt(one);
        if (!attempt || all.size() == kAttemptsMax) return std::nullopt;
        all.push_back(*attempt);
    }
    std::sort(all.begin(), all.end());
    return all;
}

bool add_identity(const Texts& texts, Proposal& out) {
    out.identity = exam::Identity{field(texts, "last_name"), field(texts, "first_name"),
                                  field(texts, "birthdate")};
    return !out.identity->last_name.empty() && is_date(out.identity->birthdate);
}

bool add_comment(const Texts& texts, Proposal& out) {
    out.audience = audience_from_word(field(texts, "audience"));
    out.comment = field(texts, "comment");
    return out.audience.has_value();
}

bool add_settlement(const Texts& texts, Proposal& out) {
    const auto considered = read_attempts(field(texts, "considered"));
    if (!considered || !out.candidate) return false;
    out.settlement = Settlement{*considered, {out.session, *out.candidate}};
    return true;
}

bool add_score(Call& call, Proposal& out) {
    if (!call.desk.score_again || !out.candidate) return false;
    auto scored = call.desk.score_again({out.session, *out.candidate});
    if (!scored) {
        log::error("rescore.failed", {{"why", scored.error().message}});
        return false;
    }
    out.scored = std::move(*scored);
    return true;
}

bool add_content(Call& call, const Texts& texts, Proposal& out) {
    switch (out.act) {
        case Act::correct_identity:
            return add_identity(texts, out);
        case Act::comment:
            return add_comment(texts, out);
        case Act::settle:
            return add_settlement(texts, out);
        case Act::rescore:
            return add_score(call, out);
        default:
            return true;
    }
}

std::optional<Proposal> proposal_of(Call& call, const SessionId& session, const Texts& texts) {
    const auto act = act_from_word(field(texts, "act"));
    if (!act) return std::nullopt;
    Proposal out{.session = session,
                 .act = *act,
                 .candidate = {},
                 .by = call.holder.name,
                 .why = field(texts, "why")};
    if (const auto text = field(texts, "candidate"); !text.empty()) {
        out.candidate = read_candidate(text);
        if (!out.candidate) return std::nullopt;
    }
    return add_content(call, texts, out) ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::string attempts_text(std::span<const AttemptId> attempts) {
    std::string text;
    for (const auto& attempt : attempts)
        text.append(text.empty() ? "" : ",").append(certification_id(attempt));
    return text;
}

std::optional<Proposal> proposal_of_form(Call& call, const SessionId& session) {
    return proposal_of(call, session, call.form);
}

std::optional<Proposal> proposal_of_json(Call& call, const SessionId& session) {
    const auto value = json::read(call.request.body);
    if (!value) return std::nullopt;
    json::Fields fields(*value);
    Texts texts;
    for (const auto* name : {"act", "why", "last_name", "first_name", "birthdate", "audience",
                             "comment", "considered"})
        if (auto text = fields.optional_text(name, kAttemptsTextMax))
            texts.emplace(name, std::move(*text));
    if (const auto candidate =
            fields.optional_integer("candidate", 1, limits::candidates_per_session_max))
        texts.emplace("candidate", std::to_string(*candidate));
    if (fields.finish()) return std::nullopt;
    return proposal_of(call, session, texts);
}

}  // namespace preau::central
