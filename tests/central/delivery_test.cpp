// SPDX-License-Identifier: Apache-2.0
#include "central/platform.hpp"
#include "central/postgresql.hpp"
#include "central/session_copies.hpp"
#include "json/read.hpp"
#include "record/content.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "support/http_client.hpp"

#include <fmt/format.h>

#include <csignal>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace preau;

namespace {

constexpr std::size_t kChunkBytes = 24 * 1024;

/// A process of the platform: the whole program but its command line, with the rooms' pack.
class Process {
  public:
    Process(const std::filesystem::path& data, const std::string& database)
        : data_(data), database_(database) {
        start();
    }
    ~Process() { kill(SIGKILL); }
    Process(const Process&) = delete;

    void start() {
        int port[2];
        REQUIRE(::pipe(port) == 0);
        child_ = ::fork();
        if (child_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            serve(port[1]);
        }
        ::close(port[1]);
        REQUIRE(::read(port[0], &port_, sizeof port_) == sizeof port_);
        ::close(port[0]);
    }
    int kill(int signal) {
        int status = 0;
        if (child_ > 0) {
            ::kill(child_, signal);
            ::waitpid(child_, &status, 0);
        }
        child_ = -1;
        return status;
    }
    std::uint16_t port() const { return port_; }

  private:
    [[noreturn]] void serve(int port) {
        static auto content = record::content_of(test::sealed_room().pack());
        static std::unique_ptr<central::Platform> platform;
        auto opened = central::Platform::open(
            {.data = data_,
             .packs = data_,
             .database = database_,
             .port = port_,
             .contents = [](const Hash&) -> const exam::Content* { return &content; }});
        if (!opened) ::_exit(2);
        platform = std::move(*opened);
        std::signal(SIGTERM, [](int) { platform->stop(); });
        std::signal(SIGPIPE, SIG_IGN);
        const auto number = platform->port();
        if (::write(port, &number, sizeof number) != sizeof number) ::_exit(3);
        ::close(port);
        ::_exit(platform->run() ? 0 : 4);
    }

    std::filesystem::path data_;
    std::string database_;
    pid_t child_ = -1;
    std::uint16_t port_ = 0;
};

/// What a box hands to the line: the file and the note beside it.
struct Delivery {
    Bytes file;
    Hash sha256{};
    std::string note;
};

Delivery delivery_of(const Bytes& bundle, const SessionId& session, const std::string& box,
                     const seal::SigningKey& key) {
    const auto sha256 = seal::sha256(bundle);
    return {bundle, sha256, seal::sign_bundle_note({box, sha256, bundle.size(), session}, key)};
}

/// A line that breaks: of the requests it is given, half come through whole. The others are cut
/// before their end, or their answer is.
class BrokenLine {
  public:
    BrokenLine(std::vector<Process*> platforms, std::uint64_t seed)
        : platforms_(std::move(platforms)), chance_(seed) {}

    std::optional<test::HttpAnswer> request(const std::string& method, const std::string& path,
                                            const std::string& fields, std::string_view body) {
        const auto& platform = *platforms_[chance_.below(platforms_.size())];
        test::HttpClient client(platform.port());
        if (!client.connected()) return std::nullopt;
        const auto bytes = fmt::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n{}"
            "Content-Length: {}\r\n\r\n{}",
            method, path, fields, body.size(), body);
        const auto fate = chance_.below(4);
        const auto sent = fate == 0 ? chance_.below(bytes.size()) : bytes.size();
        client.send(std::string_view(bytes).substr(0, sent));
        if (fate <= 1) {
            client.reset();
            return std::nullopt;
        }
        return client.read_answer(method == "HEAD");
    }

  private:
    std::vector<Process*> platforms_;
    SplitMix64 chance_;
};

std::uint64_t offset_of(const test::HttpAnswer& answer) {
    return std::strtoull(answer.header("upload-offset").c_str(), nullptr, 10);
}

