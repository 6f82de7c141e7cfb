// SPDX-License-Identifier: Apache-2.0
#include "central/ingest.hpp"

#include "base/log.hpp"
#include "central/ingest_problem.hpp"
#include "record/rescore.hpp"
#include "record/types.hpp"
#include "seal/hash.hpp"
#include "seal/merkle.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::central {

namespace {

constexpr std::size_t kDiscrepanciesToldMax = 5;
constexpr std::string_view kFamily = "PREAUBUNDLE";  // then the major version of the format

Failure<Stop> stop(StopCode code, std::string detail) {
    return fail(Stop{code, std::move(detail)});
}
Failure<Stop> stop(StopCode code, const Error& error) { return stop(code, error.message); }
Failure<Stop> disk(const Error& error) { return fail(Stop::disk(error)); }

std::string tell(const std::vector<record::Discrepancy>& discrepancies) {
    std::string told = fmt::format("{} in all", discrepancies.size());
    for (std::size_t i = 0; i < std::min(discrepancies.size(), kDiscrepanciesToldMax); ++i)
        told += fmt::format("; candidate {}: {}", discrepancies[i].candidate.value,
                            discrepancies[i].what);
    return told;
}

State state_after(StopCode code) {
    switch (code) {
        case StopCode::session_contested:
            return State::contested;
        case StopCode::pack_missing:
        case StopCode::storage_failed:
            return State::stored;  // not the bundle's fault: it is tried again
        case StopCode::version_newer:
            return State::parked;
        default:
            return State::quarantined;
    }
}

}  // namespace

Result<std::string, Stop> Ingest::take(const Hash& name, ByteView bytes) {
    is_kept_ = false;
    auto receipt = examine(name, bytes);
    if (!receipt) conclude(name, receipt.error());
    return receipt;
}

Ingest::Checked<std::string> Ingest::examine(const Hash& name, ByteView bytes) {
    if (seal::sha256(bytes) != name)
        return stop(StopCode::hash_differs, "the bytes received are not those of that hash");
    const auto given = parts_.register_of_sessions.receipt_of(name);
    if (!given) return disk(given.error());
    if (*given) return **given;
    const auto bundle = seal::read_bundle(bytes);
    if (!bundle) return stop(StopCode::bundle_malformed, bundle.error());
    if (auto kept = keep(name, bytes); !kept) return fail(std::move(kept.error()));

    return verify(name, *bundle);
}

void Ingest::examine_kept(const Hash& name) {
    is_kept_ = true;
    const auto claimed = parts_.register_of_sessions.claim(name, parts_.clock.wall_now());
    if (!claimed) {
        log::error("register.failed", {{"why", claimed.error().message}});
        return;
    }
    if (!*claimed) return;
    if (auto receipt = open_kept(name); !receipt) conclude(name, receipt.error());
}

Ingest::Checked<std::string> Ingest::open_kept(const Hash& name) {
    auto file = parts_.blobs.read(name);
    if (!file) return disk(file.error());
    auto plain = parts_.open(std::move(*file));
    if (!plain) return fail(std::move(plain.error()));
    const auto bundle = seal::read_bundle(*plain);
    if (!bundle) {
        const bool is_newer = plain->size() > kFamily.size() &&
                              as_text(ByteView(*plain).first(kFamily.size())) == kFamily &&
                              (*plain)[kFamily.size()] != '1';
        return stop(is_newer ? StopCode::version_unknown : StopCode::bundle_malformed,
                    bundle.error());
    }
    plain->clear();
    plain->shrink_to_fit();  // a large bundle is in memory once, not twice
    return verify(name, *bundle);
}

Result<void> Ingest::take_up_again() {
    const auto left = parts_.register_of_sessions.left_undecided(parts_.clock.wall_now());
    if (!left) return fail(left.error());
    for (const auto& name : *left) examine_kept(name);
    return {};
}

Ingest::Checked<std::string> Ingest::verify(const Hash& name, const seal::Bundle& bundle) {
    const auto documents = verify_documents(name, bundle);
    if (!documents) return fail(documents.error());
    const auto& manifest = documents->manifest;
    const auto earlier = parts_.register_of_sessions.accepted(manifest.session);
    if (!earlier) return disk(earlier.error());
    if (auto free = check_revocation(*documents, *earlier); !free)
        return fail(std::move(free.error()));
    if (*earlier) return compare(name, manifest, bundle, **earlier);
    if (auto known = check_types(manifest); !known) return fail(std::move(known.error()));

    const auto sealed = record::verify_sealed_session(bundle, manifest, documents->authorisation,
                                                      {{manifest.box, documents->box_key}});
    if (!sealed) return stop(StopCode::journal_refused, sealed.error());
    if (auto goes_on = check_earlier(manifest, *sealed); !goes_on)
        return fail(std::move(goes_on.error()));
    if (auto scored = score_again(*sealed, manifest.pack_hash); !scored)
        return fail(std::move(scored.error()));
    return accept(name, bundle, manifest, *sealed);
}

