// SPDX-License-Identifier: Apache-2.0
#include "seal/code.hpp"

#include "base/big_endian.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"

using namespace preau;

namespace {

const std::string kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string code_number(std::uint32_t n) {
    return seal::code_of(seal::sha256(ByteWriter().u32(n).view()));
}

bool is_symbol(char c) { return c != '-'; }

}  // namespace

TEST_CASE("every single wrong symbol of a code is found") {
    std::size_t wrong = 0;
    for (std::uint32_t n = 0; n < 50; ++n) {
        const auto code = code_number(n);
        for (std::size_t i = 0; i < code.size(); ++i)
            for (const char symbol : kAlphabet) {
                if (!is_symbol(code[i]) || symbol == code[i]) continue;
                auto changed = code;
                changed[i] = symbol;
                ++wrong;
                REQUIRE_FALSE(seal::read_code(changed));
            }
    }
    CHECK(wrong == 50 * 16 * 31);
}

TEST_CASE("every swap of two neighbours in a code is found") {
    for (std::uint32_t n = 0; n < 200; ++n) {
        auto symbols = code_number(n);
        std::erase(symbols, '-');
        for (std::size_t i = 0; i + 1 < symbols.size(); ++i) {
            if (symbols[i] == symbols[i + 1]) continue;
            auto changed = symbols;
            std::swap(changed[i], changed[i + 1]);
            REQUIRE_FALSE(seal::read_code(changed));
        }
    }
}

TEST_CASE("a code with a symbol missing, too many or unknown is refused") {
    const auto code = code_number(1);
    CHECK_FALSE(seal::read_code(""));
    CHECK_FALSE(seal::read_code(code.substr(1)));
    CHECK_FALSE(seal::read_code(code + "0"));
    CHECK_FALSE(seal::read_code("0000-0000-0000-000U"));
    CHECK_FALSE(seal::read_code("0000-0000-0000-000\xC3\xA9"));
    CHECK_FALSE(seal::read_code(std::string(100'000, '0')));
}

TEST_CASE("a code is read as people type it") {
    CHECK(*seal::read_code("oooo oooo-ooooOOOO") == "0000-0000-0000-0000");
    for (std::uint32_t n = 0; n < 50; ++n) {
        const auto code = code_number(n);
        std::string typed;
        for (const char c : code)
            if (is_symbol(c)) typed += c == '1' ? 'l' : static_cast<char>(std::tolower(c));
        CHECK(*seal::read_code(typed) == code);
        CHECK(*seal::read_code(code) == code);
    }
}

TEST_CASE("the codes of a receipt and of a session are for one thing each") {
    const auto root = seal::sha256(as_bytes("root"));
    CHECK(seal::receipt_code(root) != seal::session_code(1, root));
    CHECK(seal::session_code(2, root) != seal::session_code(1, root));
    CHECK(seal::read_code(seal::session_code(1, root)));
}
