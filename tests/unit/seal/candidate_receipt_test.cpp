// SPDX-License-Identifier: Apache-2.0
#include "seal/candidate_receipt.hpp"

#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;

namespace {

const seal::CandidateStatement kStatement{
    SessionId{{1, 2, 3}},        {7},         32, 900, 1000, 1'764'000'000,
    seal::sha256(as_bytes("x")), {9, 8, 7, 6}};

}  // namespace

TEST_CASE("a receipt changed anywhere, or by another key, is refused") {
    const auto receipt = seal::sign_statement(kStatement, test::key_of(1));
    const auto& key = test::key_of(1).public_key();
    CHECK(test::first_accepted_change(std::string(as_text(receipt)), [&](const auto& changed) {
              return seal::open_statement(as_bytes(changed), key).has_value();
          }) == std::string::npos);
    CHECK_FALSE(seal::open_statement(receipt, test::key_of(2).public_key()));
    CHECK_FALSE(seal::open_statement({}, key));
    CHECK(*seal::open_statement(receipt, key) == kStatement);
}
