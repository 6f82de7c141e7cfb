// SPDX-License-Identifier: Apache-2.0
#include "central/desk/access.hpp"

#include "seal/entropy.hpp"
#include "seal/hash.hpp"

#include <array>

namespace preau::central {

namespace {

constexpr Duration kLoginLasts = minutes(8 * 60);
constexpr std::size_t kTokenBytesMax = 64;

constexpr std::array kScopes = {Scope::school_results, Scope::parcoursup, Scope::account,
                                Scope::sync,           Scope::operations, Scope::jury};
constexpr std::array<std::string_view, kScopes.size()> kWords = {
    "organizations-certifications-result", "parcoursup", "account", "sync", "operations", "jury"};

constexpr char kGive[] =
    "INSERT INTO access_token (token_hash, holder, scopes, parent, made_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6)";
// A login ends with the token that it was made with.
constexpr char kFind[] =
    "SELECT t.holder, t.scopes FROM access_token t LEFT JOIN access_token p "
    "ON p.token_hash = t.parent WHERE t.token_hash = $1 AND t.revoked_at IS NULL "
    "AND t.expires_at > $2 AND (t.parent IS NULL OR (p.revoked_at IS NULL AND p.expires_at > $2))";
constexpr char kTakeBack[] =
    "UPDATE access_token SET revoked_at = $1 WHERE holder = $2 AND revoked_at IS NULL";
constexpr char kLogOut[] =
    "UPDATE access_token SET revoked_at = $1 WHERE token_hash = $2 AND parent IS NOT NULL "
    "AND revoked_at IS NULL";

std::string written(const Scopes& scopes) {
    std::string text;
    for (const auto scope : scopes) text.append(text.empty() ? "" : " ").append(word(scope));
    return text;
}

Scopes read_scopes(std::string_view text) {
    Scopes scopes;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (const auto scope = scope_from_word(text.substr(0, end))) scopes.insert(*scope);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return scopes;
}

bool may_log_in(const Scopes& scopes) {
    return scopes.contains(Scope::operations) || scopes.contains(Scope::jury);
}

Hash hash_of(std::string_view token) { return seal::sha256(as_bytes(token)); }

}  // namespace

std::span<const Scope> all_scopes() { return kScopes; }

std::string_view word(Scope scope) { return kWords.at(static_cast<std::size_t>(scope)); }

std::optional<Scope> scope_from_word(std::string_view text) {
    for (const auto scope : kScopes)
        if (word(scope) == text) return scope;
    return std::nullopt;
}

std::string form_token(std::string_view cookie) {
    return to_hex(hash_of("preau-form/v1\n" + std::string(cookie))).substr(0, 32);
}

Result<std::string> Access::keep(const std::string& holder, const std::string& scopes,
                                 const std::optional<Hash>& parent, WallTime expires) {
    auto token = seal::random_token(entropy_);
    const auto kept = database_.run(kGive, hash_of(token), holder, scopes, parent,
                                    clock_.wall_now().ms, expires.ms);
    if (!kept) return fail(Error(kept.error()).with_context("keep a token"));
    return token;
}

Result<std::string> Access::give(const std::string& holder, const Scopes& scopes,
                                 Duration validity) {
    return keep(holder, written(scopes), std::nullopt, clock_.wall_now() + validity);
}

Result<std::int64_t> Access::take_back(const std::string& holder) {
    return database_.run(kTakeBack, clock_.wall_now().ms, holder);
}

Result<std::optional<Holder>> Access::find(std::string_view token) {
    if (token.size() > kTokenBytesMax) return std::optional<Holder>();
    const auto rows = database_.query(kFind, hash_of(token), clock_.wall_now().ms);
    if (!rows) return fail(Error(rows.error()).with_context("find a token"));
    if (rows->empty()) return std::optional<Holder>();
    return std::optional(Holder{(*rows)[0].text(0), read_scopes((*rows)[0].text(1))});
}

Result<std::optional<std::string>> Access::log_in(std::string_view token) {
    const auto holder = find(token);
    if (!holder) return fail(holder.error());
    if (!*holder || !may_log_in((*holder)->scopes)) return std::optional<std::string>();
    auto cookie = keep((*holder)->name, written((*holder)->scopes), hash_of(token),
                       clock_.wall_now() + kLoginLasts);
    if (!cookie) return fail(std::move(cookie.error()));
    return std::optional(std::move(*cookie));
}

Result<void> Access::log_out(std::string_view cookie) {
    const auto ended = database_.run(kLogOut, clock_.wall_now().ms, hash_of(cookie));
    if (!ended) return fail(Error(ended.error()).with_context("log out"));
    return {};
}

}  // namespace preau::central
