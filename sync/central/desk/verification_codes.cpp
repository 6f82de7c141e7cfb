// SPDX-License-Identifier: Apache-2.0
#include "central/desk/verification_codes.hpp"

#include <algorithm>

namespace preau::central {

namespace {

// verify-certificate-code-service.js: without what is read as something else.
constexpr std::string_view kAlphabet = "2346789BCDFGHJKMPQRTVWXY";
constexpr std::size_t kSymbols = 8;
constexpr std::size_t kTypedBytesMax = 64;
constexpr int kTriesMax = 1000;

constexpr char kKeep[] =
    "INSERT INTO verification_code (code, session, position) VALUES ($1, $2, $3) "
    "ON CONFLICT (code) DO NOTHING";

bool is_symbol(char c) { return kAlphabet.find(c) != std::string_view::npos; }

std::string draw(Entropy& entropy) {
    std::string code = "P-";
    while (code.size() < 2 + kSymbols) {
        ByteArray<1> byte{};
        entropy.fill(byte);
        const std::size_t bound = 256 - 256 % kAlphabet.size();  // beyond it some would come more
        if (byte[0] < bound) code += kAlphabet[byte[0] % kAlphabet.size()];
    }
    return code;
}

}  // namespace

bool is_verification_code(std::string_view text) {
    return text.size() == 2 + kSymbols && text.starts_with("P-") &&
           std::all_of(text.begin() + 2, text.end(), is_symbol);
}

std::optional<std::string> read_verification_code(std::string_view typed) {
    if (typed.size() > kTypedBytesMax) return std::nullopt;
    std::string code;
    for (const char c : typed)
        if (c != ' ') code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return is_verification_code(code) ? std::optional(code) : std::nullopt;
}

Result<std::vector<std::string>> draw_verification_codes(sql::Connection& database,
                                                         Entropy& entropy, const SessionId& session,
                                                         int count) {
    std::vector<std::string> codes;
    for (int tries = 0; static_cast<int>(codes.size()) < count; ++tries) {
        if (tries == count + kTriesMax)
            return fail(Error::environment("no free verification code was found"));
        auto code = draw(entropy);
        const auto kept = database.run(kKeep, code, session, codes.size());
        if (!kept) return fail(Error(kept.error()).with_context("keep a verification code"));
        if (*kept == 1) codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace preau::central
