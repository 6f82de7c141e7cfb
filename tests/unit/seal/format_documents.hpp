// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/authorisation.hpp"
#include "seal/certificate.hpp"
#include "seal/timestamp.hpp"
#include "unit/seal/test_platform.hpp"

/// One good document of each kind, all of one session, always the same bytes.
namespace preau::test {

inline constexpr std::uint8_t kBoxIdentityByte = 0x77;
inline const std::string kKnownBox = "BOX-7Q4M";
inline const SessionId kKnownSession{{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}};

seal::Root next_root();
std::string sign_next_root(const seal::Root& root);  ///< by the keys before and its own
std::string next_root_document();

seal::Timestamp known_timestamp();
std::string timestamp_document();

seal::BoxRequest known_request();
std::string request_document();
seal::BoxRequest known_rotation();
std::string rotation_document();

seal::Certificate known_certificate();
std::string certificate_document();

seal::Authorisation known_authorisation();
std::string authorisation_document();
std::string parcel_file();
Bytes stretched_code();   ///< what Argon2id makes of the code of the day
Bytes known_pack_keys();  ///< both keys that the authorisation wraps

Bytes candidate_receipt();
std::string sealing_note();

/// What is wrong with the bundle.
struct BundleFaults {
    bool payload = false, chain = false, audience = false, box_key = false, root = false,
         certificate = false, note = false;
};
Bytes plain_bundle(const BundleFaults& faults);
Bytes bundle_file();
std::string bundle_note();  ///< of bundle_file()

}  // namespace preau::test
