// SPDX-License-Identifier: Apache-2.0
#include "central/desk/pupils.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "seal/hash.hpp"

namespace preau::central {

namespace {

constexpr std::size_t kIdBytesMax = 64;

constexpr char kAdd[] =
    "INSERT INTO pupil (pupil, account, ine, uai, person, last_name, first_name, birthdate, "
    "shares_level) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
constexpr char kCorrect[] =
    "UPDATE pupil SET account = coalesce($2, account), ine = coalesce($3, ine), uai = $4, "
    "person = $5, last_name = $6, first_name = $7, birthdate = $8 WHERE pupil = $1";
constexpr char kKnown[] = "SELECT pupil FROM pupil WHERE account = $1 OR ine = $2";
constexpr std::string_view kSelect =
    "SELECT account, ine, uai, last_name, first_name, birthdate, shares_level FROM pupil WHERE ";
constexpr char kShare[] = "UPDATE pupil SET shares_level = $1 WHERE account = $2";

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string or_empty(const sql::Row& row, std::size_t column) {
    return row.is_null(column) ? std::string{} : row.text(column);
}

Pupil pupil_of(const sql::Row& row) {
    return {.account = or_empty(row, 0),
            .ine = or_empty(row, 1),
            .uai = row.text(2),
            .identity = {row.text(3), row.text(4), row.text(5)},
            .shares_level = row.integer(6) == 1};
}

void append(Bytes& out, std::u32string_view text) {
    for (const auto letter : text)
        for (int shift = 24; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(letter >> shift));
    out.insert(out.end(), 4, 0);
}

}  // namespace

Hash person_hash(const exam::Identity& identity) {
    Bytes text;
    append(text, exam::compared_letters(identity.last_name));
    append(text, exam::compared_letters(identity.first_name));
    const auto date = as_bytes(identity.birthdate);
    text.insert(text.end(), date.begin(), date.end());
    return seal::sha256(text);
}

Result<std::optional<Bytes>> Pupils::known_as(const Pupil& pupil) {
    const auto rows = database_.query(kKnown, or_null(pupil.account), or_null(pupil.ine));
    if (!rows) return fail(rows.error());
    if (rows->size() > 1)
        return fail(Error::malformed("account " + pupil.account + " and INE " + pupil.ine +
                                     " are two different pupils'"));
    if (rows->empty()) return std::optional<Bytes>();
    return std::optional(to_bytes((*rows)[0].blob(0)));
}

Result<void> Pupils::put(const Pupil& pupil) {
    const auto& identity = pupil.identity;
    if (pupil.uai.empty() || identity.last_name.empty() || !is_date(identity.birthdate))
        return fail(Error::malformed("a pupil has a school, a name and a birth date"));
    return sql::in_transaction(database_, [&]() -> Result<void> {
        auto known = known_as(pupil);
        if (!known) return fail(std::move(known.error()));
        ByteArray<16> drawn{};
        entropy_.fill(drawn);
        const auto id = *known ? **known : to_bytes(drawn);
        const auto done = database_.run(
            *known ? kCorrect : kAdd, id, or_null(pupil.account), or_null(pupil.ine), pupil.uai,
            person_hash(identity), identity.last_name, identity.first_name, identity.birthdate);
        if (!done) return fail(done.error());
        return {};
    });
}

template <class... Values>
Result<std::vector<Pupil>> Pupils::find(std::string_view condition, const Values&... values) {
    const auto rows = database_.query(std::string(kSelect).append(condition), values...);
    if (!rows) return fail(Error(rows.error()).with_context("find a pupil"));
    std::vector<Pupil> found;
    for (std::size_t i = 0; i < rows->size(); ++i) found.push_back(pupil_of((*rows)[i]));
    return found;
}

template <class... Values>
Result<std::optional<Pupil>> Pupils::find_one(std::string_view condition, const Values&... values) {
    auto found = find(condition, values...);
    if (!found) return fail(std::move(found.error()));
    if (found->empty()) return std::optional<Pupil>();
    return std::optional(std::move(found->front()));
}

Result<std::optional<Pupil>> Pupils::with_ine(std::string_view ine) {
    return find_one("ine = $1", ine);
}

Result<std::optional<Pupil>> Pupils::with_account(std::string_view account) {
    return find_one("account = $1", account);
}

Result<std::vector<Pupil>> Pupils::with_identity(std::string_view uai,
                                                 const exam::Identity& identity) {
    return find("uai = $1 AND person = $2", uai, person_hash(identity));
}

Result<bool> Pupils::share_level(std::string_view account, bool shares) {
    const auto changed = database_.run(kShare, shares ? 1 : 0, account);
    if (!changed) return fail(changed.error());
    return *changed == 1;
}

Result<Pupil> read_pupil(std::string_view line) {
    auto value = json::read(line);
    if (!value) return fail(std::move(value.error()));
    json::Fields fields(*value);
    Pupil pupil;
    pupil.account = fields.optional_text("account", kIdBytesMax).value_or("");
    pupil.ine = fields.optional_text("ine", kIdBytesMax).value_or("");
    pupil.uai = fields.text("uai", kIdBytesMax);
    pupil.identity = {fields.text("last_name", limits::name_bytes_max),
                      fields.text("first_name", limits::name_bytes_max),
                      fields.text("birthdate", 10)};
    if (auto done = fields.finished("pupil"); !done) return fail(std::move(done.error()));
    return pupil;
}

}  // namespace preau::central
