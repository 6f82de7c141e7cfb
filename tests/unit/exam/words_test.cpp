// SPDX-License-Identifier: Apache-2.0
#include "exam/words.hpp"

#include "exam/refusal.hpp"
#include "support/catch.hpp"

#include <set>
#include <string>

using namespace preau::exam;
namespace answers = preau::answers;

namespace {

template <class E>
void is_read_back(int count) {
    std::set<std::string_view> words;
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<E>(i);
        CHECK(from_word<E>(word(value)) == value);
        words.insert(word(value));
    }
    CHECK(words.size() == static_cast<std::size_t>(count));
    CHECK(from_word<E>("") == std::nullopt);
    CHECK(from_word<E>("nonsense") == std::nullopt);
}

}  // namespace

TEST_CASE("words: each value has its own, and it is read back") {
    is_read_back<FinishReason>(5);
    is_read_back<AbortReason>(2);
    is_read_back<ResultStatus>(3);
    is_read_back<AutoComment>(5);
    is_read_back<answers::Status>(6);
}

TEST_CASE("words: every refusal has a code of its own") {
    std::set<std::string_view> codes;
    const int count = static_cast<int>(Refusal::lack_of_questions) + 1;
    for (int i = 0; i < count; ++i) codes.insert(code(static_cast<Refusal>(i)));
    CHECK(codes.size() == static_cast<std::size_t>(count));
}