/// A box that is newer than the platform is not refused: its bundle waits.
Ingest::Checked<void> Ingest::check_types(const seal::Manifest& manifest) {
    for (const auto& [type, count] : manifest.counts)
        if (!record::known_type(type))
            return stop(StopCode::version_newer,
                        fmt::format("{} events of type {:#06x}, which this version does not know",
                                    count, type));
    return {};
}

/// What anyone has cosigned of the session before must be the beginning of this journal.
Ingest::Checked<void> Ingest::check_earlier(const seal::Manifest& manifest,
                                            const record::SealedSession& sealed) {
    const auto seen = parts_.register_of_sessions.checkpoints(manifest.session);
    if (!seen) return disk(seen.error());
    seal::MerkleTree tree;
    auto next = sealed.entries.begin();
    for (const auto& head : *seen) {
        while (tree.size() < head.size && next != sealed.entries.end()) tree.append((next++)->leaf);
        if (tree.size() != head.size || tree.root() != head.root)
            return stop(StopCode::session_contested,
                        fmt::format("a journal of {} records was seen before, and this one does "
                                    "not begin with it",
                                    head.size));
    }
    return {};
}

Ingest::Checked<void> Ingest::keep(const Hash& name, ByteView bytes) {
    if (auto kept = parts_.blobs.keep(name, bytes); !kept) return disk(kept.error());
    const auto received = parts_.register_of_sessions.receive(
        {.sha256 = name, .bytes = bytes.size(), .at = parts_.clock.wall_now()});
    if (!received) return disk(received.error());
    is_kept_ = true;
    return {};
}

Ingest::Checked<Ingest::Documents> Ingest::verify_documents(const Hash& name,
                                                            const seal::Bundle& bundle) {
    auto authorisation = verify_authorisation(bundle);
    if (!authorisation) return fail(std::move(authorisation.error()));
    const auto claimed = seal::unverified_manifest(bundle.manifest);
    if (!claimed) return stop(StopCode::manifest_refused, claimed.error());
    auto box = find_box(claimed->box);
    if (!box) return fail(std::move(box.error()));
    auto key = box->keys.front();
    auto manifest = seal::open_manifest(bundle.manifest, key);
    for (std::size_t i = 1; !manifest && i < box->keys.size(); ++i) {
        key = box->keys[i];
        manifest = seal::open_manifest(bundle.manifest, key);
    }
    if (!manifest) return stop(StopCode::manifest_refused, manifest.error());
    if (auto agree = record::check_agreement(*manifest, *authorisation); !agree)
        return stop(StopCode::manifest_refused, agree.error());
    const auto identified =
        parts_.register_of_sessions.identify(name, manifest->session, manifest->box);
    if (!identified) return disk(identified.error());
    return Documents{std::move(*authorisation), std::move(*manifest), key, std::move(*box)};
}

Ingest::Checked<seal::Authorisation> Ingest::verify_authorisation(const seal::Bundle& bundle) {
    auto authorisation =
        seal::open_authorisation(bundle.authorisation, parts_.keys.session.public_key());
    if (!authorisation) return stop(StopCode::authorisation_refused, authorisation.error());
    const auto made = parts_.register_of_sessions.authorisation(authorisation->session);
    if (!made) return disk(made.error());
    if (!*made || **made != bundle.authorisation)
        return stop(StopCode::authorisation_refused, "this platform did not make it");
    return std::move(*authorisation);
}

Ingest::Checked<KnownBox> Ingest::find_box(const std::string& box) {
    auto known = parts_.register_of_sessions.box(box);
    if (!known) return disk(known.error());
    if (!*known) return stop(StopCode::box_unknown, fmt::format("box {} is not enrolled", box));
    return std::move(**known);
}

