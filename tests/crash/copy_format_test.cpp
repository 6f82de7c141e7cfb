// SPDX-License-Identifier: Apache-2.0
#include "crash/history.hpp"
#include "crash/laboratory.hpp"
#include "store/second_copy_format.hpp"
#include "support/catch.hpp"
#include "support/keyed_cipher.hpp"

using namespace preau;
using namespace preau::store;
using crash::usual_history;
using test::KeyedCipher;

namespace {

const KeyedCipher kCipher(7);
constexpr std::size_t kTail = 300;

CopyChain chain_of(std::size_t session) {
    const auto& trust = usual_history()[session].trust;
    return {trust.session, trust.authorisation};
}

std::vector<record::Entry> first_of(std::size_t session, std::size_t count) {
    const auto& entries = usual_history()[session].entries;
    return {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(count)};
}

/// A file with these records and a zero tail; where each record ends.
struct Copy {
    Bytes file;
    std::vector<std::size_t> ends;
};

Copy copy_of(const std::vector<record::Entry>& entries, std::size_t tail = kTail) {
    Copy copy;
    for (const auto& entry : entries) {
        const auto record = encode_copy(entry, kCipher);
        copy.file.insert(copy.file.end(), record.begin(), record.end());
        copy.ends.push_back(copy.file.size());
    }
    copy.file.resize(copy.file.size() + tail);
    return copy;
}

/// The record that a byte of the file belongs to; the count of records for the tail.
std::size_t record_at(const Copy& copy, std::size_t byte) {
    return static_cast<std::size_t>(std::ranges::upper_bound(copy.ends, byte) - copy.ends.begin());
}

CopySheet sheet() {
    return {{.id = chain_of(0).session,
             .number = "123456",
             .authorisation = "a signed authorisation",
             .roster = "numero;nom\n1;Martin\n",
             .password_hash = "$argon2id$hash"},
            {"certificate of BOX-A", "certificate of BOX-B"}};
}

}  // namespace

TEST_CASE("second copy: an empty file, zeros and noise hold no record") {
    for (const auto& file : {Bytes(), Bytes(3), Bytes(4096), Bytes(4096, 0xff), Bytes(70, 0x50)}) {
        const auto records = read_copy(file, chain_of(0), kCipher);
        CHECK(records.entries.empty());
        CHECK(records.end == 0);
        CHECK(claimed_size(file, chain_of(0), kCipher) == 0);
    }
}

TEST_CASE("second copy: what was written is read back, to the byte") {
    const auto& entries = usual_history()[0].entries;
    const auto copy = copy_of(entries);
    const auto records = read_copy(copy.file, chain_of(0), kCipher);
    CHECK(records.entries == entries);
    CHECK(records.end == copy.ends.back());
    CHECK(records.clean);
    const auto headers = read_copy_headers(copy.file, chain_of(0));
    CHECK(headers.leaves.size() == entries.size());
    CHECK(headers.head(chain_of(0)) == entries.back().leaf);
    CHECK(claimed_size(copy.file, chain_of(0), kCipher) == entries.size());
    CHECK(headers.epoch == 2);
}

TEST_CASE("second copy: every byte changed ends the copy at its record, and changes none before") {
    const auto entries = first_of(0, 9);
    const auto copy = copy_of(entries);
    for (std::size_t byte = 0; byte < copy.file.size(); ++byte) {
        for (const int mask : {0x01, 0x80, 0xff}) {
            auto file = copy.file;
            file[byte] ^= static_cast<std::uint8_t>(mask);
            const auto expected = record_at(copy, byte);
            const auto records = read_copy(file, chain_of(0), kCipher);
            if (records.entries != first_of(0, expected))
                FAIL("byte " << byte << " mask " << mask << ": " << records.entries.size()
                             << " records instead of " << expected);
            if (records.clean) FAIL("byte " << byte << ": the damage was not seen");
        }
    }
}

