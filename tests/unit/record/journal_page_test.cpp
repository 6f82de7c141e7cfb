// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "record/payload.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <fstream>
#include <map>

using namespace preau;
using namespace preau::record;

namespace {

/// The table of types in docs/formats/journal.md: the rows that begin with four digits of a number.
std::map<std::string, std::string> rows_of_page() {
    std::ifstream page("docs/formats/journal.md");
    REQUIRE(page.is_open());
    std::map<std::string, std::string> rows;
    for (std::string line; std::getline(page, line);)
        if (line.starts_with("| `0") && line.size() > 8 && line[7] == '`')
            CHECK(rows.emplace(line.substr(3, 4), line).second);
    return rows;
}

/// One event of each kind, with nothing in it.
template <std::size_t... I>
std::vector<exam::Event> one_of_each(std::index_sequence<I...>) {
    return {exam::Event(std::variant_alternative_t<I, exam::Event>{})...};
}

}  // namespace

TEST_CASE("the page on the journal names every type of record, under its number, and no other") {
    auto rows = rows_of_page();
    CHECK(rows.erase("0002") == 1);  // given up
    for (unsigned number = 0; number <= UINT16_MAX; ++number) {
        const auto type = known_type(static_cast<std::uint16_t>(number));
        const auto row = rows.find(fmt::format("{:04x}", number));
        INFO(fmt::format("{:04x}", number));
        CHECK(type.has_value() == (row != rows.end()));
        if (type && row != rows.end())
            CHECK(row->second.find(fmt::format("| {} |", name(*type))) != std::string::npos);
    }
}

TEST_CASE("the page on the journal lists the members of each payload, in their order") {
    const auto rows = rows_of_page();
    for (const auto& event :
         one_of_each(std::make_index_sequence<std::variant_size_v<exam::Event>>{})) {
        const auto payload = json::read(as_text(encode_payload(event)));
        REQUIRE(payload.has_value());
        std::string members;
        for (const auto& member : *payload->object())
            members += fmt::format("{}\"{}\"", members.empty() ? "" : ",", member.name);
        const auto row = rows.find(fmt::format("{:04x}", static_cast<unsigned>(type_of(event))));
        REQUIRE(row != rows.end());
        INFO(row->second << " lacks {" << members);
        const auto at = row->second.find("`{" + members);
        REQUIRE(at != std::string::npos);
        // Closed there, or the last member's own form.
        const auto next = row->second.at(at + 2 + members.size());
        CHECK((next == '}' || next == ':'));
    }
}
