// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include "base/big_endian.hpp"
#include "support/catch.hpp"

using namespace preau;

TEST_CASE("hexadecimal has one spelling") {
    CHECK_FALSE(from_hex("0"));
    CHECK_FALSE(from_hex("0G"));
    CHECK_FALSE(from_hex("AB"));
    CHECK(to_hex(*from_hex("00ff7a")) == "00ff7a");
}

TEST_CASE("base64 refuses every second spelling of the same bytes") {
    for (const auto* text :
         {"Zg", "Zg=", "Zh==", "Zm8", "Zm9=", "Z===", "====", "Zg==\n", "Zg==Zg==", "Zm-v"})
        CHECK_FALSE(from_base64(text));
}

TEST_CASE("base64 writes and reads the RFC 4648 test vectors") {
    const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, encoded] : vectors) {
        CHECK(to_base64(as_bytes(plain)) == encoded);
        CHECK(as_text(*from_base64(encoded)) == plain);
    }
}

TEST_CASE("a reader that ran past the end never says ok again") {
    const Bytes bytes = ByteWriter().u16(0x0102).take();
    ByteReader reader(bytes);
    CHECK(reader.u32() == 0);
    CHECK_FALSE(reader.ok());
    CHECK(reader.u8() == 0);
    CHECK_FALSE(reader.finished());
}

TEST_CASE("integers are written big-endian and read back") {
    const Bytes bytes =
        ByteWriter().u8(1).u16(0x0203).u32(0x04050607).u64(0x08090a0b0c0d0e0f).take();
    CHECK(to_hex(bytes) == "0102030405060708090a0b0c0d0e0f");
    ByteReader reader(bytes);
    CHECK(reader.u8() == 1);
    CHECK(reader.u16() == 0x0203);
    CHECK(reader.u32() == 0x04050607);
    CHECK(reader.u64() == 0x08090a0b0c0d0e0f);
    CHECK(reader.finished());
}
