// SPDX-License-Identifier: Apache-2.0
#include "agent/stick.hpp"

#include "support/catch.hpp"
#include "unit/agent/platform.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

namespace fs = std::filesystem;

/// A stick on which the writes go wrong from some moment on.
class BadStick : public StickFiles {
  public:
    int writes_left = 1000;
    Trouble then = Trouble::stick_full;
    fs::path pulled{};  ///< the whole medium, gone with the write that fails

    Result<void, Obstacle> write(const fs::path& path, ByteView content) override {
        if (writes_left-- > 0) return StickFiles::write(path, content);
        if (!pulled.empty()) fs::remove_all(pulled);
        return fail(Obstacle{.trouble = then, .detail = "the test says so"});
    }
};

/// A box with two sealed sessions, and a stick.
struct Desk {
    test::TempDir folder;
    fs::path outbox = folder.path() / "outbox", inbox_folder = folder.path() / "inbox",
             root = folder.path() / "stick";
    Inbox inbox{inbox_folder, outbox, platform_keys()};
    BadStick files;
    Stick stick{outbox, inbox, files};

    Desk() {
        for (const auto& made : {outbox, inbox_folder, root}) fs::create_directories(made);
        put("aa", sealed_bytes(40'000));
        put("bb", sealed_bytes(50'000));
    }
    static std::string session(const std::string& pair) { return kSession.substr(0, 30) + pair; }
    void put(const std::string& pair, const Bytes& bundle) const {
        REQUIRE(write_file(outbox / (session(pair) + ".preau"), bundle));
        REQUIRE(write_file(outbox / (session(pair) + ".preau.sig"), as_bytes(kNote)));
    }
    fs::path up(const std::string& pair) const {
        return root / "PREAU" / "vers-la-plateforme" / (session(pair) + ".preau");
    }
    fs::path down(const std::string& name) const {
        return root / "PREAU" / "vers-le-boitier" / name;
    }
    void bring(const std::string& name, std::string_view content) const {
        fs::create_directories(down(name).parent_path());
        REQUIRE(write_file(down(name), as_bytes(content)));
    }
    std::string has(const std::string& name) const {
        const auto bytes = read_file(inbox_folder / name, 1'000'000);
        return bytes ? std::string(as_text(*bytes)) : std::string();
    }
    bool is_whole(const std::string& pair) const {
        const auto there = read_file(up(pair), 1'000'000);
        const auto here = read_file(outbox / (session(pair) + ".preau"), 1'000'000);
        return there && *there == here.value();
    }
    /// What lies under its own name on the stick is whole, and the outbox as it was.
    bool nothing_is_half() const {
        for (const auto* pair : {"aa", "bb"})
            if (fs::exists(up(pair)) && !is_whole(pair)) return false;
        return sessions_in(outbox).value().size() == 2;
    }
};

}  // namespace

TEST_CASE("a stick that is full or fails at any write leaves no half file and loses nothing") {
    const auto trouble =
        GENERATE(Trouble::stick_full, Trouble::stick_read_only, Trouble::stick_unreliable);
    for (int writes = 0; writes < 6; ++writes) {
        INFO(writes);
        Desk desk;
        desk.files.writes_left = writes;
        desk.files.then = trouble;
        const auto first = desk.stick.exchange(desk.root);
        CHECK((first.obstacle.trouble == trouble) == (writes < 5));
        CHECK(desk.nothing_is_half());
        desk.files.writes_left = 1000;
        const auto second = desk.stick.exchange(desk.root);
        CHECK(second.obstacle.trouble == Trouble::none);
        CHECK(second.carried == 2);
        CHECK((desk.is_whole("aa") && desk.is_whole("bb")));
    }
}

TEST_CASE("a stick pulled out at any write is said to be, and another one takes everything") {
    for (int writes = 0; writes < 5; ++writes) {
        INFO(writes);
        Desk desk;
        desk.files.writes_left = writes;
        desk.files.then = Trouble::stick_gone;
        desk.files.pulled = desk.root;
        CHECK(desk.stick.exchange(desk.root).obstacle.trouble == Trouble::stick_gone);
        CHECK(sessions_in(desk.outbox).value().size() == 2);
        desk.files.writes_left = 1000;
        fs::create_directories(desk.root);
        CHECK(desk.stick.exchange(desk.root).carried == 2);
        CHECK((desk.is_whole("aa") && desk.is_whole("bb")));
    }
}

TEST_CASE("a folder that is not there or cannot be written is said in French") {
    Desk desk;
    const auto gone = desk.stick.exchange(desk.root / "nowhere").obstacle;
    CHECK(gone.trouble == Trouble::stick_gone);
    REQUIRE(write_file(desk.root / "PREAU", as_bytes("a file in the place of the folder")));
    CHECK(desk.stick.exchange(desk.root).obstacle.trouble != Trouble::none);
    for (const auto trouble : {Trouble::stick_gone, Trouble::stick_full, Trouble::stick_read_only,
                               Trouble::stick_unreliable})
        CHECK(sentence(trouble).find("USB") != std::string_view::npos);
}

TEST_CASE("a half file that an earlier stick left behind is written again") {
    Desk desk;
    desk.stick.exchange(desk.root);
    REQUIRE(write_file(desk.up("aa"), sealed_bytes(39'999)));
    CHECK(desk.stick.exchange(desk.root).carried == 2);
    CHECK(desk.is_whole("aa"));
}

TEST_CASE("a stick chooses neither where its files go nor what is a receipt") {
    Desk desk;
    desk.stick.exchange(desk.root);
    const auto aa = Desk::session("aa"), bb = Desk::session("bb");
    desk.bring("../../../keys/sign.key", "x");
    desk.bring("sign.key", "x");
    desk.bring("packs/zz/pack.json", "x");
    desk.bring("root.json", "<html>");
    desk.bring(aa + ".receipt", receipt_for(sealing_note(bb)));
    desk.bring(bb + ".receipt", receipt_for(sealing_note(bb)));
    fs::create_symlink("/etc/passwd", desk.down(aa + ".parcel"));
    const auto exchange = desk.stick.exchange(desk.root);
    CHECK(exchange.obstacle.trouble != Trouble::none);
    CHECK(exchange.taken == 1);
    CHECK(exchange.left_out == 2);
    CHECK(desk.has(bb + ".receipt") == receipt_for(sealing_note(bb)));
    CHECK(desk.has(aa + ".receipt").empty());
    CHECK(desk.has(aa + ".parcel").empty());
    CHECK(desk.has("root.json").empty());
    CHECK_FALSE(fs::exists(desk.inbox_folder / "packs"));
}

TEST_CASE("what the platform sends comes to the inbox, once, and what is received leaves no more") {
    Desk desk;
    desk.stick.exchange(desk.root);
    const auto aa = Desk::session("aa");
    const std::string pack = "packs/" + std::string(64, 'a') + "/pack.json";
    desk.bring(pack, "{}");
    desk.bring(aa + ".parcel", "age-encryption.org/v1");
    desk.bring(aa + ".receipt", receipt_for(sealing_note(aa)));
    CHECK(desk.stick.exchange(desk.root).taken == 3);
    CHECK(desk.has(pack) == "{}");
    const auto again = desk.stick.exchange(desk.root);
    CHECK(again.taken == 0);
    CHECK(again.waiting == 1);
    CHECK(again.obstacle.trouble == Trouble::none);
    CHECK(fs::exists(desk.outbox / (aa + ".preau")));
}

TEST_CASE("the page on the stick tells in French what the files are, for the oldest Notepad too") {
    Desk desk;
    REQUIRE(write_file(desk.outbox / "BOX-1.request.json", as_bytes("{}")));
    desk.stick.exchange(desk.root);
    const auto page = read_file(desk.root / "PREAU" / "LISEZMOI.txt", 10'000).value();
    const auto text = as_text(page);
    CHECK(text.starts_with("\xEF\xBB\xBF"));
    CHECK(text.find("chiffré") != text.npos);
    CHECK(text.find("vers-la-plateforme") != text.npos);
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1))
        CHECK(text[at - 1] == '\r');
    CHECK(fs::exists(desk.root / "PREAU" / "vers-la-plateforme" / "BOX-1.request.json"));
}
