// SPDX-License-Identifier: Apache-2.0
#include "http/static_files.hpp"

#include "http/running_server.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <filesystem>
#include <fstream>

namespace preau::http {
namespace {

using std::string;

/// What the page build leaves, in small.
struct BuiltPages {
    test::TempDir root;

    BuiltPages() {
        put("c/0123abcd/index.html", "<html>candidate</html>");
        put("c/0123abcd/index.html.gz", "gz candidate");
        put("surveillant/index.html", "<html>invigilator</html>");
        put("assets/main-AbCd_123.js", "script");
        put("assets/main-AbCd_123.js.gz", "gz script");
        put("assets/plain.css", "style");
        put("favicon.svg", "<svg/>");
        put("data.bin", "bytes");
        put("archive.gz", "alone");
    }
    void put(const string& name, const string& content) const {
        const auto path = root.path() / "web" / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
    }
    StaticFiles load() const { return StaticFiles::load(root.path() / "web").value(); }
};

Request get(const string& path) {
    Request request;
    request.path = path;
    return request;
}

string header(const Response& response, const string& name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

TEST_CASE("a folder that is missing or empty is refused by its name") {
    const test::TempDir empty;
    const auto nothing = StaticFiles::load(empty.path());
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().message.find(empty.path().string()) != string::npos);
    CHECK_FALSE(StaticFiles::load(empty.path() / "absent"));
}

TEST_CASE("no address leads out of the folder or to what is not a page") {
    const BuiltPages pages;
    std::ofstream(pages.root.path() / "secret.txt") << "secret";
    std::filesystem::create_symlink(pages.root.path() / "secret.txt",
                                    pages.root.path() / "web" / "link.txt");
    const auto files = pages.load();
    for (const auto* path :
         {"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt",
          "//secret.txt", "/web/secret.txt", "/link.txt", "/assets", "/assets/", "/c",
          "/./data.bin", "/data.bin/", "/DATA.BIN", "/data.bin%00", "/assets/main-AbCd_123.js.gz",
          "/c/0123abcd/index.html.gz", "/c/0123abcd/other", "/surveillant/other", "/c/x/assets/y"})
        CHECK_FALSE(files.find(get(path)));
    Request post = get("/data.bin");
    post.method = Method::post;
    CHECK_FALSE(files.find(post));
}

TEST_CASE("each kind of file is kept by browsers as long as it may be") {
    const BuiltPages pages;
    const auto files = pages.load();
    const auto caching = [&](const string& path) {
        return header(files.find(get(path)).value(), "Cache-Control");
    };
    CHECK(caching("/c/0123abcd/") == "private, max-age=14400");
    CHECK(caching("/surveillant") == "no-cache");
    CHECK(caching("/surveillant/") == "no-cache");
    CHECK(caching("/assets/main-AbCd_123.js") == "max-age=31536000, immutable");
    CHECK(caching("/assets/plain.css") == "no-cache");
    CHECK(caching("/favicon.svg") == "no-cache");
}

TEST_CASE("the root and the pages of other builds lead to the page of this build") {
    const BuiltPages pages;
    const auto files = pages.load();
    for (const auto* path : {"/", "/c/", "/c/0123abcd", "/c/older", "/c/older/"}) {
        const auto answer = files.find(get(path));
        REQUIRE(answer);
        CHECK(answer->status == 302);
        CHECK(header(*answer, "Location") == "/c/0123abcd/");
    }
}

TEST_CASE("files have their type") {
    const BuiltPages pages;
    const auto files = pages.load();
    const auto type = [&](const string& path) {
        return header(files.find(get(path)).value(), "Content-Type");
    };
    CHECK(type("/surveillant") == "text/html; charset=utf-8");
    CHECK(type("/assets/main-AbCd_123.js") == "text/javascript; charset=utf-8");
    CHECK(type("/assets/plain.css") == "text/css; charset=utf-8");
    CHECK(type("/favicon.svg") == "image/svg+xml");
    CHECK(type("/data.bin") == "application/octet-stream");
    CHECK(*files.find(get("/archive.gz"))->shared_body == "alone");
}

TEST_CASE("the compressed sibling goes to whom accepts it, under a tag of its own") {
    const BuiltPages pages;
    const auto files = pages.load();
    auto request = get("/assets/main-AbCd_123.js");
    const auto plain = files.find(request).value();
    request.accepts_gzip = true;
    const auto compressed = files.find(request).value();
    CHECK(*plain.shared_body == "script");
    CHECK(*compressed.shared_body == "gz script");
    CHECK(header(plain, "Content-Encoding").empty());
    CHECK(header(compressed, "Content-Encoding") == "gzip");
    CHECK(header(plain, "Vary") == "Accept-Encoding");
    CHECK(header(compressed, "Vary") == "Accept-Encoding");
    CHECK(header(plain, "ETag") != header(compressed, "ETag"));
    request.path = "/assets/plain.css";
    CHECK(header(files.find(request).value(), "Content-Encoding").empty());
}

TEST_CASE("a file that names the box says the address that the client used, and is not kept") {
    const BuiltPages pages;
    pages.put("companion/updates.xml", "<a b='http://box.invalid/x' c='http://box.invalid'/>");
    pages.put("companion/updates.xml.gz", "compressed with the name that nobody has");
    const auto files = pages.load();
    auto request = get("/companion/updates.xml");
    request.accepts_gzip = true;
    for (const string host : {"examen.lan:8080", "10.0.0.1", "[fd00::1]:80"}) {
        request.host = host;
        const auto answer = files.find(request).value();
        CHECK(answer.body == "<a b='http://" + host + "/x' c='http://" + host + "'/>");
        CHECK(header(answer, "Content-Type") == "application/xml");
        CHECK(header(answer, "ETag").empty());
        CHECK(header(answer, "Cache-Control").empty());
        CHECK(header(answer, "Content-Encoding").empty());
    }
    CHECK_FALSE(files.find(get("/companion/updates.xml.gz")));
}

TEST_CASE("a host that could end a string in a file never reaches a file") {
    const BuiltPages pages;
    pages.put("companion/policy.json", "{\"box\": \"http://box.invalid\"}");
    const auto files = pages.load();
    RunningServer server(
        {}, [&](Request request, Reply reply) { reply(files.find(request).value_or(Response())); });
    for (const string host : {"a\"b", "a\\b", "a<b", "a/b", "a b", "a&b", "a:80\"", "[::1]\""}) {
        auto client = server.connect();
        client.send("GET /companion/policy.json HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        CHECK(client.read_answer()->status == 400);
    }
}

TEST_CASE("a tag changes with the content and spares the unchanged file") {
    const BuiltPages pages;
    auto request = get("/favicon.svg");
    const auto etag = header(pages.load().find(request).value(), "ETag");
    CHECK(etag.front() == '"');
    request.if_none_match = etag;
    const auto unchanged = pages.load().find(request).value();
    CHECK(unchanged.status == 304);
    CHECK(header(unchanged, "ETag") == etag);
    CHECK(header(unchanged, "Cache-Control") == "no-cache");
    pages.put("favicon.svg", "<svg />");
    CHECK(pages.load().find(request)->status == 200);
}

TEST_CASE("static files travel over the wire whole, and 304 without a body") {
    const BuiltPages pages;
    const auto files = pages.load();
    RunningServer server(
        {}, [&](Request request, Reply reply) { reply(files.find(request).value_or(Response())); });
    auto client = server.connect();
    const auto page = client.request("GET", "/c/0123abcd/", "Accept-Encoding: gzip, deflate\r\n");
    REQUIRE(page);
    CHECK(page->body == "gz candidate");
    CHECK(page->header("content-encoding") == "gzip");
    CHECK(page->header("cache-control") == "private, max-age=14400");
    CHECK(page->header("content-security-policy").starts_with("default-src 'none'"));
    const auto again = client.request(
        "GET", "/c/0123abcd/",
        "Accept-Encoding: gzip\r\nIf-None-Match: W/" + page->header("etag") + "\r\n");
    REQUIRE(again);
    CHECK(again->status == 304);
    CHECK(client.request("HEAD", "/data.bin")->header("content-length") == "5");
    CHECK(client.request("GET", "/data.bin")->body == "bytes");
}

}  // namespace
}  // namespace preau::http