/// A thief with the box's key must not be believed, nor throw doubt on what was accepted before.
/// A journal that somebody had cosigned whole before the revocation stays good.
Ingest::Checked<void> Ingest::check_revocation(const Documents& documents,
                                               const std::optional<Accepted>& earlier) {
    const auto& [authorisation, manifest, key, box] = documents;
    if (!box.revoked_since || (earlier && earlier->tree == manifest.tree)) return {};
    const auto seen = was_seen_before(parts_.register_of_sessions.connection(), manifest.session,
                                      manifest.tree, *box.revoked_since);
    if (!seen) return disk(seen.error());
    if (*seen) return {};
    return stop(StopCode::box_revoked,
                fmt::format("box {} is revoked since {}: {}", manifest.box,
                            to_iso8601(*box.revoked_since), box.revoked_for));
}

/// A session that was accepted before: the same journal in other wrapping gets the same receipt,
/// another journal is evidence.
Ingest::Checked<std::string> Ingest::compare(const Hash& name, const seal::Manifest& manifest,
                                             const seal::Bundle& bundle, const Accepted& earlier) {
    if (manifest.tree != earlier.tree) {
        if (auto kept = keep_evidence(name, manifest.session, bundle); !kept)
            return fail(std::move(kept.error()));
        return stop(StopCode::session_contested,
                    "another journal of this session was accepted before");
    }
    const auto concluded = parts_.register_of_sessions.conclude(
        {name, State::duplicate, "duplicate", "", parts_.clock.wall_now()});
    if (!concluded) return disk(concluded.error());
    return earlier.receipt;
}

/// Which record is the first that the two journals do not share.
Ingest::Checked<void> Ingest::keep_evidence(const Hash& name, const SessionId& session,
                                            const seal::Bundle& bundle) {
    const auto kept = parts_.register_of_sessions.leaves(session);
    if (!kept) return disk(kept.error());
    Fork fork{session, name, 0, {}, {}};
    std::size_t at = 0;
    while (at < bundle.headers.size() && at < kept->size() &&
           seal::leaf_hash(bundle.headers[at]) == (*kept)[at])
        ++at;
    fork.sequence = at;
    if (at < kept->size()) fork.kept = to_bytes((*kept)[at]);
    if (at < bundle.headers.size()) fork.other = to_bytes(seal::leaf_hash(bundle.headers[at]));
    const auto written = parts_.register_of_sessions.keep_evidence(fork, parts_.clock.wall_now());
    if (!written) return disk(written.error());
    return {};
}

Ingest::Checked<void> Ingest::score_again(const record::SealedSession& sealed, const Hash& pack) {
    const auto* content = parts_.packs(pack);
    if (content == nullptr)
        return stop(StopCode::pack_missing,
                    fmt::format("pack {} is not on the shelf", to_hex(pack)));
    const auto discrepancies = record::rescore(sealed.history, *content);
    if (!discrepancies.empty()) return stop(StopCode::score_disputed, tell(discrepancies));
    return {};
}

Ingest::Checked<std::string> Ingest::accept(const Hash& name, const seal::Bundle& bundle,
                                            const seal::Manifest& manifest,
                                            const record::SealedSession& sealed) {
    const auto now = parts_.clock.wall_now();
    auto receipt = seal::cosign(bundle.note, parts_.keys.receipt_verifier().name,
                                parts_.keys.receipt, now.ms / 1000);
    if (!receipt) return stop(StopCode::journal_refused, receipt.error());
    const auto accepted = parts_.register_of_sessions.accept(
        {name, manifest.box, sealed, manifest.session, manifest.tree, *receipt, now});
    if (!accepted) return disk(accepted.error());
    // Another process may have been at the same session, and be done first.
    if (accepted->receipt != *receipt) return compare(name, manifest, bundle, *accepted);
    log::info("bundle.accepted", {{"session", manifest.session.hex()},
                                  {"box", manifest.box},
                                  {"events", std::to_string(manifest.tree.size)}});
    return std::move(*receipt);
}

void Ingest::conclude(const Hash& name, const Stop& stop) {
    const auto code = std::string(code_of(stop.code));
    log::warning("bundle.stopped",
                 {{"sha256", to_hex(name)}, {"code", code}, {"why", stop.detail}});
    if (!is_kept_ || parts_.register_of_sessions.has_failed()) return;
    const auto concluded = parts_.register_of_sessions.conclude(
        {name, state_after(stop.code), code, stop.detail, parts_.clock.wall_now()});
    if (!concluded) log::error("register.failed", {{"why", concluded.error().message}});
}

}  // namespace preau::central
