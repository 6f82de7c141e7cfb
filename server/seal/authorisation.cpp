// SPDX-License-Identifier: Apache-2.0
#include "seal/authorisation.hpp"

#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/names.hpp"

#include <algorithm>

namespace preau::seal {

bool Authorisation::names_box(std::string_view box) const {
    return std::ranges::find(boxes, box) != boxes.end();
}

const SealedShare* Authorisation::find_share(std::string_view box) const {
    const auto found = std::ranges::find(shares, box, &SealedShare::box);
    return found == shares.end() ? nullptr : &*found;
}

SessionId local_session_id(const SessionId& authorised, std::string_view number) {
    const auto hash =
        sha256({as_bytes("preau-local-session/v1\n"), authorised.bytes, as_bytes(number)});
    SessionId session;
    std::copy_n(hash.begin(), session.bytes.size(), session.bytes.begin());
    return session;
}

std::string sign_authorisation(const Authorisation& authorisation, const SigningKey& central) {
    return sign_envelope(kAuthorisationType, as_bytes(write_authorisation(authorisation)), central);
}

Result<Authorisation> open_authorisation(std::string_view envelope, const PublicKey& central) {
    auto payload = open_envelope(envelope, kAuthorisationType, central);
    if (!payload) return fail(std::move(payload.error()).with_context("session authorisation"));
    return read_authorisation(*payload);
}

Result<Authorisation> open_authorisation(std::string_view envelope, const Root& root) {
    auto payload = open_by_role(envelope, kAuthorisationType, root, Role::session);
    if (!payload) return fail(std::move(payload.error()).with_context("session authorisation"));
    return read_authorisation(*payload);
}

}  // namespace preau::seal
