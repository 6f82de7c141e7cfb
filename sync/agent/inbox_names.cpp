// SPDX-License-Identifier: Apache-2.0
#include "agent/inbox_names.hpp"

#include "base/bytes.hpp"
#include "base/check.hpp"
#include "base/ids.hpp"
#include "base/limits.hpp"

#include <array>
#include <utility>

namespace preau::agent {

namespace {

constexpr std::string_view kPacks = "packs/";
constexpr std::size_t kDocumentBytesMax = 1024 * 1024;
constexpr std::size_t kParcelBytesMax = 4 * 1024 * 1024;

constexpr std::array<std::pair<std::string_view, InboxKind>, 3> kWhole = {{
    {"root.json", InboxKind::root},
    {"timestamp.json", InboxKind::timestamp},
    {"certificate.json", InboxKind::certificate},
}};
constexpr std::array<std::pair<std::string_view, InboxKind>, 4> kOfSession = {{
    {".parcel", InboxKind::parcel},
    {".receipt", InboxKind::receipt},
    {".stored", InboxKind::stored},
    {".publication.json", InboxKind::publication},
}};
constexpr std::array<std::string_view, 3> kOfPack = {"/pack.json", "/pack.pub.age",
                                                     "/pack.sec.age"};

std::optional<InboxKind> pack_kind(std::string_view name) {
    for (const auto file : kOfPack)
        if (name.ends_with(file) && array_from_hex<32>(name.substr(0, name.size() - file.size())))
            return InboxKind::pack;
    return std::nullopt;
}

}  // namespace

std::optional<InboxKind> inbox_kind(std::string_view name) {
    for (const auto& [whole, kind] : kWhole)
        if (name == whole) return kind;
    for (const auto& [suffix, kind] : kOfSession)
        if (name.ends_with(suffix) &&
            SessionId::from_hex(name.substr(0, name.size() - suffix.size())))
            return kind;
    if (name.starts_with(kPacks)) return pack_kind(name.substr(kPacks.size()));
    return std::nullopt;
}

std::size_t bytes_max(InboxKind kind) {
    switch (kind) {
        case InboxKind::root:
        case InboxKind::timestamp:
        case InboxKind::certificate:
            return kDocumentBytesMax;
        case InboxKind::parcel:
        case InboxKind::publication:
            return kParcelBytesMax;
        case InboxKind::receipt:
        case InboxKind::stored:
            return limits::note_bytes_max;
        case InboxKind::pack:
            return limits::bundle_bytes_max;
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::agent
