// SPDX-License-Identifier: Apache-2.0
#include "agent/downloads.hpp"

#include "json/write.hpp"
#include "support/breaking_line.hpp"
#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

namespace fs = std::filesystem;
using Answer = TusPlatform::Answer;
using Request = TusPlatform::Request;

const std::string kDocuments = "/v1/boxes/BOX-1/documents";
const std::string kRoot = R"({"payloadType":"t","payload":"","signatures":[]})";

/// A platform that has these documents for BOX-1.
struct Shelf {
    std::map<std::string, std::string> documents;  ///< by name
    std::string root = kRoot;
    std::optional<Answer> instead;  ///< of every document
    TusPlatform platform{[this](const Request& request) { return answer(request); }};

    std::string list() const {
        json::Array all;
        for (const auto& [name, content] : documents)
            all.push_back(json::Object{{"name", name},
                                       {"sha256", to_hex(seal::sha256(as_bytes(content)))},
                                       {"size", content.size()}});
        return json::write(all);
    }
    std::optional<Answer> answer(const Request& request) const {
        if (request.path == "/v1/root") return Answer{200, {}, root};
        if (request.path == "/v1/timestamp") return Answer{404, {}, ""};
        if (request.header("authorization") != "Bearer 0123456789abcdef")
            return Answer{
                401, {{"Content-Type", "application/problem+json"}}, R"({"title":"Non."})"};
        if (request.path == kDocuments) return Answer{200, {}, list()};
        if (instead) return instead;
        const auto found = documents.find(request.path.substr(kDocuments.size() + 1));
        if (found == documents.end()) return Answer{404, {}, ""};
        const auto range = request.header("range");
        if (range.empty()) return Answer{200, {}, found->second};
        return Answer{206, {}, found->second.substr(std::stoul(range.substr(6)))};
    }
};

struct Box {
    test::TempDir folder;
    fs::path inbox_folder = folder.path() / "inbox";
    fs::path token = folder.path() / "token";
    Inbox inbox{inbox_folder, folder.path() / "outbox", platform_keys()};
    PlatformAddress address;
    HttpClient client;
    Downloads downloads{{"BOX-1", token}, address, client, inbox};

    explicit Box(std::uint16_t port) : address("http://127.0.0.1:" + std::to_string(port)) {
        fs::create_directories(inbox_folder);
        REQUIRE(write_file(token, as_bytes("0123456789abcdef\n"), FileAccess::secret));
    }
    Trouble fetch() {
        const auto fetched = downloads.fetch();
        return fetched ? Trouble::none : fetched.error().trouble;
    }
    std::string has(const std::string& name) const {
        const auto bytes = read_file(inbox_folder / name, 1'000'000);
        return bytes ? std::string(as_text(*bytes)) : std::string();
    }
};

const std::string kParcel = kSession + ".parcel";

}  // namespace

TEST_CASE("N1: a portal's page in the place of a document does not reach the inbox") {
    const auto page =
        GENERATE(Answer{200, {}, "<html>"}, Answer{302, {}, ""}, Answer{403, {}, "<html>"},
                 Answer{200, {}, std::string(99'999, ' ')});
    Shelf shelf;
    shelf.documents = {{kParcel, "age"}};
    shelf.instead = page;
    Box box(shelf.platform.port());
    CHECK(box.fetch() != Trouble::none);
    CHECK(box.has(kParcel).empty());
    shelf.root = "<html>";
    CHECK(box.fetch() == Trouble::portal);
    CHECK(box.has("root.json") == kRoot);
}

TEST_CASE(
    "names that the inbox does not know, and sizes beyond its limits, are left where they are") {
    Shelf shelf;
    shelf.documents = {{"../keys/sign.key", "x"},
                       {"later.bin", "x"},
                       {"root.json/../x", "x"},
                       {kSession + ".exe", "x"},
                       {kSession + ".publication.json", std::string(5'000'000, 'x')},
                       {kParcel, "age"}};
    Box box(shelf.platform.port());
    CHECK(box.fetch() == Trouble::none);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(box.inbox_folder))
        if (entry.is_regular_file()) ++files;
    CHECK(files == 2);
    CHECK(box.has(kParcel) == "age");
}

TEST_CASE("a token that others can read or that the platform does not know brings nothing") {
    Shelf shelf;
    shelf.documents = {{kParcel, "age"}};
    Box box(shelf.platform.port());
    fs::permissions(box.token, fs::perms::group_read, fs::perm_options::add);
    CHECK(box.fetch() == Trouble::token_refused);
    fs::remove(box.token);
    REQUIRE(write_file(box.token, as_bytes("another"), FileAccess::secret));
    CHECK(box.fetch() == Trouble::token_refused);
    CHECK(box.has(kParcel).empty());
}

TEST_CASE("a download that is cut goes on from there, and is never half a file") {
    const std::string pack = "packs/" + std::string(64, 'a') + "/pack.pub.age";
    const auto bytes = sealed_bytes(90'000);
    Shelf shelf;
    shelf.documents = {{pack, std::string(as_text(bytes))}};
    test::BreakingLine line(shelf.platform.port(), [](int) {
        return test::Damage{test::Damage::Kind::cut, test::Damage::Way::down, 20'000};
    });
    Box box(line.port());
    int tries = 0;
    while (box.has(pack).empty() && ++tries < 10) {
        const auto trouble = box.fetch();
        CHECK((trouble == Trouble::cut) == box.has(pack).empty());
    }
    CHECK(tries == 5);
    CHECK(box.has(pack) == as_text(bytes));
}

TEST_CASE("what was changed on the way is thrown away and asked for again") {
    Shelf shelf;
    shelf.documents = {{kParcel, "age"}};
    Box box(shelf.platform.port());
    shelf.instead = Answer{200, {}, "agE"};
    CHECK(box.fetch() == Trouble::damaged_on_the_way);
    CHECK(box.has(kParcel).empty());
    shelf.instead.reset();
    CHECK(box.fetch() == Trouble::none);
    CHECK(box.has(kParcel) == "age");
}

TEST_CASE("documents come once, and again when the platform has another one of that name") {
    Shelf shelf;
    shelf.documents = {{kParcel, "age"}, {"certificate.json", kRoot}};
    Box box(shelf.platform.port());
    CHECK(box.downloads.fetch().value() == 3);
    const auto asked = shelf.platform.requests().size();
    CHECK(box.downloads.fetch().value() == 0);
    CHECK(shelf.platform.requests().size() == asked + 3);
    shelf.documents[kParcel] = "AGE";
    CHECK(box.downloads.fetch().value() == 1);
    CHECK(box.has(kParcel) == "AGE");
    Box other(shelf.platform.port());
    Downloads without({"", ""}, other.address, other.client, other.inbox);
    CHECK(without.fetch().value() == 1);
}
