// SPDX-License-Identifier: Apache-2.0
#include "importers/html_markdown.hpp"

#include "importers/html_entities.hpp"
#include "support/catch.hpp"

using namespace preau::importers;

TEST_CASE("a reference that HTML does not have stays as it is written") {
    CHECK(decode_entities("A&B &unknown; &#xD800; &#0; & done") ==
          "A&B &unknown; &#xD800; &#0; & done");
}

TEST_CASE("references become the characters they name") {
    CHECK(decode_entities("&eacute;t&#233; &amp; &#x20AC;") == "été & €");
}

TEST_CASE("paragraphs, emphasis and code become Markdown") {
    const auto converted =
        html_to_markdown("<p>Ouvrez <b>le</b>\n <em>fichier</em></p><p><code>a*b</code></p>");
    CHECK(converted.markdown == "Ouvrez **le** *fichier*\n\n`a*b`");
    CHECK(converted.dropped.empty());
}

TEST_CASE("lists keep their entries, one under the other") {
    CHECK(html_to_markdown("<p>Voici :</p><ul><li>un</li><li>deux</li></ul><p>Fin</p>").markdown ==
          "Voici :\n\n- un\n- deux\n\nFin");
    CHECK(html_to_markdown("<ol><li>un</li><li>deux</li></ol>").markdown == "1. un\n2. deux");
}

TEST_CASE("preformatted text keeps its lines and signs") {
    CHECK(html_to_markdown("<pre>si a &lt; b :\n    fin</pre>").markdown ==
          "```\nsi a < b :\n    fin\n```");
}

TEST_CASE("what Markdown would read as a mark is escaped") {
    CHECK(html_to_markdown("<p>2*3 [x] _y_ #1</p>").markdown == "2\\*3 \\[x\\] \\_y\\_ \\#1");
}

TEST_CASE("a tag that has no counterpart is named once and its text kept") {
    const auto converted =
        html_to_markdown("<p><u>un</u> <u>deux</u></p><table><tr>3</tr></table>");
    CHECK(converted.markdown == "un deux\n\n3");
    CHECK(converted.dropped == std::vector<std::string>{"u", "table", "tr"});
}

TEST_CASE("a script goes with its text") {
    CHECK(html_to_markdown("avant<script>alert('1 < 2')</script> après").markdown == "avant après");
}

TEST_CASE("pictures are taken out of the text") {
    const auto converted =
        html_to_markdown(R"(<p>Vue <img alt="un &eacute;cran" src='e.png'/></p>)");
    CHECK(converted.markdown == "Vue");
    REQUIRE(converted.images.size() == 1);
    CHECK(converted.images[0].source == "e.png");
    CHECK(converted.images[0].alternative == "un écran");
}

TEST_CASE("a proposal stays on one line") {
    CHECK(html_to_line("<p>un<br>deux</p><p>trois</p>").markdown == "un deux trois");
}

TEST_CASE("HTML cut anywhere is read to its end") {
    const std::string html =
        R"(<p>a &eacute; <img alt="x" src="y"> <ul><li>b</li></ul><!-- c --></p>)";
    for (std::size_t length = 0; length <= html.size(); ++length)
        CHECK_NOTHROW(html_to_markdown(std::string_view(html).substr(0, length)));
}

// Quadratic work on these would never end.
TEST_CASE("huge repeated marks are read in one go") {
    constexpr std::size_t kMany = 1'000'000;
    CHECK(decode_entities(std::string(kMany, '&')).size() == kMany);
    std::string nested;
    for (std::size_t i = 0; i < kMany / 10; ++i) nested += "<ul><li>a<blockquote>";
    CHECK(html_to_markdown(nested).markdown.size() < 100 * kMany);
}
