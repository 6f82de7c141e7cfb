// SPDX-License-Identifier: Apache-2.0
#include "seal/hkdf.hpp"

#include "support/catch.hpp"

using namespace preau;

TEST_CASE("HKDF gives the known answers of RFC 5869, appendix A.1 and A.3") {
    const Bytes material(22, 0x0b);
    const auto salt = *from_hex("000102030405060708090a0b0c");
    const auto info = *from_hex("f0f1f2f3f4f5f6f7f8f9");
    CHECK(to_hex(seal::hkdf(material, salt, as_text(info))) ==
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    CHECK(to_hex(seal::hkdf(material, {}, "")) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}
