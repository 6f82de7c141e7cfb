// SPDX-License-Identifier: Apache-2.0
#include "seal/bundle.hpp"

#include "base/big_endian.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"

using namespace preau;
using seal::Bundle;

namespace {

Bundle a_bundle(std::size_t events = 5) {
    Bundle bundle;
    bundle.manifest = R"({"the":"manifest"})";
    bundle.authorisation = R"({"the":"authorisation","payload":"é"})";
    bundle.certificates = {R"({"the":"certificate"})", "another"};
    for (std::size_t i = 0; i < events; ++i) {
        bundle.headers.emplace_back().fill(static_cast<std::uint8_t>(i));
        if (i == 2) continue;  // erased
        ByteArray<16> salt{};
        salt.fill(static_cast<std::uint8_t>(i));
        bundle.payloads.push_back({i, salt, Bytes(i, 'p')});
    }
    bundle.note = "note\n";
    return bundle;
}

bool reads(const Bytes& bytes) { return seal::read_bundle(bytes).has_value(); }

struct Record {
    std::uint8_t type;
    Bytes body;
};

/// A bundle file of these records, whatever they are, with the right final hash.
Bytes file_of(const std::vector<Record>& records) {
    ByteWriter out;
    out.bytes(as_bytes("PREAUBUNDLE1\n"));
    for (const auto& record : records)
        out.u8(record.type).u32(static_cast<std::uint32_t>(record.body.size())).bytes(record.body);
    const auto hash = seal::sha256(out.view());
    return out.u8(255).u32(32).bytes(hash).take();
}

const Record kManifest{1, {'m'}};
const Record kCertificates{2, to_bytes(as_bytes(R"({"authorisation":"a","certificates":[]})"))};
const Record kHeaders{3, Bytes(256, 0)};
const Record kNote{5, {'n'}};

Record payloads(std::initializer_list<std::uint64_t> sequences) {
    ByteWriter body;
    for (const auto sequence : sequences)
        body.u64(sequence).bytes(Bytes(16, 1)).u32(2).bytes(as_bytes("{}"));
    return {4, body.take()};
}

}  // namespace

TEST_CASE("a bundle with any byte changed is refused") {
    const auto bytes = seal::write_bundle(a_bundle());
    REQUIRE(reads(bytes));
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int bits : {0x01, 0x80, 0xFF}) {
            auto changed = bytes;
            changed[at] = static_cast<std::uint8_t>(changed[at] ^ bits);
            REQUIRE_FALSE(reads(changed));
        }
}

TEST_CASE("a bundle cut anywhere, or with bytes after its end, is refused") {
    const auto bytes = seal::write_bundle(a_bundle());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        REQUIRE_FALSE(reads({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)}));
    auto longer = bytes;
    longer.push_back(0);
    CHECK_FALSE(reads(longer));
    longer = bytes;
    longer.insert(longer.end(), bytes.end() - 37, bytes.end());
    CHECK_FALSE(reads(longer));
}

TEST_CASE("a bundle with the right hash but records missing, twice or out of order is refused") {
    REQUIRE(reads(file_of({kManifest, kCertificates, kHeaders, payloads({0, 1}), kNote})));
    REQUIRE(reads(file_of({kManifest, kCertificates, kHeaders, kNote})));
    const std::vector<Record> wrong[] = {
        {},
        {kManifest},
        {kManifest, kCertificates},
        {kManifest, kCertificates, kHeaders},
        {kManifest, kCertificates, kHeaders, payloads({0})},
        {kManifest, kCertificates, kNote},
        {kManifest, kCertificates, payloads({0}), kNote},
        {kManifest, kHeaders, kNote},
        {kCertificates, kManifest, kHeaders, kNote},
        {kManifest, kManifest, kCertificates, kHeaders, kNote},
        {kManifest, kCertificates, kCertificates, kHeaders, kNote},
        {kManifest, kCertificates, kHeaders, payloads({0}), kHeaders, kNote},
        {kManifest, kCertificates, kHeaders, kNote, kNote},
        {kManifest, kCertificates, kHeaders, kNote, payloads({0})},
        {kManifest, kCertificates, kHeaders, {6, {}}, kNote},
        {kManifest, kCertificates, kHeaders, {0, {}}, kNote},
        {kManifest, kCertificates, kHeaders, {127, {}}, kNote},
        {kManifest, kCertificates, kHeaders, kNote, {255, Bytes(32, 0)}},
    };
    for (const auto& records : wrong) CHECK_FALSE(reads(file_of(records)));
}

