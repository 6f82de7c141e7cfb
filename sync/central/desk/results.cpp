// SPDX-License-Identifier: Apache-2.0
#include "central/desk/results.hpp"

#include <algorithm>

namespace preau::central {

namespace {

constexpr char kAuthorised[] =
    "SELECT number, centre, not_before, not_after FROM authorised_session WHERE session = $1";

/// One person's certifications have one key.
std::string person_key(const Pupil& pupil) {
    if (!pupil.account.empty()) return "account " + pupil.account;
    return "person " + pupil.uai + " " + to_hex(person_hash(pupil.identity));
}

const Certification* published(const JuryFile& file, CandidateNumber candidate) {
    if (!file.publication()) return nullptr;
    const auto& all = file.publication()->certifications;
    const auto found = all.find(candidate);
    return found == all.end() ? nullptr : &found->second;
}

/// The last choice about those attempts that was published.
void look_for_settlement(const JuryFile& file, std::span<const AttemptId> ids,
                         std::optional<Settlement>& found, WallTime& found_at) {
    const auto& decisions = file.decisions();
    const auto last = std::find_if(decisions.rbegin(), decisions.rend(),
                                   [](const auto& d) { return d.act == Act::publish; });
    for (auto at = last; at != decisions.rend(); ++at) {
        if (!at->settlement || !std::ranges::equal(at->settlement->considered, ids)) continue;
        if (!found || at->at > found_at) {
            found = at->settlement;
            found_at = at->at;
        }
    }
}

}  // namespace

Result<Results::Authorised> Results::authorised(const SessionId& session) {
    const auto rows = database_.query(kAuthorised, session);
    if (!rows) return fail(rows.error());
    if (rows->empty()) return Authorised{};
    const auto row = (*rows)[0];
    return Authorised{row.text(0), row.text(1), {row.integer(2)}, {row.integer(3)}};
}

Result<const JuryFile*> Results::file(const SessionId& session) {
    if (const auto found = files_.find(session); found != files_.end()) return &found->second;
    auto opened = jury_.open(session);
    if (!opened) return fail(std::move(opened.error()));
    if (!*opened) return nullptr;
    return &files_.emplace(session, std::move(**opened)).first->second;
}

Result<Pupil> Results::pupil_of(const KeptCandidacy& kept) {
    const auto& candidacy = kept.candidacy;
    if (!candidacy.account.empty()) {
        auto known = pupils_.with_account(candidacy.account);
        if (!known) return fail(std::move(known.error()));
        if (*known) return std::move(**known);
    } else {
        auto known = pupils_.with_identity(kept.uai, candidacy.identity);
        if (!known) return fail(std::move(known.error()));
        if (known->size() == 1) return std::move(known->front());
    }
    return Pupil{
        .account = candidacy.account, .ine = {}, .uai = kept.uai, .identity = candidacy.identity};
}

Result<std::vector<KeptCandidacy>> Results::attempts_of(const Pupil& pupil) {
    auto kept = Candidacies(database_).of_pupil(pupil);
    if (!kept) return kept;
    std::erase_if(*kept, [](const auto& one) { return !one.candidacy.has_started; });
    return kept;
}

Result<Attempt> Results::attempt(const KeptCandidacy& kept) {
    const auto window = authorised(kept.id.session);
    if (!window) return fail(window.error());
    const auto opened = file(kept.id.session);
    if (!opened) return fail(opened.error());
    Attempt out{.id = kept.id,
                .authorised_from = window->from,
                .authorised_until = window->until,
                .started = kept.candidacy.started,
                .quality = kept.candidacy.quality};
    if (*opened != nullptr)
        if (const auto* certification = published(**opened, kept.id.candidate))
            out.status = certification->status();
    return out;
}

Result<std::optional<Settlement>> Results::settlement(std::span<const KeptCandidacy> attempts) {
    std::vector<AttemptId> ids;
    for (const auto& kept : attempts) ids.push_back(kept.id);
    std::sort(ids.begin(), ids.end());
    std::optional<Settlement> found;
    WallTime found_at;
    for (const auto& id : ids) {
        const auto opened = file(id.session);
        if (!opened) return fail(opened.error());
        if (*opened != nullptr) look_for_settlement(**opened, ids, found, found_at);
    }
    return found;
}

Result<Counting> Results::counting_among(std::span<const KeptCandidacy> attempts) {
    std::vector<Attempt> all;
    for (const auto& kept : attempts) {
        auto one = attempt(kept);
        if (!one) return fail(std::move(one.error()));
        all.push_back(*one);
    }
    const auto settled = settlement(attempts);
    if (!settled) return fail(settled.error());
    return counting(all, *settled);
}

Result<Readable> Results::readable(const KeptCandidacy& kept, const Pupil& pupil) {
    const auto session = authorised(kept.id.session);
    if (!session) return fail(session.error());
    const auto opened = file(kept.id.session);
    if (!opened) return fail(opened.error());
    Readable out{.id = kept.id,
                 .pupil = pupil,
                 .centre = session->centre,
                 .certification = {},
                 .verification_code = kept.candidacy.verification_code,
                 .taken = kept.candidacy.started,
                 .delivered = {}};
    out.pupil.identity = kept.candidacy.identity;
    if (*opened == nullptr) return out;
    if (const auto* certification = published(**opened, kept.id.candidate)) {
        out.certification = *certification;
        out.delivered = (*opened)->publication()->first_at;
    }
    return out;
}

Result<Readable> Results::counting_readable(std::span<const KeptCandidacy> attempts,
                                            const Pupil& pupil) {
    const auto counting = counting_among(attempts);
    if (!counting) return fail(counting.error());
    auto out = readable(attempts[counting->counts.value_or(attempts.size() - 1)], pupil);
    if (out && !counting->counts) {
        out->certification.reset();
        out->delivered.reset();
    }
    return out;
}

Result<std::vector<Readable>> Results::of_school(std::string_view uai) {
    const auto kept = Candidacies(database_).of_school(uai);
    if (!kept) return fail(kept.error());
    std::map<std::string, Pupil> persons;
    for (const auto& one : *kept) {
        if (!one.candidacy.has_started) continue;
        auto pupil = pupil_of(one);
        if (!pupil) return fail(std::move(pupil.error()));
        auto key = person_key(*pupil);
        persons.emplace(std::move(key), std::move(*pupil));
    }
    std::vector<Readable> all;
    for (const auto& [key, pupil] : persons) {
        const auto attempts = attempts_of(pupil);
        if (!attempts) return fail(attempts.error());
        auto one = counting_readable(*attempts, pupil);
        if (!one) return fail(std::move(one.error()));
        all.push_back(std::move(*one));
    }
    return all;
}

Result<std::optional<Readable>> Results::counting_of(const Pupil& pupil) {
    const auto attempts = attempts_of(pupil);
    if (!attempts) return fail(attempts.error());
    if (attempts->empty()) return std::optional<Readable>();
    auto one = counting_readable(*attempts, pupil);
    if (!one) return fail(std::move(one.error()));
    return std::optional(std::move(*one));
}

Result<std::vector<Readable>> Results::of_account(std::string_view account) {
    auto pupil = pupils_.with_account(account);
    if (!pupil) return fail(std::move(pupil.error()));
    if (!*pupil) {
        pupil->emplace();
        (*pupil)->account = account;
    }
    const auto attempts = attempts_of(**pupil);
    if (!attempts) return fail(attempts.error());
    std::vector<Readable> all;
    for (const auto& kept : *attempts) {
        auto one = readable(kept, **pupil);
        if (!one) return fail(std::move(one.error()));
        all.push_back(std::move(*one));
    }
    std::ranges::sort(all, {}, &Readable::taken);
    return all;
}

Result<std::optional<Readable>> Results::with_code(std::string_view verification_code) {
    const auto kept = Candidacies(database_).with_code(verification_code);
    if (!kept) return fail(kept.error());
    if (kept->size() != 1) return std::optional<Readable>();
    const auto pupil = pupil_of(kept->front());
    if (!pupil) return fail(pupil.error());
    auto one = readable(kept->front(), *pupil);
    if (!one) return fail(std::move(one.error()));
    return std::optional(std::move(*one));
}

Result<std::vector<OpenPair>> Results::open_pairs(const SessionId& session) {
    const auto kept = Candidacies(database_).of_session(session);
    if (!kept) return fail(kept.error());
    std::vector<OpenPair> pairs;
    for (const auto& one : *kept) {
        if (!one.candidacy.has_started) continue;
        const auto pupil = pupil_of(one);
        if (!pupil) return fail(pupil.error());
        auto attempts = attempts_of(*pupil);
        if (!attempts) return fail(attempts.error());
        const auto counting = counting_among(*attempts);
        if (!counting) return fail(counting.error());
        if (counting->doubt != Doubt::none && !counting->counts)
            pairs.push_back({counting->doubt, std::move(*attempts)});
    }
    return pairs;
}

}  // namespace preau::central
