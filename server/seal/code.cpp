// SPDX-License-Identifier: Apache-2.0
#include "seal/code.hpp"

#include "base/big_endian.hpp"
#include "seal/hash.hpp"

namespace preau::seal {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kSymbols = 15;
constexpr unsigned kModulus = 0b10'1001;  // x⁵+x³+1

unsigned doubled(unsigned element) {
    element <<= 1;
    return (element & 0b10'0000) != 0 ? element ^ kModulus : element;
}

/// The symbol that somebody meant, 0 when there is none.
char meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return kAlphabet.find(c) == kAlphabet.npos ? '\0' : c;
}

std::string grouped(std::string_view symbols) {
    std::string text;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        if (i != 0 && i % 4 == 0) text += '-';
        text += symbols[i];
    }
    return text;
}

}  // namespace

char check_symbol(std::string_view symbols) {
    unsigned sum = 0;
    for (auto symbol = symbols.rbegin(); symbol != symbols.rend(); ++symbol)
        sum = doubled(sum ^ static_cast<unsigned>(kAlphabet.find(*symbol)));
    return kAlphabet[sum];
}

std::string code_of(const Hash& hash) {
    std::string symbols;
    for (std::size_t bit = 0; bit < 5 * kSymbols; bit += 5) {
        const unsigned two = static_cast<unsigned>(hash[bit / 8]) << 8 | hash[bit / 8 + 1];
        symbols += kAlphabet[two >> (11 - bit % 8) & 31];
    }
    symbols += check_symbol(symbols);
    return grouped(symbols);
}

Result<std::string> read_code(std::string_view typed) {
    std::string symbols;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        const char symbol = meant(c);
        if (symbol == '\0') return fail(Error::malformed("code: a symbol that no code has"));
        symbols += symbol;
        if (symbols.size() > kSymbols + 1) break;
    }
    if (symbols.size() != kSymbols + 1) return fail(Error::malformed("code: not 16 symbols"));
    if (check_symbol(std::string_view(symbols).substr(0, kSymbols)) != symbols.back())
        return fail(Error::malformed("code: a symbol is wrong"));
    return grouped(symbols);
}

std::string receipt_code(ByteView statement) {
    return code_of(sha256({as_bytes("preau-receipt-code/v1\n"), statement}));
}

std::string session_code(std::uint64_t size, const Hash& root) {
    const auto size_bytes = ByteWriter().u64(size).take();
    return code_of(sha256({as_bytes("preau-session-code/v1\n"), size_bytes, root}));
}

}  // namespace preau::seal
