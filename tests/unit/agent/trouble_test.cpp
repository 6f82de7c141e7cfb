// SPDX-License-Identifier: Apache-2.0
#include "agent/trouble.hpp"

#include "support/catch.hpp"

#include <set>

using namespace preau;
using namespace preau::agent;

TEST_CASE("every trouble has a word of its own and a French sentence that ends") {
    std::set<std::string_view> words;
    constexpr auto kLast = static_cast<int>(Trouble::stick_unreliable);
    for (int i = 0; i <= kLast; ++i) {
        const auto trouble = static_cast<Trouble>(i);
        INFO(word(trouble));
        CHECK(words.insert(word(trouble)).second);
        CHECK((sentence(trouble).empty() ? i == 0 : sentence(trouble).ends_with('.')));
    }
}

TEST_CASE("what a stranger says is shown on one line, without controls, cut to be read") {
    CHECK(fit_to_be_shown("a\nb\x7f\x1b[2J") == "ab[2J");
    CHECK(fit_to_be_shown("été\xff suite") == "été");
    CHECK(fit_to_be_shown(std::string(299, 'x') + "éé").size() == 299);
}
