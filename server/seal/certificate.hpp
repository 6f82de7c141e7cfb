// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "seal/root.hpp"

#include <optional>

namespace preau::seal {

/// What a box asks the central platform to certify.
struct BoxRequest {
    PublicKey signing{};
    RecipientKey encryption;
    std::string hardware;  ///< serial number of the machine, for the technician
    std::string uai;       ///< the school
    ByteArray<16> nonce{};
    std::string software;
    WallTime created;
    std::optional<PublicKey> replaces;  ///< the signing key that this one follows

    bool operator==(const BoxRequest&) const = default;
};

/// The payload of the signed document (docs/formats/identity.md).
std::string write_request(const BoxRequest& request);
Result<BoxRequest> read_request(ByteView payload);

/// Signed by the key that it names; a rotation by the key that it replaces as well.
std::string sign_request(const BoxRequest& request, const SigningKey& key);
Result<std::string> sign_rotation(const BoxRequest& request, const SigningKey& old_key,
                                  const SigningKey& new_key);
/// Verifies that whoever asks holds the keys that it names. Who that is, the platform must know by
/// another way: a code, a technician, or the certificate of the key that it replaces.
Result<BoxRequest> open_request(std::string_view envelope);

/// What the central platform states of a box.
struct Certificate {
    std::int64_t serial = 1;
    std::string box;
    std::string uai;
    PublicKey signing{};
    RecipientKey encryption;
    WallTime not_before;
    WallTime not_after;   ///< at most limits::certificate_days_max later
    bool session = true;  ///< it may run sessions
    bool standby = true;  ///< it may take over those of another box

    bool operator==(const Certificate&) const = default;

    bool is_valid_at(WallTime time) const { return not_before <= time && time < not_after; }
};

std::string write_certificate(const Certificate& certificate);
Result<Certificate> read_certificate(ByteView payload);

std::string sign_certificate(const Certificate& certificate, const SigningKey& enrol_key);
/// Verifies by the root's enrol keys, then reads. Its dates and revocation are the caller's to look
/// at, for the time that matters.
Result<Certificate> open_certificate(std::string_view envelope, const Root& root);

}  // namespace preau::seal
