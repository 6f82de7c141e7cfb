// SPDX-License-Identifier: Apache-2.0
// The payload of a session authorisation, read and written.
#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/authorisation.hpp"
#include "seal/document.hpp"
#include "seal/names.hpp"

#include <algorithm>
#include <array>

namespace preau::seal {

namespace {

constexpr std::array<std::string_view, 4> kLockdownNames = {"none", "companion", "seb", "any"};
constexpr std::array<std::string_view, 2> kNetworkNames = {"direct", "nat"};
constexpr std::size_t kShareBytesMax = 1024;
constexpr std::size_t kLocalNumbersMax = 32;

bool is_verification_code(std::string_view text) {
    constexpr std::string_view kSymbols = "2346789BCDFGHJKMPQRTVWXY";
    return text.size() == 10 && text.starts_with("P-") &&
           text.find_first_not_of(kSymbols, 2) == text.npos;
}

/// Reads one of these names, and gives its place.
template <std::size_t N>
std::size_t read_name(json::Fields& fields, std::string_view name,
                      const std::array<std::string_view, N>& names) {
    const auto found = std::ranges::find(names, fields.text(name, 16));
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    fields.refuse(name, "out_of_range", "Cette valeur n'est pas connue.");
    return 0;
}

/// Reads an array of texts, each valid and none twice.
std::vector<std::string> read_texts(json::Fields& fields, std::string_view name,
                                    std::size_t count_max, bool (*is_valid)(std::string_view)) {
    std::vector<std::string> out;
    for (const auto& value : fields.array(name, count_max)) {
        const auto* text = value.text();
        if (text == nullptr || !is_valid(*text))
            fields.refuse(name, "malformed", "Ce texte n'a pas la forme attendue.");
        else
            out.push_back(*text);
    }
    auto sorted = out;
    std::ranges::sort(sorted);
    if (std::ranges::adjacent_find(sorted) != sorted.end())
        fields.refuse(name, "out_of_range", "Une valeur est donnée deux fois.");
    return out;
}

void read_times(json::Fields& fields, Authorisation& out) {
    json::Fields inner(fields.value("window"), fields.path("window"));
    const auto window = read_window(inner);
    out.not_before = window.not_before;
    out.not_after = window.not_after;
    fields.close(inner);
}

void read_boxes(json::Fields& fields, Authorisation& out) {
    out.boxes = read_texts(fields, "boxes", 2, is_box_name);
    if (out.boxes.empty()) fields.refuse("boxes", "out_of_range", "Un boîtier est attendu.");
}

void read_pack(json::Fields& fields, Authorisation& out) {
    const auto& packs = fields.array("packs", 1);
    if (packs.empty()) {
        fields.refuse("packs", "out_of_range", "Un paquet d'épreuves est attendu.");
        return;
    }
    json::Fields pack(packs.front(), fields.path("packs", 0));
    out.pack_id = pack.text("id", kDocumentNameBytesMax);
    out.pack_version = pack.text("version", kDocumentNameBytesMax);
    out.pack_hash = pack.hex<32>("sha256");
    fields.close(pack);
}

void read_policy(json::Fields& fields, Authorisation& out) {
    json::Fields policy(fields.value("policy"), fields.path("policy"));
    out.mirror_required = read_choice(policy, "mirror", "required", "optional");
    out.tls_required = read_choice(policy, "tls", "required", "allow-http");
    out.network = static_cast<NetworkMode>(read_name(policy, "network", kNetworkNames));
    out.lockdown = static_cast<LockdownRule>(read_name(policy, "lockdown", kLockdownNames));
    fields.close(policy);
}

void read_shares(json::Fields& fields, Authorisation& out) {
    const auto& values = fields.array("shares", 2);
    for (std::size_t i = 0; i < values.size(); ++i) {
        json::Fields inner(values[i], fields.path("shares", i));
        SealedShare share;
        share.box = read_box_name(inner, "box");
        share.share = inner.base64("share", kShareBytesMax);
        if (!out.names_box(share.box) || out.find_share(share.box) != nullptr)
            inner.refuse("box", "out_of_range", "Ce boîtier n'est pas de la session.");
        out.shares.push_back(std::move(share));
        fields.close(inner);
    }
}

void read_unlock(json::Fields& fields, Authorisation& out) {
    if (const auto* value = fields.optional_value("unlock"); value != nullptr) {
        json::Fields unlock(*value, fields.path("unlock"));
        const auto wrapped = to_array<48>(unlock.base64("wrapped", 48));
        if (!wrapped)
            unlock.refuse("wrapped", "malformed", "48 octets en base64 sont attendus.");
        else
            out.wrapped_keys = *wrapped;
        fields.close(unlock);
    }
    read_shares(fields, out);
    if (out.wrapped_keys.has_value() == out.shares.empty())
        fields.refuse("shares", "out_of_range", "Les clés du paquet et leurs parts vont ensemble.");
}

void read_local(json::Fields& fields, Authorisation& out) {
    json::Fields local(fields.value("local"), fields.path("local"));
    out.local.numbers = read_texts(local, "numbers", kLocalNumbersMax, is_session_number);
    out.local.seats =
        static_cast<std::uint32_t>(local.integer("seats", 0, limits::candidates_per_session_max));
    if (std::ranges::find(out.local.numbers, out.number) != out.local.numbers.end())
        local.refuse("numbers", "out_of_range", "Ce numéro est celui de la session.");
    if (out.local.numbers.empty() != (out.local.seats == 0))
        local.refuse("seats", "out_of_range", "Les numéros et les places vont ensemble.");
    fields.close(local);
}

Authorisation read_members(json::Fields& fields) {
    Authorisation out;
    fields.integer("v", 1, 1);
    out.session.bytes = fields.hex<16>("session");
    out.number = fields.text("number", 10);
    if (!is_session_number(out.number))
        fields.refuse("number", "malformed", "1 à 10 chiffres sont attendus.");
    out.uai = fields.text("uai", kDocumentNameBytesMax);
    out.campaign = fields.text("campaign", kDocumentNameBytesMax);
    read_boxes(fields, out);
    read_times(fields, out);
    read_pack(fields, out);
    out.roster_hash = fields.hex<32>("roster_sha256");
    out.max_candidates = static_cast<std::uint32_t>(
        fields.integer("max_candidates", 1, limits::candidates_per_session_max));
    read_policy(fields, out);
    out.minimum_software = fields.text("minimum_software", kDocumentNameBytesMax);
    read_unlock(fields, out);
    out.verification_codes = read_texts(
        fields, "verification_codes", 2 * limits::candidates_per_session_max, is_verification_code);
    read_local(fields, out);
    if (out.verification_codes.size() > out.max_candidates + out.local.seats)
        fields.refuse("verification_codes", "out_of_range", "Il y en a plus que de candidats.");
    return out;
}

json::Value write_shares(const Authorisation& a) {
    json::Array shares;
    for (const auto& share : a.shares)
        shares.push_back(json::Object{{"box", share.box}, {"share", to_base64(share.share)}});
    return shares;
}

json::Value write_policy(const Authorisation& a) {
    return json::Object{{"mirror", a.mirror_required ? "required" : "optional"},
                        {"tls", a.tls_required ? "required" : "allow-http"},
                        {"network", name(a.network)},
                        {"lockdown", name(a.lockdown)}};
}

json::Array write_texts(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

}  // namespace

std::string_view name(LockdownRule rule) {
    return kLockdownNames.at(static_cast<std::size_t>(rule));
}

std::string_view name(NetworkMode mode) { return kNetworkNames.at(static_cast<std::size_t>(mode)); }

std::string write_authorisation(const Authorisation& a) {
    const json::Value pack = json::Object{
        {"id", a.pack_id}, {"version", a.pack_version}, {"sha256", to_hex(a.pack_hash)}};
    json::Object members{{"v", 1},
                         {"session", a.session.hex()},
                         {"number", a.number},
                         {"uai", a.uai},
                         {"campaign", a.campaign},
                         {"boxes", write_texts(a.boxes)},
                         {"window", json::Object{{"nbf", to_iso8601(a.not_before)},
                                                 {"naf", to_iso8601(a.not_after)}}},
                         {"packs", json::Array(1, pack)},
                         {"roster_sha256", to_hex(a.roster_hash)},
                         {"max_candidates", a.max_candidates},
                         {"policy", write_policy(a)},
                         {"minimum_software", a.minimum_software}};
    if (a.wrapped_keys)
        members.push_back({"unlock", json::Object{{"wrapped", to_base64(*a.wrapped_keys)}}});
    members.push_back({"shares", write_shares(a)});
    members.push_back({"verification_codes", write_texts(a.verification_codes)});
    members.push_back({"local", json::Object{{"numbers", write_texts(a.local.numbers)},
                                             {"seats", a.local.seats}}});
    return json::write(std::move(members));
}

Result<Authorisation> read_authorisation(ByteView payload) {
    return read_document(payload, "session authorisation", read_members, write_authorisation);
}

}  // namespace preau::seal
