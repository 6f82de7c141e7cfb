// SPDX-License-Identifier: Apache-2.0
// A bounded run of the targets of what travels sealed: the known good files, changed at random in a
// repeatable way.
#include "fuzz/targets.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "unit/seal/format_cases.hpp"
#include "unit/seal/format_documents.hpp"

#include <random>

using namespace preau;

namespace {

constexpr int kRounds = 4000;

std::string mutated(std::string text, std::mt19937& chance) {
    for (auto changes = 1 + chance() % 3; changes > 0; --changes) {
        const auto at = text.empty() ? 0 : chance() % text.size();
        switch (chance() % 5) {
            case 0:
                text.erase(at, 1 + chance() % 8);
                break;
            case 1:
                text.insert(at, text.substr(chance() % (text.size() + 1), chance() % 64));
                break;
            case 2:
                text.insert(at, std::string(chance() % 5, '\xFF'));
                break;
            case 3:
                text.resize(at);
                break;
            default:
                if (!text.empty()) text[at] = static_cast<char>(chance() % 256);
        }
    }
    return text;
}

void run(void (*target)(ByteView), const std::vector<std::string>& seeds) {
    std::mt19937 chance(20261125);
    for (const auto& seed : seeds) target(as_bytes(seed));
    for (int round = 0; round < kRounds; ++round)
        target(as_bytes(mutated(seeds[static_cast<std::size_t>(round) % seeds.size()], chance)));
    SUCCEED("every input was read or refused");
}

std::vector<std::string> good(std::initializer_list<std::string_view> kinds) {
    static const auto cases = test::format_cases();
    std::vector<std::string> seeds;
    for (const auto& one : cases)
        if (one.accept && std::ranges::find(kinds, one.kind) != kinds.end())
            seeds.push_back(one.bytes);
    return seeds;
}

}  // namespace

TEST_CASE("fuzz: any age file is opened or refused") {
    run(fuzz::age_file, good({"age", "bundle-file"}));
}

TEST_CASE("fuzz: any note is read or refused") {
    run(fuzz::note, good({"bundle-note", "stored", "receipt"}));
}

TEST_CASE("fuzz: any signed document is read or refused") {
    run(fuzz::envelope, good({"root", "timestamp", "request", "certificate", "authorisation"}));
}

TEST_CASE("fuzz: any payload of a signed document is read or refused") {
    run(fuzz::document, {seal::write_root(test::TestPlatform().root()),
                         seal::write_timestamp(test::known_timestamp()),
                         seal::write_request(test::known_rotation()),
                         seal::write_certificate(test::known_certificate()),
                         seal::write_authorisation(test::known_authorisation())});
}

TEST_CASE("fuzz: any bundle is read or refused, also one with the right hash at its end") {
    run(fuzz::bundle, good({"bundle"}));
    run(fuzz::bundle_records, good({"bundle"}));
}

TEST_CASE("fuzz: any journal header is read or refused") {
    const auto bundle = good({"bundle"}).front();
    run(fuzz::journal_header, {bundle.substr(bundle.find("PRE1"), 128)});
}
