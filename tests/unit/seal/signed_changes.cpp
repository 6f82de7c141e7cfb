// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"
#include "unit/seal/format_cases.hpp"
#include "unit/seal/format_documents.hpp"

namespace preau::test {

namespace {

struct Kind {
    std::string name;
    std::string payload;
    std::string (*sign)(const std::string& payload);
};

template <seal::Role role, const std::string_view& type>
std::string by_role(const std::string& payload) {
    return TestPlatform().sign(type, payload, role);
}

std::string by_box(const std::string& payload) {
    return seal::sign_envelope(seal::kBoxRequestType, as_bytes(payload), key_of(0x11));
}

std::vector<Kind> kinds() {
    using seal::Role;
    return {
        {"root", seal::write_root(TestPlatform().root()), by_role<Role::root, seal::kRootType>},
        {"timestamp", seal::write_timestamp(known_timestamp()),
         by_role<Role::timestamp, seal::kTimestampType>},
        {"request", seal::write_request(known_request()), by_box},
        {"certificate", seal::write_certificate(known_certificate()),
         by_role<Role::enrol, seal::kBoxCertificateType>},
    };
}

/// One change that a parser may take or refuse: characters of JSON, numbers, times, escapes.
std::string changed(std::string text, SplitMix64& chance) {
    static const std::string tokens[] = {
        "\"",      ",",          "{}",           "[]",      " ",
        "\n",      "0",          "-1",           "1.0",     "1e3",
        "null",    "true",       "\\u0000",      "\\u00e9", "\\/",
        "é",       "\xff",       "\"v\":1,",     "400",     "9007199254740993",
        "Z",       "production", "demo",         "A",       "a",
        "\\ud800", "\x7f",       "\xef\xbb\xbf", "00",      "BOX-"};
    const auto at = chance.below(text.size());
    switch (chance.below(5)) {
        case 0:
            return text.erase(at, 1 + chance.below(4));
        case 1:
            return text.insert(at, tokens[chance.below(std::size(tokens))]);
        case 2: {
            const auto digit = text.find_first_of("0123456789", at);
            if (digit != text.npos) text[digit] = static_cast<char>('0' + chance.below(10));
            return text;
        }
        case 3: {
            const auto letter = text.find_first_of("abcdefABCDEF", at);
            if (letter != text.npos) text[letter] = "abcdefABCDEFgz"[chance.below(14)];
            return text;
        }
        default:
            return text.insert(at, text.substr(chance.below(text.size()), 1 + chance.below(40)));
    }
}

}  // namespace

std::vector<FormatCase> signed_changes(std::uint64_t seed, int count) {
    SplitMix64 chance(seed);
    const auto all = kinds();
    std::vector<FormatCase> cases;
    for (int i = 0; i < count; ++i) {
        const auto& kind = all[static_cast<std::size_t>(i) % all.size()];
        const auto payload = changed(kind.payload, chance);
        const auto envelope = kind.sign(payload);
        cases.push_back({kind.name, payload, accepts_format(kind.name, envelope), envelope});
    }
    return cases;
}

}  // namespace preau::test
