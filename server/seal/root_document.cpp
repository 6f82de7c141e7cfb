// SPDX-License-Identifier: Apache-2.0
// The payload of a root document, read and written.
#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/root.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace preau::seal {

namespace {

constexpr std::array<std::string_view, 10> kRoleNames = {
    "root",    "enrol",   "content", "session",   "release",
    "receipt", "witness", "stored",  "timestamp", "publication"};
constexpr std::size_t kKeysMax = limits::envelope_signatures_max;
constexpr std::size_t kRecipientsMax = limits::age_recipients_max;

bool needs_two(Role role) {
    return role == Role::root || role == Role::content || role == Role::release;
}

json::Value write_role(const RoleKeys& role) {
    json::Array keys;
    for (const auto& key : role.keys) keys.emplace_back(to_hex(key));
    return json::Object{{"keys", std::move(keys)}, {"threshold", role.threshold}};
}

RoleKeys read_role(json::Fields& roles, Role role) {
    const auto role_name = name(role);
    json::Fields fields(roles.value(role_name), roles.path(role_name));
    RoleKeys out;
    for (const auto& value : fields.array("keys", kKeysMax)) {
        const auto* text = value.text();
        const auto key = array_from_hex<32>(text == nullptr ? "" : *text);
        if (!key)
            fields.refuse("keys", "malformed", "64 chiffres hexadécimaux sont attendus.");
        else
            out.keys.push_back(*key);
    }
    out.threshold = static_cast<std::size_t>(
        fields.integer("threshold", needs_two(role) ? 2 : 1, static_cast<int>(kKeysMax)));
    if (out.keys.size() < out.threshold)
        fields.refuse("keys", "out_of_range", "Il y a moins de clés que de signatures attendues.");
    roles.close(fields);
    return out;
}

void read_roles(json::Fields& fields, Root& out) {
    json::Fields roles(fields.value("roles"), fields.path("roles"));
    std::set<PublicKey> seen;
    for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
        const auto role = static_cast<Role>(i);
        out.roles[role] = read_role(roles, role);
        for (const auto& key : out.roles[role].keys)
            if (!seen.insert(key).second)
                roles.refuse(name(role), "out_of_range", "Une clé a deux rôles.");
    }
    fields.close(roles);
}

json::Value write_recipient(const Recipient& recipient) {
    return json::Object{{"name", recipient.name},
                        {"key", age_recipient_text(recipient.key)},
                        {"nbf", to_iso8601(recipient.not_before)},
                        {"naf", to_iso8601(recipient.not_after)},
                        {"escrow", recipient.escrow}};
}

Recipient read_recipient(json::Fields& fields) {
    Recipient out;
    out.name = fields.text("name", kDocumentNameBytesMax);
    const auto key = parse_age_recipient(fields.text("key", 100));
    if (!key) fields.refuse("key", "malformed", "Une clé age1… est attendue.");
    if (key) out.key = *key;
    const auto window = read_window(fields);
    out.not_before = window.not_before;
    out.not_after = window.not_after;
    out.escrow = fields.boolean("escrow");
    return out;
}

void read_recipients(json::Fields& fields, Root& out) {
    const auto& values = fields.array("recipients", kRecipientsMax);
    for (std::size_t i = 0; i < values.size(); ++i) {
        json::Fields inner(values[i], fields.path("recipients", i));
        out.recipients.push_back(read_recipient(inner));
        fields.close(inner);
    }
    const auto escrows = std::ranges::count(out.recipients, true, &Recipient::escrow);
    if (escrows == 0 || static_cast<std::size_t>(escrows) == out.recipients.size())
        fields.refuse("recipients", "out_of_range",
                      "Un destinataire et une clé de secours sont attendus.");
}

Root read_members(json::Fields& fields) {
    Root out;
    fields.integer("v", 1, 1);
    out.version = fields.integer("version", 1, json::kIntegerMax);
    out.expires = read_time(fields, "expires");
    out.purpose =
        read_choice(fields, "purpose", "demo", "production") ? Purpose::demo : Purpose::production;
    out.audience = fields.text("aud", 100);
    if (!is_key_name(out.audience))
        fields.refuse("aud", "malformed", "Ce n'est pas le nom d'une plateforme.");
    if (fields.text("alg", 16) != "ed25519")
        fields.refuse("alg", "out_of_range", "Cet algorithme n'est pas connu.");
    read_roles(fields, out);
    read_recipients(fields, out);
    return out;
}

}  // namespace

std::string_view name(Role role) { return kRoleNames.at(static_cast<std::size_t>(role)); }

std::string write_root(const Root& root) {
    json::Object roles;
    for (const auto& [role, keys] : root.roles)
        roles.push_back({std::string(name(role)), write_role(keys)});
    json::Array recipients;
    for (const auto& recipient : root.recipients) recipients.push_back(write_recipient(recipient));
    return json::write(json::Object{
        {"v", 1},
        {"version", root.version},
        {"expires", to_iso8601(root.expires)},
        {"purpose", root.purpose == Purpose::demo ? "demo" : "production"},
        {"aud", root.audience},
        {"alg", "ed25519"},
        {"roles", std::move(roles)},
        {"recipients", std::move(recipients)},
    });
}

Result<Root> read_root(ByteView payload) {
    return read_document(payload, "root document", read_members, write_root);
}

}  // namespace preau::seal
