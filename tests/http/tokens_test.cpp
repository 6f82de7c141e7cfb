// SPDX-License-Identifier: Apache-2.0
#include "http/tokens.hpp"

#include "support/catch.hpp"

namespace preau::http {

TEST_CASE("a host name is refused unless it is exactly one well-formed name and port") {
    for (const auto* bad :
         {"",       " ",      ":80",     "a:",       "a:b",  "a:80:80", "a b",
          "a/b",    "a@b",    "a,b",     "[",        "[]",   "[::1",    "::1",
          "[::1]x", "[g::1]", "a:65536", "a:123456", "a:-1", "a\t",     "\xc3\xa9"})
        CHECK_FALSE(host_name(bad));
    CHECK_FALSE(host_name(std::string(256, 'a')));
}

TEST_CASE("a host name comes in lower case and without its port") {
    CHECK(host_name("Examen.LAN:8080") == "examen.lan");
    CHECK(host_name("box_1-b") == "box_1-b");
    CHECK(host_name("192.168.1.2:65535") == "192.168.1.2");
    CHECK(host_name("[FE80::1]:80") == "[fe80::1]");
}

TEST_CASE("gzip is sent only to whom accepts it") {
    for (const auto* no : {"", "deflate", "br, deflate", "gzip;q=0", "gzip; Q=0.000", "*;q=0",
                           "gzip;q=0, *", "xgzip", "gzipped"})
        CHECK_FALSE(accepts_gzip(no));
    for (const auto* yes : {"gzip", "GZIP", "deflate, gzip", "gzip;q=0.1", "gzip;q=1.0, br", "*",
                            "br;q=1, *;q=0.5", " gzip , br"})
        CHECK(accepts_gzip(yes));
}

TEST_CASE("a tag is compared whole and weakly") {
    const auto* const tag = "\"abc\"";
    for (const auto* no : {"", "abc", "\"ab\"", "\"abcd\"", "W/\"ab\"", "\"x\", \"y\""})
        CHECK_FALSE(none_match_names(no, tag));
    for (const auto* yes : {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x\" ,W/\"abc\"", "*"})
        CHECK(none_match_names(yes, tag));
}

TEST_CASE("a list names a token only as a whole element") {
    CHECK_FALSE(list_has_token("", "close"));
    CHECK_FALSE(list_has_token("closed, not-close", "close"));
    CHECK(list_has_token("keep-alive,\tClose", "close"));
    CHECK(list_has_token(",,close", "close"));
}

}  // namespace preau::http
