// SPDX-License-Identifier: Apache-2.0
#include "record/header.hpp"

#include "record/types.hpp"
#include "seal/merkle.hpp"
#include "support/catch.hpp"
#include "support/vectors.hpp"

#include <sstream>

using namespace preau;
using namespace preau::record;

namespace {

struct KnownEvent {
    HeaderBytes header{};
    std::string payload;
    Hash payload_hash{};
    Hash leaf{};
};

template <std::size_t N>
ByteArray<N> hex(const std::string& text) {
    const auto bytes = array_from_hex<N>(text);
    REQUIRE(bytes.has_value());
    return *bytes;
}

/// The known payloads were hashed with sixteen times 0xa0, 0xa1, 0xa2…
Salt known_salt(std::size_t event) {
    Salt salt;
    salt.fill(static_cast<std::uint8_t>(0xa0 + event));
    return salt;
}

/// The "event N header … payload … phash … leaf …" blocks of formats.txt.
std::vector<KnownEvent> known_events() {
    std::istringstream text(test::read_vectors("formats.txt"));
    std::vector<KnownEvent> events;
    for (std::string line; std::getline(text, line);) {
        std::istringstream words(line);
        std::string first;
        std::string value;
        words >> first;
        if (first == "event") {
            std::string skipped;
            words >> skipped >> skipped >> value;
            events.push_back({hex<128>(value), {}, {}, {}});
        } else if (!events.empty() && events.back().payload.empty() && first == "payload") {
            words >> events.back().payload;
        } else if (first == "phash") {
            words >> value;
            events.back().payload_hash = hex<32>(value);
        } else if (first == "leaf") {
            words >> value;
            events.back().leaf = hex<32>(value);
        }
    }
    return events;
}

}  // namespace

TEST_CASE("vectors: journal headers are read and written byte for byte") {
    const auto events = known_events();
    REQUIRE(events.size() >= 4);
    Hash previous{};
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& known = events[i];
        const auto header = decode(known.header);
        REQUIRE(header.has_value());
        CHECK(header->sequence == i);
        CHECK(header->payload_bytes == known.payload.size());
        CHECK(header->payload_hash == known.payload_hash);
        CHECK(payload_hash(known_salt(i), as_bytes(known.payload)) == known.payload_hash);
        CHECK(seal::leaf_hash(known.header) == known.leaf);
        if (i > 0) CHECK(header->previous == previous);
        CHECK(encode(*header) == known.header);
        previous = known.leaf;
    }
}

TEST_CASE("a header of another format is refused") {
    auto bytes = encode(Header{});
    bytes[0] = 'X';
    CHECK_FALSE(decode(bytes).has_value());
}

TEST_CASE("a header with a clock quality or a flag that does not exist is refused") {
    auto quality = encode(Header{});
    quality[6] = 6;
    CHECK_FALSE(decode(quality).has_value());
    auto flag = encode(Header{});
    flag[7] = 0x08;
    CHECK_FALSE(decode(flag).has_value());
}

TEST_CASE("a type number that this version does not know is unknown") {
    CHECK_FALSE(known_type(0x0209).has_value());
    CHECK(known_type(0x0201) == Type::answer_recorded);
}
