// SPDX-License-Identifier: Apache-2.0
#include "agent/tus_upload.hpp"

#include "support/breaking_line.hpp"
#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;
using test::BreakingLine;
using test::Damage;

namespace {

using Answer = TusPlatform::Answer;
using Request = TusPlatform::Request;

/// A platform that accepts, and what it should then have.
struct Accepting {
    TusPlatform platform;
    Bytes bundle;

    explicit Accepting(std::size_t bytes, TusPlatform::Script script = nullptr)
        : platform(std::move(script)), bundle(sealed_bytes(bytes)) {
        platform.decide("accepted", receipt_for(sealing_note()));
    }
    bool has_all() const { return platform.whole(seal::sha256(bundle)) == bundle; }
};

/// The first of these to come at all may be answered by the script.
TusPlatform::Script once(std::string method, Answer answer) {
    auto left = std::make_shared<int>(1);
    return [=](const Request& request) -> std::optional<Answer> {
        if (request.method != method || (*left)-- <= 0) return std::nullopt;
        return answer;
    };
}

/// The box's own signature may have changed on the way: the platform's does not cover it.
bool is_true_receipt(const std::string& receipt) {
    const auto read = seal::read_note(receipt);
    return read && read->text == seal::read_note(sealing_note())->text &&
           seal::verify_cosignature(receipt, platform_keys().receipt.front());
}

const std::vector<std::pair<std::string, std::string>> kTus = {{"Tus-Resumable", "1.0.0"}};

}  // namespace

TEST_CASE("N3: a line that cuts every connection after 4 KiB lets the whole bundle through") {
    Accepting to(60'000);
    BreakingLine line(to.platform.port(), [](int) {
        return Damage{Damage::Kind::cut, Damage::Way::up, 4096};
    });
    Post post(line.port());
    post.put(to.bundle);
    CHECK(post.carry() == Trouble::none);
    CHECK(to.has_all());
    CHECK(post.receipt() == receipt_for(sealing_note()));
}

TEST_CASE("N3: cut once at any multiple of 4 KiB, either way, the final bytes are the same") {
    const auto way = GENERATE(Damage::Way::up, Damage::Way::down);
    const std::size_t size = 200'000;
    for (std::uint64_t at = 0; at < (way == Damage::Way::up ? size : 4096); at += 4096) {
        INFO(at);
        Accepting to(size);
        BreakingLine line(to.platform.port(), [at, way](int number) {
            return number == 0 ? Damage{Damage::Kind::cut, way, at} : Damage{};
        });
        Post post(line.port());
        post.put(to.bundle);
        REQUIRE(post.carry() == Trouble::none);
        REQUIRE(to.has_all());
    }
}

TEST_CASE("N1: a byte altered, dropped or doubled on the way is never a false receipt") {
    const auto kind = GENERATE(Damage::Kind::alter, Damage::Kind::drop, Damage::Kind::duplicate,
                               Damage::Kind::cut);
    const auto way = GENERATE(Damage::Way::up, Damage::Way::down);
    // Request lines, names and values of fields, ends of heads, metadata, offsets, checksums,
    // bodies: the whole dance of a small bundle is some 1,700 bytes up and 900 down.
    for (std::uint64_t at = 0; at < 1800; at += 31) {
        INFO(at);
        Accepting to(600);
        BreakingLine line(to.platform.port(), [=](int number) {
            return number == 0 ? Damage{kind, way, at} : Damage{};
        });
        Post post(line.port());
        post.put(to.bundle);
        const auto trouble = post.carry();
        const auto receipt = post.receipt();
        REQUIRE((receipt.empty() || is_true_receipt(receipt)));
        REQUIRE((trouble == Trouble::none) == !receipt.empty());
        if (trouble == Trouble::none) REQUIRE(to.has_all());
        if (trouble != Trouble::none) REQUIRE_FALSE(sentence(trouble).empty());
        // Whatever it was, the next try on a sound line repairs it.
        REQUIRE((trouble == Trouble::none || post.carry() == Trouble::none));
        REQUIRE(to.has_all());
    }
}

TEST_CASE("a wrong offset, a wrong checksum and a forgotten upload are got over at once") {
    const auto answer = GENERATE(
        Answer{409, kTus, ""}, Answer{460, kTus, ""}, Answer{404, kTus, ""}, Answer{410, kTus, ""},
        Answer{204, {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "7"}}, ""});
    INFO(answer.status);
    Accepting to(300'000, once("PATCH", answer));
    Post post(to.platform.port());
    post.put(to.bundle);
    CHECK(post.carry() == Trouble::none);
    CHECK(to.has_all());
}

TEST_CASE("a platform that forgets every upload, or whose offset never moves, is given up") {
    const auto wrong =
        GENERATE(Answer{404, kTus, ""},
                 Answer{204, {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}}, ""},
                 Answer{409, kTus, ""});
    TusPlatform platform([&](const Request& request) {
        return request.method == "PATCH" ? std::optional(wrong) : std::nullopt;
    });
    Post post(platform.port());
    post.put(sealed_bytes(1000));
    CHECK(is_of_the_line(post.carry()));
    CHECK(platform.requests().size() < 40);
}

