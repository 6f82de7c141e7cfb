// SPDX-License-Identifier: Apache-2.0
#include "crash/laboratory.hpp"
#include "crash/memory_vfs.hpp"
#include "record/header.hpp"
#include "record/stand_ins.hpp"
#include "store/journal.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace preau;
using namespace preau::crash;

namespace {

constexpr char kFile[] = "box.db";

/// What no file may hold once the answers are erased.
std::vector<std::string> canaries(const SessionHistory& history) {
    std::vector<std::string> found;
    for (const auto& [number, candidate] : history.states.back().candidates)
        for (const auto& question : candidate.questions) {
            found.push_back(question.item);
            if (question.answer) found.push_back(question.answer->value.substr(0, 8));
        }
    return found;
}

bool holds_any(const Disk& disk, const std::vector<std::string>& texts) {
    for (const auto& [name, content] : disk.listing())
        for (const auto& text : texts)
            if (as_text(content).find(text) != std::string_view::npos) return true;
    return false;
}

store::Journal opened(MemoryVfs& vfs) {
    auto journal = store::Journal::open(kFile, vfs.name());
    if (!journal) FAIL(journal.error().message);
    return std::move(*journal);
}

/// A disk with both sessions' journals, synced.
Disk written(MemoryVfs& vfs, const History& history) {
    vfs.mount({}, 1);
    auto journal = opened(vfs);
    for (const auto& session : history) {
        REQUIRE(journal.add_session(session.row, {}).has_value());
        std::vector<store::Staged> staged;
        for (const auto& entry : session.entries) staged.push_back({session.row.id, entry});
        REQUIRE(journal.append(staged).has_value());
    }
    return vfs.disk();
}

std::vector<Disk> disks_while_erasing(MemoryVfs& vfs, const Disk& before, const SessionId& id) {
    std::vector<Disk> disks;
    vfs.mount(before, 2);
    auto journal = opened(vfs);
    vfs.watch([&] { disks.push_back(vfs.disk()); });
    REQUIRE(journal.erase_answers(id).has_value());
    vfs.watch(nullptr);
    return disks;
}

enum class Left { all, none };

/// Headers, leaves and every other payload as they were written; of the answers all, or none.
Left what_is_left(store::Journal& journal, const SessionHistory& history) {
    const auto entries = journal.load(history.row.id);
    REQUIRE(entries.has_value());
    REQUIRE(entries->size() == history.entries.size());
    std::size_t erased = 0;
    std::size_t answers = 0;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const auto& entry = (*entries)[i];
        CHECK(entry.header == history.entries[i].header);
        CHECK(entry.leaf == history.entries[i].leaf);
        const bool is_answer = record::decode(entry.header)->type >> 8 == 0x02;
        answers += is_answer ? 1 : 0;
        if (entry.erased())
            ++erased;
        else
            CHECK(entry == history.entries[i]);
    }
    CHECK((erased == 0 || erased == answers));
    return erased == 0 ? Left::all : Left::none;
}

}  // namespace

TEST_CASE("erasure: of one session nothing is left in any file, and the other is whole") {
    MemoryVfs vfs;
    const auto& history = usual_history();
    const auto before = written(vfs, history);
    const auto texts = canaries(history[0]);
    CHECK(texts.size() > 40);
    CHECK(holds_any(before, texts));
    (void)disks_while_erasing(vfs, before, history[0].row.id);
    auto journal = opened(vfs);
    CHECK(what_is_left(journal, history[0]) == Left::none);
    CHECK(what_is_left(journal, history[1]) == Left::all);
    std::vector<std::string> values;
    for (const auto& text : texts)
        if (!text.starts_with("item-")) values.push_back(text);  // the other session has them too
    CHECK_FALSE(holds_any(vfs.disk(), values));
}

TEST_CASE("erasure: power cut anywhere leaves every answer, or none once the box has started") {
    MemoryVfs vfs;
    const auto& history = usual_history();
    std::vector<std::string> values;
    for (const auto& text : canaries(history[0]))
        if (!text.starts_with("item-")) values.push_back(text);
    const auto disks = disks_while_erasing(vfs, written(vfs, history), history[0].row.id);
    REQUIRE(disks.size() > 10);
    SplitMix64 random(7);
    int interrupted = 0;
    for (std::size_t i = 0; i < disks.size(); ++i)
        for (int damage = 0; damage < kDamages; damage += 2) {
            INFO("operation " << i << ", damage " << damage);
            vfs.mount(disks[i].after_power_cut(static_cast<Damage>(damage), random), i);
            auto journal = opened(vfs);
            CHECK(what_is_left(journal, history[1]) == Left::all);
            if (what_is_left(journal, history[0]) == Left::all) {
                ++interrupted;
                REQUIRE(journal.erase_answers(history[0].row.id).has_value());
            }
            CHECK(what_is_left(journal, history[0]) == Left::none);
            CHECK_FALSE(holds_any(vfs.disk(), values));
        }
    CHECK(interrupted > 3);
}
