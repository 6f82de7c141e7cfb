// SPDX-License-Identifier: Apache-2.0
// Goal: nothing but the plain requests of a browser gets through the gate.
// Method: each row is sent raw on a connection of its own; the server must answer with the status,
// close the connection without answering anything that follows, and never dispatch.
#include "http/running_server.hpp"
#include "support/catch.hpp"

#include <atomic>
#include <string>
#include <vector>

namespace preau::http {
namespace {

using std::string;
using namespace std::string_literals;

struct Row {
    const char* name;
    string bytes;
    int status;
};

string get(const string& target) {
    return "GET " + target + " HTTP/1.1\r\nHost: examen.lan\r\n\r\n";
}
string with(const string& lines) {
    return "GET / HTTP/1.1\r\nHost: examen.lan\r\n" + lines + "\r\n";
}
string post(const string& lines, const string& body = "") {
    return "POST /api HTTP/1.1\r\nHost: examen.lan\r\n" + lines + "\r\n" + body;
}
string many_fields(int count) {
    string lines;
    for (int i = 0; i < count; ++i) lines += "X-" + std::to_string(i) + ": a\r\n";
    return with(lines);
}

const std::vector<Row>& rows() {
    static const std::vector<Row> table = {
        // The request line
        {"empty request line", "\r\n\r\n\r\n", 400},
        {"garbage", "\x16\x03\x01\x02\x01\xfc\x03\x03\r\n\r\n", 400},
        {"method alone", "GET\r\nHost: examen.lan\r\n\r\n", 400},
        {"no version", "GET /\r\nHost: examen.lan\r\n\r\n", 400},
        {"two spaces after the method", "GET  / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 400},
        {"two spaces before the version", "GET /  HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 505},
        {"tab as separator", "GET\t/\tHTTP/1.1\r\nHost: examen.lan\r\n\r\n", 400},
        {"space before the method", " GET / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 400},
        {"space after the version", "GET / HTTP/1.1 \r\nHost: examen.lan\r\n\r\n", 505},
        {"method with a forbidden character", "G(T / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 400},
        {"lower-case method", "get / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},
        {"HTTP/1.0", "GET / HTTP/1.0\r\nHost: examen.lan\r\n\r\n", 505},
        {"HTTP/0.9 written out", "GET / HTTP/0.9\r\n\r\n", 505},
        {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: examen.lan\r\n\r\n", 505},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"HTTP/3.0", "GET / HTTP/3.0\r\nHost: examen.lan\r\n\r\n", 505},
        {"lower-case version", "GET / http/1.1\r\nHost: examen.lan\r\n\r\n", 505},
        {"version with two digits", "GET / HTTP/1.10\r\nHost: examen.lan\r\n\r\n", 505},
        {"version with a leading zero", "GET / HTTP/01.1\r\nHost: examen.lan\r\n\r\n", 505},
        {"NUL in the request line", "GET /\0 HTTP/1.1\r\nHost: examen.lan\r\n\r\n"s, 400},

        // Methods
        {"CONNECT", "CONNECT examen.lan:80 HTTP/1.1\r\nHost: examen.lan:80\r\n\r\n", 405},
        {"DELETE", "DELETE / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},
        {"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},
        {"TRACE", "TRACE / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},
        {"PATCH", "PATCH / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},
        {"unknown method", "FETCH / HTTP/1.1\r\nHost: examen.lan\r\n\r\n", 405},

        // Targets
        {"absolute form", get("http://examen.lan/"), 400},
        {"authority form", get("examen.lan:80"), 400},
        {"asterisk form", get("*"), 400},
        {"relative path", get("index.html"), 400},
        {"fragment", get("/#top"), 400},
        {"backslash", get("/..\\..\\etc"), 400},
        {"control character", get("/a\x01z"), 400},
        {"DEL", get("/a\x7fz"), 400},
        {"raw UTF-8", get("/\xc3\xa9t\xc3\xa9"), 400},
        {"bare CR in the target", get("/a\rb"), 400},
        {"too long", get("/" + string(2048, 'a')), 414},

        // Host
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"two Hosts", with("Host: examen.lan\r\n"), 400},
        {"two different Hosts", with("Host: other.lan\r\n"), 400},
        {"two Hosts in other case", with("hOST: examen.lan\r\n"), 400},
        {"empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"list of hosts", "GET / HTTP/1.1\r\nHost: examen.lan, b.lan\r\n\r\n", 400},
        {"Host with a user", "GET / HTTP/1.1\r\nHost: me@examen.lan\r\n\r\n", 400},
        {"Host with a path", "GET / HTTP/1.1\r\nHost: examen.lan/x\r\n\r\n", 400},
        {"Host with a space", "GET / HTTP/1.1\r\nHost: examen lan\r\n\r\n", 400},
        {"Host with a wrong port", "GET / HTTP/1.1\r\nHost: examen.lan:99999\r\n\r\n", 400},
        {"Host with a word as port", "GET / HTTP/1.1\r\nHost: examen.lan:http\r\n\r\n", 400},
        {"Host with two ports", "GET / HTTP/1.1\r\nHost: examen.lan:80:80\r\n\r\n", 400},
        {"unclosed IPv6 Host", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", 400},
        {"someone else's Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
        {"Host that begins like ours", "GET / HTTP/1.1\r\nHost: examen.lan.evil\r\n\r\n", 421},
        {"Host folded over two lines", "GET / HTTP/1.1\r\nHost: examen\r\n .lan\r\n\r\n", 400},

        // Fields
        {"space before the colon", with("X-A : b\r\n"), 400},
        {"no colon", with("X-A b\r\n"), 400},
        {"empty name", with(": b\r\n"), 400},
        {"space in a name", with("X A: b\r\n"), 400},
        {"line beginning with a space", "GET / HTTP/1.1\r\n Host: examen.lan\r\n\r\n", 400},
        {"underscore in a name", with("X_Preau: 1\r\n"), 400},
        {"NUL in a value", with("X-A: b\0c\r\n"s), 400},
        {"bare CR in a value", with("X-A: b\rX-B: c\r\n"), 400},
        {"bare LF in a value", with("X-A: b\nX-B: c\r\n"), 400},
        {"control character in a value", with("X-A: b\x02\r\n"), 400},
        {"non-ASCII name", with("X-\xc3\xa9: b\r\n"), 400},
        {"65 fields", many_fields(64), 431},
        {"one huge field", with("X-A: " + string(9000, 'a') + "\r\n"), 431},
        {"two Authorizations", with("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"), 400},
        {"two keys", with("Idempotency-Key: a\r\nIdempotency-Key: b\r\n"), 400},
        {"two Origins", with("Origin: http://a\r\nOrigin: http://b\r\n"), 400},
        {"two X-Preau", with("X-Preau: 1\r\nx-preau: 1\r\n"), 400},
        {"two Content-Types", post("Content-Type: a/b\r\nContent-Type: a/c\r\n"), 400},

        // Framing
        {"chunked", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 501},
        {"chunked in other case", post("transfer-encoding: CHUNKED\r\n", "0\r\n\r\n"), 501},
        {"chunked GET", with("Transfer-Encoding: chunked\r\n"), 501},
        {"identity", post("Transfer-Encoding: identity\r\n"), 501},
        {"gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501},
        {"unknown coding with a length",
         post("Content-Length: 5\r\nTransfer-Encoding: xchunked\r\n", "hello"), 400},
        {"unknown coding before a length",
         post("Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n", "hello"), 501},
        {"length then chunked",
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
        {"chunked then length",
         post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400},
        {"chunked with a smuggled trailer",
         post("Transfer-Encoding: chunked\r\n", "0\r\nHost: evil\r\n\r\n"), 501},
        {"coding with a vertical tab",
         post("Transfer-Encoding: \x0b"
              "chunked\r\n"),
         400},
        {"two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400},
        {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), 400},
        {"list of equal lengths", post("Content-Length: 5, 5\r\n", "hello"), 400},
        {"length with a plus", post("Content-Length: +5\r\n", "hello"), 400},
        {"negative length", post("Content-Length: -5\r\n", "hello"), 400},
        {"hexadecimal length", post("Content-Length: 0x5\r\n", "hello"), 400},
        {"length with a fraction", post("Content-Length: 5.0\r\n", "hello"), 400},
        {"empty length", post("Content-Length:\r\n"), 400},
        {"length in words", post("Content-Length: five\r\n", "hello"), 400},
        {"length over 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello"), 400},
        {"length over the limit", post("Content-Length: 65537\r\n"), 413},
        {"length of gigabytes", post("Content-Length: 8589934592\r\n"), 413},
        {"GET with a body", with("Content-Length: 5\r\n") + "hello", 413},
        {"another request after a GET", get("/a") + get("/b"), 400},
        {"another request after a body", post("Content-Length: 5\r\n", "hello" + get("/admin")),
         400},
        {"body longer than its length", post("Content-Length: 5\r\n", "hello!"), 400},

        // Expectations
        {"unknown expectation", post("Expect: the-unexpected\r\n"), 417},
        {"expectation with a parameter", post("Expect: 100-continue; x=1\r\n"), 417},
        {"two expectations", post("Expect: 100-continue\r\nExpect: 100-continue\r\n"), 400},
    };
    return table;
}

TEST_CASE("malformed requests are refused with their status and the connection is closed") {
    std::atomic<int> dispatched = 0;
    ServerConfig config;
    config.hosts = {"examen.lan"};
    RunningServer server(config, [&](Request, Reply reply) {
        ++dispatched;
        reply(Response());
    });
    for (const auto& row : rows()) {
        INFO(row.name);
        auto client = server.connect();
        client.send(row.bytes);
        client.half_close();
        const auto answer = client.read_answer();
        CHECK((answer ? answer->status : 0) == row.status);
        if (!answer) continue;
        CHECK(answer->header("connection") == "close");
        CHECK(answer->header("content-type") == "application/problem+json");
        CHECK(client.closed_by_peer());
    }
    CHECK(dispatched == 0);
    CHECK(rows().size() >= 100);
}

TEST_CASE("requests cut short are refused or dropped, whatever the place of the cut") {
    std::atomic<int> dispatched = 0;
    RunningServer server({}, [&](Request, Reply reply) {
        ++dispatched;
        reply(Response());
    });
    const string whole = post("Content-Length: 5\r\n", "hello");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length);
        auto client = server.connect();
        client.send(whole.substr(0, length));
        client.half_close();
        const auto answer = client.read_answer();
        CHECK((answer ? answer->status : 0) == (length == 0 ? 0 : 400));
    }
    CHECK(dispatched == 0);
}

TEST_CASE("plain requests of browsers get through") {
    ServerConfig config;
    config.hosts = {"examen.lan", "127.0.0.1", "[::1]"};
    RunningServer server(config);
    const std::vector<string> accepted = {
        get("/"),
        get("/a/b?c=d&e=%C3%A9"),
        get("/" + string(2047, 'a')),
        "\r\n" + get("/"),
        "GET / HTTP/1.1\r\nHost: EXAMEN.lan:8080\r\n\r\n",
        "GET / HTTP/1.1\r\nhost:127.0.0.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
        many_fields(63),
        with("X-A:\r\nX-B: \t b \t\r\n"),
        with("Content-Length: 0\r\n"),
        with("Connection: keep-alive, upgrade\r\nUpgrade: h2c\r\n"),
        with("Accept-Encoding: gzip, deflate\r\nAccept-Language: fr\r\nCookie: a=b\r\n"),
        post(""),
        post("Content-Length: 5\r\n", "hello"),
        post("Content-Length: 5\r\n", "hello\r\n"),
        post("Content-Length: 00005\r\n", "hello"),
        post("Content-Length: 65536\r\n", string(65536, 'x')),
    };
    for (const auto& bytes : accepted) {
        INFO(bytes.substr(0, 200));
        auto client = server.connect();
        REQUIRE(client.send(bytes));
        const auto answer = client.read_answer();
        CHECK((answer ? answer->status : 0) == 200);
    }
}

}  // namespace
}  // namespace preau::http