TEST_CASE("second copy: cut at every byte, what is whole before the cut is recovered") {
    const auto entries = first_of(0, 9);
    const auto copy = copy_of(entries, 0);
    for (std::size_t size = 0; size < copy.file.size(); ++size) {
        auto torn = copy.file;
        torn.resize(size);
        const auto expected = first_of(0, record_at(copy, size));
        if (read_copy(torn, chain_of(0), kCipher).entries != expected) FAIL("cut at " << size);
        torn.resize(copy.file.size() + kTail);  // the rest had been allocated, and is zero
        if (read_copy(torn, chain_of(0), kCipher).entries != expected) FAIL("zero from " << size);
        for (std::size_t i = size; i < torn.size(); ++i)
            torn[i] = static_cast<std::uint8_t>(i * 31 + 7);
        if (read_copy(torn, chain_of(0), kCipher).entries.size() > expected.size())
            FAIL("noise from " << size);
    }
}

TEST_CASE("second copy: another session, another authorisation and another key hold nothing") {
    const auto copy = copy_of(first_of(0, 9));
    CHECK(read_copy(copy.file, chain_of(1), kCipher).entries.empty());
    auto other = chain_of(0);
    other.authorisation[0] ^= 1;
    CHECK(read_copy(copy.file, other, kCipher).entries.empty());
    CHECK(read_copy(copy.file, chain_of(0), KeyedCipher(8)).entries.empty());
    CHECK(read_copy_headers(copy.file, chain_of(0)).leaves.size() == 9);
}

TEST_CASE("second copy: records left out, moved or written twice end the copy there") {
    const auto entries = first_of(0, 9);
    const auto recovered = [&](std::vector<record::Entry> changed) {
        return read_copy(copy_of(changed).file, chain_of(0), kCipher).entries.size();
    };
    auto left_out = entries;
    left_out.erase(left_out.begin() + 4);
    CHECK(recovered(left_out) == 4);
    auto moved = entries;
    std::swap(moved[5], moved[6]);
    CHECK(recovered(moved) == 5);
    auto twice = entries;
    twice.insert(twice.begin() + 3, entries[2]);
    CHECK(recovered(twice) == 3);
}

TEST_CASE("second copy: what follows a damaged record is still seen to be there") {
    const auto copy = copy_of(first_of(0, 9));
    auto file = copy.file;
    file[copy.ends[3] + 4 + 28] ^= 1;  // number of record 4
    const auto headers = read_copy_headers(file, chain_of(0));
    CHECK(headers.leaves.size() == 4);
    CHECK(claimed_size(file, chain_of(0), kCipher) == 9);
    CHECK(claimed_size(file, chain_of(0), KeyedCipher(8)) == kClaimOfAnother);
    CHECK(claimed_size(file, chain_of(1), kCipher) == kClaimOfAnother);
}

TEST_CASE("second copy: its sheet tells its cover to anybody and the rest to the key only") {
    const auto bytes = encode_sheet(sheet(), kCipher);
    const auto cover = read_cover(bytes);
    REQUIRE(cover.has_value());
    CHECK(cover->session == sheet().row.id);
    CHECK(cover->number == "123456");
    CHECK(cover->authorisation == "a signed authorisation");
    CHECK(as_text(bytes).find("Martin") == std::string_view::npos);
    CHECK(as_text(bytes).find("argon2id") == std::string_view::npos);
    const auto opened = open_sheet(bytes, kCipher);
    REQUIRE(opened.has_value());
    CHECK(*opened == sheet());
    CHECK_FALSE(open_sheet(bytes, KeyedCipher(8)).has_value());
}

TEST_CASE("second copy: a sheet with any byte changed, cut or added is refused") {
    const auto bytes = encode_sheet(sheet(), kCipher);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] ^= 1;
        if (open_sheet(changed, kCipher).has_value()) FAIL("byte " << i);
        if (open_sheet(ByteView(bytes).first(i), kCipher).has_value()) FAIL("cut at " << i);
    }
    auto longer = bytes;
    longer.push_back(0);
    CHECK_FALSE(open_sheet(longer, kCipher).has_value());
}

TEST_CASE("second copy: its files are named after the session") {
    const auto id = chain_of(0).session;
    CHECK(copy_name(id) == id.hex() + ".pre-journal");
    CHECK(session_of_sheet(copy_sheet_name(id)) == id);
    for (const auto* name : {"", "LISEZMOI.txt", ".pre-session", "00.pre-session", "x.pre-journal"})
        CHECK_FALSE(session_of_sheet(name).has_value());
}