TEST_CASE("an upload begun before goes on where the platform says, in another run") {
    Accepting to(900'000);
    int patches = 0;
    TusPlatform::Script dies = [&](const Request& request) -> std::optional<Answer> {
        if (request.method != "PATCH" || ++patches != 2) return std::nullopt;
        return Answer{500, kTus, ""};
    };
    Accepting later(900'000, dies);
    {
        Post post(later.platform.port());
        post.put(later.bundle);
        CHECK(post.carry() == Trouble::busy);
    }
    Post post(later.platform.port());
    post.put(later.bundle);
    const auto before = later.platform.count("PATCH");
    CHECK(post.carry() == Trouble::none);
    CHECK(later.has_all());
    const auto& requests = later.platform.requests();
    for (std::size_t i = 0, seen = 0; i < requests.size(); ++i)
        if (requests[i].method == "PATCH" && seen++ == before)
            CHECK(requests[i].header("upload-offset") == "262144");
}

TEST_CASE("a bundle that the platform has whole is not sent again") {
    Accepting to(10'000);
    for (int i = 0; i < 2; ++i) {
        Post post(to.platform.port());
        post.put(to.bundle);
        CHECK(post.carry() == Trouble::none);
    }
    CHECK(to.platform.count("PATCH") == 1);
    CHECK(to.platform.count("POST") == 2);
}

TEST_CASE("no answer sends a bundle to another machine") {
    Accepting elsewhere(1000);
    const auto there = "http://127.0.0.1:" + std::to_string(elsewhere.platform.port());
    const auto location = GENERATE_COPY(there + "/v1/bundles/uploads/x", "//evil.example/x",
                                        std::string("x"), std::string());
    TusPlatform platform(
        once("POST", {201, {{"Tus-Resumable", "1.0.0"}, {"Location", location}}, ""}));
    Post post(platform.port());
    post.put(elsewhere.bundle);
    (void)post.carry();
    CHECK(elsewhere.platform.requests().empty());
}

TEST_CASE("bodies leave with their length, at most eight mebibytes at a time, small at first") {
    Accepting to(20'000'000);
    Post post(to.platform.port());
    post.put(to.bundle);
    CHECK(post.carry() == Trouble::none);
    std::size_t first = 0;
    for (const auto& request : to.platform.requests()) {
        CHECK_FALSE(request.headers.contains("transfer-encoding"));
        CHECK_FALSE(request.headers.contains("expect"));
        if (request.method == "GET" || request.method == "HEAD") continue;
        CHECK(request.header("content-length") == std::to_string(request.body.size()));
        CHECK(request.body.size() <= ChunkSize::kMost);
        if (request.method == "PATCH" && first == 0) first = request.body.size();
    }
    CHECK(first == 256 * 1024);
    CHECK(to.platform.count("PATCH") < 12);
}

TEST_CASE("chunks halve down to a kibibyte and grow again only after eight have passed") {
    ChunkSize chunk;
    for (int i = 0; i < 20; ++i) chunk.failed();
    CHECK(chunk.bytes() == 1024);
    for (int i = 0; i < 8; ++i) chunk.went_through(milliseconds(1));
    CHECK(chunk.bytes() == 1024);
    chunk.went_through(seconds(3));
    CHECK(chunk.bytes() == 1024);
    for (int i = 0; i < 30; ++i) chunk.went_through(seconds(2));
    CHECK(chunk.bytes() == ChunkSize::kMost);
}
