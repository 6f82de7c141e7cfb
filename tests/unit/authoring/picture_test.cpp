// SPDX-License-Identifier: Apache-2.0
#include "authoring/picture.hpp"

#include "base/big_endian.hpp"
#include "support/catch.hpp"

#include <vector>

using namespace preau;
using authoring::check_png;
using authoring::check_svg;

namespace {

/// A drawing with that inside its root.
std::string svg(const std::string& inside, const std::string& attributes = "") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"" + attributes +
           ">" + inside + "</svg>";
}

void chunk(ByteWriter& writer, const char* type, ByteView data) {
    writer.u32(static_cast<std::uint32_t>(data.size())).bytes(as_bytes(type)).bytes(data).u32(0);
}

Bytes png(std::uint32_t width, std::uint32_t height) {
    ByteWriter header, file;
    header.u32(width).u32(height).u8(8).u8(0).u8(0).u8(0).u8(0);
    file.bytes(as_bytes("\x89PNG\r\n\x1a\n"));
    chunk(file, "IHDR", header.view());
    chunk(file, "IDAT", as_bytes("pixels"));
    chunk(file, "IEND", {});
    return file.take();
}

}  // namespace

TEST_CASE("A drawing that could run or fetch something is refused") {
    const std::vector<std::string> drawings = {
        svg("<script>alert(1)</script>"),
        svg("<foreignObject><p>x</p></foreignObject>"),
        svg("<image href=\"x.png\"/>"),
        svg("<a href=\"#x\"><rect/></a>"),
        svg("<style>rect { fill: url(//example.org) }</style>"),
        svg("<animate attributeName=\"x\"/>"),
        svg("<set attributeName=\"onload\"/>"),
        svg("<rect onclick=\"x()\"/>"),
        svg("<rect ONCLICK=\"x()\"/>"),
        svg("", " onload='x()'"),
        svg("<use href=\"other.svg#a\"/>"),
        svg("<use href=\" #a\"/>"),
        svg("<use xlink:href=\"#a\"/>"),
        svg("<rect fill=\"url(other.svg#a)\"/>"),
        svg("<rect fill=\"URL( '#a' )\"/>"),
        svg("<rect style=\"fill:u\\72l(//example.org)\"/>"),
        svg("<rect fill=\"https://example.org\"/>"),
        svg("<rect fill=\"java&#115;cript:x\"/>"),
        svg("<svg:script/>"),
        svg("<svg/>"),
        svg("<text><![CDATA[<script/>]]></text>"),
        svg("<text>&evil;</text>"),
        svg("<text>&#60;</text>"),
        svg("<?xml-stylesheet href=\"x.css\"?>"),
        "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + svg(""),
        svg("", " xmlns:x=\"http://example.org\""),
        svg("", " xml:base=\"http://example.org\""),
    };
    for (const auto& drawing : drawings) {
        CAPTURE(drawing);
        CHECK_FALSE(check_svg(drawing));
    }
}

TEST_CASE("A drawing that is not well formed is refused") {
    const std::vector<std::string> drawings = {
        "",
        "   ",
        "x",
        "<svg",
        "<svg>",
        "<html/>",
        "<svg/>",
        svg("<g>"),
        svg("</g>"),
        svg("<g></h>"),
        svg("<rect x=1/>"),
        svg("<rect x/>"),
        svg("<rect x=\"1/>"),
        svg("<rect x=\"1\"y=\"2\"/>"),
        svg("<rect x=\"1\" x=\"2\"/>"),
        svg("<rect x=\"<\"/>"),
        svg("<!-- a"),
        svg("<!-- a -- b -->"),
        svg("< rect/>"),
        svg("") + svg(""),
        svg("") + "x",
        "<?xml version=\"1.0\"",
        svg(std::string(40, ' ')).substr(0, 60),
        "<svg xmlns=\"http://www.w3.org/1999/xhtml\" width=\"4\" height=\"3\"/>",
        [] {
            std::string deep;
            for (int i = 0; i < 40; ++i) deep += "<g>";
            return svg(deep);
        }()};
    for (const auto& drawing : drawings) {
        CAPTURE(drawing);
        CHECK_FALSE(check_svg(drawing));
    }
}

TEST_CASE("A drawing without a usable size is refused") {
    const std::string start = "<svg xmlns=\"http://www.w3.org/2000/svg\" ";
    const std::vector<std::string> sizes = {"",
                                            "width=\"40\"",
                                            "width=\"40\" height=\"0\"",
                                            "width=\"4001\" height=\"30\"",
                                            "width=\"100%\" height=\"100%\"",
                                            "width=\"nan\" height=\"30\"",
                                            "viewBox=\"0 0 40\"",
                                            "viewBox=\"0 0 40 x\"",
                                            "viewBox=\"0 0 40 5000\""};
    for (const auto& size : sizes) {
        CAPTURE(size);
        CHECK_FALSE(check_svg(start + size + "/>"));
    }
}

TEST_CASE("A refused drawing is told with its line") {
    const auto checked = check_svg(svg("\n<g>\n<script/>\n</g>"));
    REQUIRE_FALSE(checked);
    CHECK_THAT(checked.error().message, Catch::StartsWith("line 3: <script> "));
}

TEST_CASE("A plain drawing has the size it asks for") {
    const auto checked =
        check_svg("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- dessin -->\n" +
                  svg("<title>Été &amp; hiver</title><defs><marker id=\"m\"/></defs>\n"
                      "<g style=\"fill:url(#m)\"><path d='M0 0 L4 4' marker-end=\"url(#m)\"/>"
                      "<use href=\"#m\" /></g>",
                      " xml:lang=\"fr\"") +
                  "\n");
    REQUIRE(checked);
    CHECK(checked->width == 40);
    CHECK(checked->height == 30);
    const auto from_box =
        check_svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-1, -1 20.5,10\"/>");
    REQUIRE(from_box);
    CHECK(from_box->width == 21);
    CHECK(from_box->height == 10);
}

TEST_CASE("A picture that is no whole PNG is refused") {
    const auto good = png(40, 30);
    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE(check_png(ByteView(good).first(length)));
    auto longer = good;
    longer.push_back(0);
    CHECK_FALSE(check_png(longer));
    CHECK_FALSE(check_png(png(0, 30)));
    CHECK_FALSE(check_png(png(40, 4001)));
    CHECK_FALSE(check_png(as_bytes("<svg/>")));
}

TEST_CASE("A whole PNG has the size of its header") {
    const auto checked = check_png(png(40, 30));
    REQUIRE(checked);
    CHECK(checked->width == 40);
    CHECK(checked->height == 30);
}