/// The receipt, however often the line breaks; nothing when the platform refuses.
std::optional<std::string> deliver(const Delivery& delivery, BrokenLine& line) {
    const auto hex = to_hex(delivery.sha256);
    const auto place = "/v1/bundles/" + hex;
    for (int tries = 0; tries < 2000; ++tries) {
        const auto created =
            line.request("POST", "/v1/bundles",
                         fmt::format("Upload-Length: {}\r\nUpload-Metadata: sig {},sha256 {}\r\n",
                                     delivery.file.size(), to_base64(as_bytes(delivery.note)),
                                     to_base64(as_bytes(hex))),
                         "");
        if (!created || created->status == 503) continue;
        if (created->status == 200) break;
        if (created->status != 201) return std::nullopt;
        const auto offset = offset_of(*created);
        const auto chunk = as_text(ByteView(delivery.file).subspan(offset)).substr(0, kChunkBytes);
        if (chunk.empty()) continue;
        line.request("PATCH", place,
                     fmt::format("Content-Type: application/offset+octet-stream\r\n"
                                 "Upload-Offset: {}\r\nUpload-Checksum: sha256 {}\r\n",
                                 offset, to_base64(seal::sha256(as_bytes(chunk)))),
                     chunk);
    }
    for (int tries = 0; tries < 4000; ++tries) {
        const auto told = line.request("GET", place, "", "");
        if (!told || told->status != 200) continue;
        const auto fate = json::read(told->body);
        if (const auto* receipt = fate->find("receipt"); receipt != nullptr)
            return *receipt->text();
        const auto state = *fate->find("state")->text();
        if (state != "stored" && state != "verifying") return std::nullopt;
        // Another process took it up, or died at it: as a box does, wait before asking again.
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return std::nullopt;
}

void save_keys(const central::Keys& keys, const std::filesystem::path& data) {
    std::filesystem::create_directories(data / "keys");
    REQUIRE(keys.session.save(data / "keys" / "session.key"));
    REQUIRE(keys.content.save(data / "keys" / "content.key"));
    REQUIRE(keys.receipt.save(data / "keys" / "receipt.key"));
    REQUIRE(keys.stored.save(data / "keys" / "stored.key"));
    REQUIRE(keys.log.save(data / "keys" / "log.key"));
    test::ManualClock clock;
    test::SeededEntropy entropy(1);  // makes the others, and the root that names them all
    REQUIRE(central::RoleKeys::settle(data, seal::Purpose::demo, clock, entropy));
}

std::size_t sessions_wanted() {
    const char* text = std::getenv("PREAU_DELIVERIES");
    return text == nullptr ? 200 : std::strtoull(text, nullptr, 10);
}

}  // namespace

TEST_CASE(
    "two boxes, two platforms on one database, a line that breaks: every session once, each with "
    "its receipt") {
    test::Platform platform(test::Postgresql::shared().make_database());
    auto& room = test::sealed_room();
    const test::BundleParts parts(room);
    const auto second_key = seal::SigningKey::from_seed({0x22});
    REQUIRE(platform.sessions().enrol_box("BOX-2", second_key.public_key(), {}));
    save_keys(platform.keys(), platform.folder());
    const auto count = sessions_wanted();
    std::vector<std::vector<Delivery>> boxes(2);
    std::vector<std::vector<seal::Checkpoint>> sealed(2);
    for (std::size_t i = 0; i < count; ++i) {
        const auto box = i % 2;
        const record::BoxIdentity identity{box == 0 ? "BOX-TEST" : "BOX-2",
                                           box == 0 ? room.box().key : second_key, "test"};
        const auto copy = test::copy_session(parts, room, static_cast<std::uint32_t>(i), identity);
        REQUIRE(platform.sessions().add_authorisation(copy.authorisation, copy.envelope, {}, {}));
        boxes[box].push_back(
            delivery_of(copy.bundle, copy.authorisation.session, identity.name, identity.key));
        sealed[box].push_back(seal::unverified_checkpoint(copy.note).value());
    }

    Process one(platform.folder(), platform.database());
    Process two(platform.folder(), platform.database());
    std::atomic<std::size_t> delivered = 0;
    std::vector<std::vector<std::string>> receipts(2);
    const auto send = [&](std::size_t box) {
        BrokenLine line({&one, &two}, 7 + box);
        for (const auto& delivery : boxes[box]) {
            receipts[box].push_back(deliver(delivery, line).value_or("none"));
            ++delivered;
        }
    };
    std::thread first_box(send, 0), second_box(send, 1);
    while (delivered < count / 2) std::this_thread::yield();
    two.kill(SIGKILL);  // as a machine that loses its power; the other one goes on
    first_box.join();
    second_box.join();
    two.start();

    for (std::size_t box = 0; box < 2; ++box)
        for (std::size_t i = 0; i < receipts[box].size(); ++i) {
            INFO("box " << box << ", session " << i);
            REQUIRE(receipts[box][i] != "none");
            CHECK(seal::verify_cosignature(receipts[box][i], platform.keys().receipt_verifier()));
            CHECK(seal::unverified_checkpoint(receipts[box][i]).value() == sealed[box][i]);
        }
    auto& connection = platform.sessions().connection();
    const auto number = [&](const char* sql) {
        return static_cast<std::size_t>(connection.query(sql).value()[0].integer(0));
    };
    CHECK(number("SELECT count(session) FROM exam_session") == count);
    CHECK(number("SELECT count(seq) FROM event") == count * parts.entries.size());
    CHECK(number("SELECT count(sha256) FROM bundle WHERE state = 'accepted'") == count);
    CHECK(number("SELECT count(sha256) FROM bundle") == count);
    CHECK(number("SELECT count(sha256) FROM upload") == 0);
    CHECK(one.kill(SIGTERM) == 0);
    CHECK(two.kill(SIGTERM) == 0);
}
