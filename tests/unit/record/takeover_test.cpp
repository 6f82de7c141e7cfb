// SPDX-License-Identifier: Apache-2.0
#include "record/chain_reader.hpp"
#include "record/chain_writer.hpp"
#include "record/header.hpp"
#include "seal/envelope.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

using namespace preau;
using namespace preau::record;

namespace {

namespace event = exam::event;

struct TwoBoxes {
    SessionId session{{7}};
    Hash authorisation{1, 2, 3};
    seal::SigningKey first = seal::SigningKey::from_seed({1});
    seal::SigningKey second = seal::SigningKey::from_seed({2});
    test::SeededEntropy entropy{5};
    Position position;
    std::vector<Entry> entries;

    TwoBoxes() { position.head = authorisation; }

    ChainTrust trust() const {
        return {session,
                authorisation,
                {{"BOX-1", first.public_key()}, {"BOX-2", second.public_key()}}};
    }
    /// One epoch: its start, a message when the session is open, a checkpoint.
    void run(const std::string& name, const seal::SigningKey& key) {
        ChainWriter writer(session, position, {name, key, "test"}, entropy);
        const Moment moment{seconds(1), {1'790'000'000'000}, ClockQuality::rtc};
        const bool is_first = entries.empty();
        entries.push_back(writer.start_epoch(moment));
        entries.push_back(is_first ? writer.event(event::SessionOpened{}, moment)
                                   : writer.event(event::MessageSent{"ici"}, moment));
        entries.push_back(writer.checkpoint(moment));
        position = writer.position();
    }
    std::string refusal(const ChainTrust& by) const {
        ChainReader reader(by);
        const auto read = reader.read_all(entries);
        return read ? "" : read.error().message;
    }
    std::uint8_t flags(std::size_t record) const { return decode(entries[record].header)->flags; }
};

}  // namespace

TEST_CASE("takeover: another authorised box goes on, and comes back, and every record says so") {
    TwoBoxes boxes;
    boxes.run("BOX-1", boxes.first);
    boxes.run("BOX-2", boxes.second);
    boxes.run("BOX-2", boxes.second);
    boxes.run("BOX-1", boxes.first);
    ChainReader reader(boxes.trust());
    REQUIRE(reader.read_all(boxes.entries).has_value());
    CHECK(reader.position().box == "BOX-1");
    CHECK(reader.checkpoint()->origin.find("/box/BOX-1/") != std::string::npos);
    for (std::size_t i = 0; i < boxes.entries.size(); ++i)
        CHECK(boxes.flags(i) == (i >= 3 && i < 9 ? kFromAnotherBox : 0));
    const auto reason = [&](std::size_t record) {
        return verify_epoch(as_text(boxes.entries[record].payload), boxes.trust().boxes)->reason;
    };
    CHECK(reason(0) == EpochReason::start);
    CHECK(reason(3) == EpochReason::takeover);
    CHECK(reason(6) == EpochReason::restart);
    CHECK(reason(9) == EpochReason::takeover);
}

TEST_CASE("takeover: a box that is not authorised, or by another's key, is refused") {
    TwoBoxes boxes;
    boxes.run("BOX-1", boxes.first);
    SECTION("not authorised") { boxes.run("BOX-3", boxes.second); }
    SECTION("with the first box's key") { boxes.run("BOX-2", boxes.first); }
    CHECK(boxes.refusal(boxes.trust()).find("record 3") != std::string::npos);
    auto alone = boxes.trust();
    alone.boxes.erase("BOX-2");
    CHECK(boxes.refusal(alone).find("record 3") != std::string::npos);
}

TEST_CASE("takeover: a box that says it restarts another's session is refused") {
    TwoBoxes boxes;
    boxes.run("BOX-1", boxes.first);
    boxes.position.box = "BOX-2";
    boxes.run("BOX-2", boxes.second);
    CHECK(boxes.refusal(boxes.trust()).find("does not agree") != std::string::npos);
}

TEST_CASE("takeover: a record without the flag of its epoch is refused") {
    TwoBoxes boxes;
    boxes.run("BOX-1", boxes.first);
    boxes.position.first_box = "BOX-2";
    boxes.run("BOX-2", boxes.second);
    CHECK(boxes.refusal(boxes.trust()).find("record 3") != std::string::npos);
}
