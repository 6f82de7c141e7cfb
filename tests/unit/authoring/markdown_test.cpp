// SPDX-License-Identifier: Apache-2.0
#include "authoring/markdown.hpp"

#include "support/catch.hpp"

using namespace preau;
using namespace preau::authoring;

TEST_CASE("Markdown becomes the small HTML subset, with every sign escaped") {
    Problems problems;
    const auto html = [&](const std::string& markdown) {
        return render_instruction(markdown, "x.md", 1, problems).html;
    };
    CHECK(html("a < b & *c* **d** `<e>` \"f\"") ==
          "<p>a &lt; b &amp; <em>c</em> <strong>d</strong> <code>&lt;e&gt;</code> "
          "&quot;f&quot;</p>");
    CHECK(html("```python\nx = \"<1>\"\n```") ==
          "<pre><code>x = &quot;&lt;1&gt;&quot;\n</code></pre>");
    CHECK(html("- un\n- deux") == "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>");
    CHECK(html("3. un") == "<ol start=\"3\">\n<li>un</li>\n</ol>");
    CHECK(html("> dit-elle") == "<blockquote>\n<p>dit-elle</p>\n</blockquote>");
    CHECK(html("un\\\ndeux") == "<p>un<br />\ndeux</p>");
    CHECK(html("\\<b> \\[x](y)") == "<p>&lt;b&gt; [x](y)</p>");
    CHECK(problems.empty());
}

TEST_CASE("The picture leaves the text") {
    Problems problems;
    const auto rendered = render_instruction(
        "Avant.\n\n![Un *beau*\ndessin](beau-dessin.png)\n\nAprès.", "x.md", 10, problems);
    CHECK(problems.empty());
    CHECK(rendered.html == "<p>Avant.</p>\n<p>Après.</p>");
    REQUIRE(rendered.picture);
    CHECK(rendered.picture->file == "beau-dessin.png");
    CHECK(rendered.picture->alternative == "Un beau dessin");
    CHECK(rendered.picture->line == 12);
}

TEST_CASE("A proposal is one line of inline Markdown") {
    Problems problems;
    CHECK(render_proposal("`=A1 + B1` *ou* non & <", "x.md", 1, problems) ==
          "<code>=A1 + B1</code> <em>ou</em> non &amp; &lt;");
    CHECK(problems.empty());
    for (const auto refused : {"- liste", "1. liste", "> citation", "![a](b.svg)", "<b>x</b>",
                               "[a](b)", "# titre", "    code", "---"}) {
        problems.clear();
        CAPTURE(refused);
        CHECK(render_proposal(refused, "x.md", 7, problems).empty());
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().line == 7);
    }
}
