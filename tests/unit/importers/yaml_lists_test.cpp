// SPDX-License-Identifier: Apache-2.0
#include "importers/yaml_lists.hpp"

#include "support/catch.hpp"

using namespace preau::importers;

TEST_CASE("a YAML bomb is refused at its first alias") {
    const auto read = read_yaml_lists("a: &a [x, x]\nb: [*a, *a]\n");
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "YAML, line 2: aliases are not accepted");
}

TEST_CASE("YAML that is not a map of lists is refused with its line") {
    for (const auto* yaml : {"lecteur: [ a", "- a\n- b\n", "juste un texte", "a:\n  b: c\n",
                             "a: [[b]]\n", "a: 1\n---\nb: 2\n"})
        CHECK_FALSE(read_yaml_lists(yaml));
    const std::string deep(10'000, '[');
    CHECK_FALSE(read_yaml_lists("a: " + deep));
}

TEST_CASE("every scalar of a solution is a text") {
    const auto read = read_yaml_lists("num1:\n- 1\n- \"un\"\n- 01\nnum2: true\nnum3:\n- ~\n");
    REQUIRE(read);
    CHECK(*read ==
          std::vector<YamlList>{{"num1", {"1", "un", "01"}}, {"num2", {"true"}}, {"num3", {""}}});
}
