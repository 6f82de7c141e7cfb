// SPDX-License-Identifier: Apache-2.0
#include "crash/judge.hpp"

#include "crash/links.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::crash {

namespace {

void note(Verdict& verdict, std::string problem) {
    if (verdict.problem.empty()) verdict.problem = std::move(problem);
}

std::optional<exam::Session> replay(const std::vector<record::Entry>& entries,
                                    const record::ChainTrust& trust) {
    record::ChainReader reader(trust);
    for (const auto& entry : entries)
        if (!reader.read(entry)) return std::nullopt;
    return std::move(reader).take_session();
}

}  // namespace

Result<Loaded> load(store::Journal& journal, const History& history) {
    Loaded loaded;
    auto rows = journal.sessions();
    if (!rows) return fail(std::move(rows.error()));
    loaded.rows = std::move(*rows);
    for (std::size_t s = 0; s < kSessions; ++s) {
        auto entries = journal.load(history[s].row.id);
        if (!entries) return fail(std::move(entries.error()));
        loaded.entries[s] = std::move(*entries);
    }
    return loaded;
}

Verdict Judge::judge(const Loaded& loaded, const Progress& told) {
    Verdict verdict;
    judge_rows(loaded, told, verdict);
    for (std::size_t s = 0; s < kSessions; ++s) {
        const auto size = loaded.entries[s].size();
        if (size < told.acknowledged[s]) {
            verdict.lost += told.acknowledged[s] - size;
            note(verdict, fmt::format("session {} has {} records, {} were acknowledged", s, size,
                                      told.acknowledged[s]));
        }
        judge_session(loaded, s, verdict);
    }
    const auto sizes = loaded.sizes();
    if (verdict.lost == 0 && sizes != told.acknowledged && sizes != told.attempted) {
        verdict.torn = true;
        note(verdict,
             fmt::format("{} and {} records are no transaction's end", sizes[0], sizes[1]));
    }
    return verdict;
}

void Judge::judge_rows(const Loaded& loaded, const Progress& told, Verdict& verdict) const {
    if (loaded.rows.size() < told.sessions) {
        ++verdict.lost;
        note(verdict, "a session is missing");
    }
    for (std::size_t i = 0; i < loaded.rows.size(); ++i) {
        if (i < kSessions && loaded.rows[i] == history_[i].row) continue;
        verdict.wrong = true;
        // The platform's signature covers number, authorisation and roster, and a password hash
        // that changed is the hash of no password.
        verdict.detected = true;
        note(verdict, fmt::format("the row of session {} is not the one written", i));
    }
}

void Judge::judge_session(const Loaded& loaded, std::size_t session, Verdict& verdict) {
    const auto& found = loaded.entries[session];
    const auto& written = history_[session].entries;
    const bool same =
        found.size() <= written.size() && std::equal(found.begin(), found.end(), written.begin());
    if (!same) {
        verdict.wrong = true;
        verdict.detected = verdict.detected || !chain_verifies(found, session);
        note(verdict, fmt::format("session {} holds records that were never written", session));
    } else if (!replays_to_model(session, found.size())) {
        verdict.wrong = true;
        note(verdict, fmt::format("session {} does not replay to the model's state", session));
    }
}

bool Judge::chain_verifies(const std::vector<record::Entry>& entries, std::size_t session) const {
    const auto& trust = history_[session].trust;
    if (weakness_ == Weakness::unchecked_previous)
        return is_chain(entries, trust.authorisation, LinkRule::ignored);
    return is_chain(entries, trust.authorisation) && replay(entries, trust).has_value();
}

bool Judge::replays_to_model(std::size_t session, std::size_t size) {
    const auto known = replays_[session].find(size);
    if (known != replays_[session].end()) return known->second;
    const auto& history = history_[session];
    const auto end = history.entries.begin() + static_cast<std::ptrdiff_t>(size);
    const std::vector<record::Entry> entries(history.entries.begin(), end);
    const bool right = is_chain(entries, history.trust.authorisation) &&
                       replay(entries, history.trust) == history.states[size];
    return replays_[session][size] = right;
}

}  // namespace preau::crash