TEST_CASE("a record whose body is not its type's is refused by its number") {
    const auto problem = [](const Record& certificates, const Record& headers,
                            const Record& some_payloads, const Record& note) {
        const auto read =
            seal::read_bundle(file_of({kManifest, certificates, headers, some_payloads, note}));
        return read ? std::string() : read.error().message;
    };
    const auto fine = payloads({0});
    CHECK(problem(kCertificates, kHeaders, fine, kNote).empty());
    const auto body = [](std::string_view text) { return to_bytes(as_bytes(text)); };
    for (const auto* text :
         {"", "{}", "x", R"({"authorisation":1})", R"({ "authorisation":"a"})",
          R"({"authorisation":"a"})", R"({"authorisation":"a","certificates":[1]})",
          R"({"authorisation":"a","certificates":["","","","","","","","",""]})",
          R"({"authorisation":"a","certificates":[],"x":1})"})
        CHECK_THAT(problem({2, body(text)}, kHeaders, fine, kNote),
                   Catch::StartsWith("bundle: record 2: "));
    for (const std::size_t size : {0u, 1u, 127u, 129u})
        CHECK_THAT(problem(kCertificates, {3, Bytes(size, 0)}, fine, kNote),
                   Catch::StartsWith("bundle: record 3: "));
    for (const auto& wrong : {payloads({}), payloads({2}), payloads({0, 0}), payloads({1, 0}),
                              Record{4, Bytes(27, 0)}, Record{4, Bytes(29, 0xFF)}})
        CHECK_THAT(problem(kCertificates, kHeaders, wrong, kNote),
                   Catch::StartsWith("bundle: record 4: "));
    for (const std::size_t size : {0u, 8u * 1024 + 1})
        CHECK_THAT(problem(kCertificates, kHeaders, fine, {5, Bytes(size, 'n')}),
                   Catch::StartsWith("bundle: record 5: "));
}

TEST_CASE("B1: a length of gigabytes in a file of a hundred bytes is refused before any is taken") {
    for (const int type : {1, 2, 3, 4, 5, 128}) {
        ByteWriter out;
        out.bytes(as_bytes("PREAUBUNDLE1\n"))
            .u8(static_cast<std::uint8_t>(type))
            .u32(0xFFFFFFFF)
            .bytes(Bytes(40, 'x'));
        const auto hash = seal::sha256(out.view());
        CHECK_FALSE(reads(out.u8(255).u32(32).bytes(hash).take()));
    }
    const auto huge = ByteWriter().u64(0).bytes(Bytes(16, 0)).u32(0xFFFFFFFF).take();
    CHECK_FALSE(reads(file_of({kManifest, kCertificates, kHeaders, {4, huge}, kNote})));
}

TEST_CASE("more than a session has is refused") {
    const Record many{3, Bytes(4096 * 128, 0)};
    std::vector<Record> records{kManifest, kCertificates};
    for (int i = 0; i < 16; ++i) records.push_back(many);
    records.push_back(kNote);
    CHECK(reads(file_of(records)));
    records.insert(records.end() - 1, {3, Bytes(128, 0)});
    CHECK_FALSE(reads(file_of(records)));
    CHECK_FALSE(reads(file_of({kManifest, kCertificates, {3, Bytes(4097 * 128, 0)}, kNote})));
    CHECK_FALSE(reads(file_of({{1, Bytes(256 * 1024 + 1, 'm')}, kCertificates, kHeaders, kNote})));
    const auto big = ByteWriter()
                         .u64(0)
                         .bytes(Bytes(16, 0))
                         .u32(64 * 1024 + 1)
                         .bytes(Bytes(64 * 1024 + 1, 0))
                         .take();
    CHECK_FALSE(reads(file_of({kManifest, kCertificates, kHeaders, {4, big}, kNote})));
    CHECK_FALSE(reads(Bytes(limits::bundle_bytes_max + 1, 0)));
}

TEST_CASE("record types from 128 that a reader does not know are skipped") {
    const auto read = seal::read_bundle(
        file_of({{200, {1, 2}}, kManifest, kCertificates, {128, {}}, kHeaders, kNote, {254, {}}}));
    REQUIRE(read);
    CHECK(read->headers.size() == 2);
}

TEST_CASE("what is written is what is read") {
    CHECK(*seal::read_bundle(seal::write_bundle(a_bundle())) == a_bundle());
    CHECK(*seal::read_bundle(seal::write_bundle(a_bundle(1))) == a_bundle(1));
    auto large = a_bundle(10'000);
    large.payloads.back().bytes = Bytes(limits::payload_bytes_max, 'x');
    CHECK(*seal::read_bundle(seal::write_bundle(large)) == large);
}
