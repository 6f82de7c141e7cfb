// SPDX-License-Identifier: Apache-2.0
#include "app/enrolment.hpp"

#include "app/version.hpp"
#include "base/file.hpp"
#include "seal/certificate.hpp"

#include <algorithm>

namespace preau::app {

namespace {

/// Where a small board tells its serial number; other machines have none to tell.
constexpr const char* kSerialFile = "/sys/firmware/devicetree/base/serial-number";
constexpr std::size_t kSerialBytesMax = 64;

std::string serial_number() {
    const auto bytes = read_file(kSerialFile, kSerialBytesMax);
    if (!bytes) return {};
    std::string serial(as_text(*bytes));
    std::erase_if(serial, [](char c) { return c <= ' ' || c > '~'; });
    return serial;
}

}  // namespace

std::string make_request(const Configuration& configuration, const BoxKeys& keys, Clock& clock,
                         Entropy& entropy) {
    seal::BoxRequest request{.signing = keys.signing.public_key(),
                             .encryption = keys.encryption.recipient(),
                             .hardware = serial_number(),
                             .uai = configuration.uai,
                             .nonce = {},
                             .software = std::string(kVersion),
                             .created = clock.wall_now(),
                             .replaces = {}};
    entropy.fill(request.nonce);
    return seal::sign_request(request, keys.signing);
}

}  // namespace preau::app
