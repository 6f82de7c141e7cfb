// SPDX-License-Identifier: Apache-2.0
#include "central/desk/authorise.hpp"

#include "central/desk/verification_codes.hpp"
#include "json/write.hpp"
#include "seal/hash.hpp"

namespace preau::central {

namespace {

constexpr char kKeepEnvelope[] =
    "INSERT INTO authorisation (session, number, envelope, roster, made_at) "
    "VALUES ($1, $2, $3, $4, $5)";
constexpr char kKeepRow[] =
    "INSERT INTO authorised_session (session, number, uai, campaign, centre, box, not_before, "
    "not_after, max_candidates, pack, parent, made_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

Bytes parcel_text(const AuthorisedSession& made, ByteView roster) {
    const auto text = json::write(
        json::Object{{"authorisation", made.envelope}, {"roster", std::string(as_text(roster))}});
    return to_bytes(as_bytes(text));
}

}  // namespace

std::string parcel_name(const SessionId& session) { return session.hex() + ".parcel"; }

Result<std::vector<seal::Certificate>> Authorising::boxes_of(const SessionOrder& order) {
    std::vector<seal::Certificate> boxes;
    for (const auto& name : order.boxes) {
        auto box = parts_.enrolment.find(name);
        if (!box) return fail(std::move(box.error()));
        if (!*box) return refuse("box " + name + " is not enrolled: preau-central enrol");
        if ((*box)->revocation)
            return refuse("box " + name + " is revoked: " + (*box)->revocation->reason);
        if ((*box)->uai != order.uai)
            return refuse("box " + name + " is of school " + (*box)->uai + ", the session of " +
                          order.uai);
        if ((*box)->certificate.not_after < order.not_after)
            return refuse("the certificate of box " + name +
                          " ends before the session: renew it, or end the window earlier");
        boxes.push_back((*box)->certificate);
    }
    return boxes;
}

Result<seal::Authorisation> Authorising::write(const SessionOrder& order, const ShelvedPack& pack) {
    seal::Authorisation out{.session = {},
                            .number = order.number,
                            .uai = order.uai,
                            .campaign = order.campaign,
                            .boxes = order.boxes,
                            .not_before = order.not_before,
                            .not_after = order.not_after,
                            .pack_id = pack.id,
                            .pack_version = pack.version,
                            .pack_hash = pack.hash,
                            .roster_hash = seal::sha256(order.roster),
                            .max_candidates = order.max_candidates,
                            .mirror_required = order.mirror_required,
                            .tls_required = order.tls_required,
                            .network = order.network,
                            .lockdown = order.lockdown,
                            .minimum_software = order.minimum_software,
                            .local = order.local};
    parts_.entropy.fill(out.session.bytes);
    auto codes =
        draw_verification_codes(parts_.database, parts_.entropy, out.session,
                                static_cast<int>(order.max_candidates + order.local.seats));
    if (!codes) return fail(std::move(codes.error()));
    out.verification_codes = std::move(*codes);
    return out;
}

Result<std::string> Authorising::add_keys(seal::Authorisation& out, const ShelvedPack& pack,
                                          std::span<const seal::Certificate> boxes) {
    if (!pack.keys) return std::string();
    auto code = seal::draw_day_code(parts_.entropy);
    const auto share = seal::BoxShare::generate(parts_.entropy);
    const auto unlock = seal::derive_unlock_key(share, code, out.session);
    if (!unlock) return fail(unlock.error());
    out.wrapped_keys = seal::wrap_pack_keys(*pack.keys, *unlock, out.session, pack.hash);
    for (const auto& box : boxes) {
        auto sealed = seal::seal_share(share, box.encryption, parts_.entropy);
        if (!sealed) return fail(std::move(sealed.error()));
        out.shares.push_back({box.box, std::move(*sealed)});
    }
    return code;
}

Result<void> Authorising::keep_row(const SessionOrder& order, const AuthorisedSession& made,
                                   const SessionId& session, const std::string& number) {
    const auto& a = made.authorisation;
    const auto now = parts_.clock.wall_now().ms;
    const bool is_local = session != a.session;
    const auto roster = is_local ? ByteView{} : ByteView(order.roster);
    const auto kept =
        parts_.database.run(kKeepEnvelope, session, number, made.envelope, roster, now);
    if (!kept) return fail(kept.error());
    const auto row = parts_.database.run(kKeepRow, session, number, a.uai, a.campaign, order.centre,
                                         a.boxes.front(), a.not_before.ms, a.not_after.ms,
                                         is_local ? a.local.seats : a.max_candidates, a.pack_hash,
                                         is_local ? std::optional(a.session) : std::nullopt, now);
    if (!row) return fail(row.error());
    return {};
}

Result<void> Authorising::keep(const SessionOrder& order, const AuthorisedSession& made) {
    const auto& a = made.authorisation;
    if (auto kept = keep_row(order, made, a.session, a.number); !kept) return kept;
    for (const auto& number : a.local.numbers)
        if (auto kept = keep_row(order, made, seal::local_session_id(a.session, number), number);
            !kept)
            return kept;
    for (const auto& box : a.boxes)
        if (auto left = parts_.documents.put(box, parcel_name(a.session), made.parcel); !left)
            return left;
    return {};
}

Result<AuthorisedSession> Authorising::authorise(const SessionOrder& order,
                                                 const ShelvedPack& pack) {
    const auto boxes = boxes_of(order);
    if (!boxes) return fail(boxes.error());
    const auto key = parts_.keys.signer(seal::Role::session);
    if (!key) return fail(key.error());
    std::vector<seal::RecipientKey> recipients;
    for (const auto& box : *boxes) recipients.push_back(box.encryption);
    return sql::in_transaction(parts_.database, [&]() -> Result<AuthorisedSession> {
        AuthorisedSession made;
        auto written = write(order, pack);
        if (!written) return fail(std::move(written.error()));
        auto code = add_keys(*written, pack, *boxes);
        if (!code) return fail(std::move(code.error()));
        // What we sign must be readable by who receives it.
        const auto text = seal::write_authorisation(*written);
        if (auto read = seal::read_authorisation(as_bytes(text)); !read)
            return fail(std::move(read.error()));
        made.authorisation = std::move(*written);
        made.day_code = std::move(*code);
        made.envelope = seal::sign_authorisation(made.authorisation, **key);
        auto parcel =
            seal::age_encrypt(parcel_text(made, order.roster), recipients, parts_.entropy);
        if (!parcel) return fail(std::move(parcel.error()));
        made.parcel = std::move(*parcel);
        if (auto kept = keep(order, made); !kept) return fail(std::move(kept.error()));
        return made;
    });
}

}  // namespace preau::central
