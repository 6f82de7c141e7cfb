// SPDX-License-Identifier: Apache-2.0
// Rollback, freeze and mix-and-match: the rules, without any document being read.
#include "base/check.hpp"
#include "seal/timestamp.hpp"

#include <charconv>

namespace preau::seal {

namespace {

/// The number at the beginning of a version, taken off with its dot; what is no number is 0.
unsigned next_number(std::string_view& version) {
    unsigned number = 0;
    std::from_chars(version.data(), version.data() + version.size(), number);
    const auto dot = version.find('.');
    version.remove_prefix(dot == version.npos ? version.size() : dot + 1);
    return number;
}

}  // namespace

std::string_view in_words(Stale why) {
    switch (why) {
        case Stale::rollback:
            return "older than what this box has already seen: use the platform's latest files";
        case Stale::exchanged:
            return "differs from what this box has already seen under the same version: do not "
                   "use it, tell the platform";
        case Stale::expired:
            return "its time is over and nothing newer came: connect the box, or bring the "
                   "platform's latest files on a USB stick";
        case Stale::root_missing:
            return "goes with newer keys of the platform: bring its root document as well";
        case Stale::root_outdated:
            return "goes with older keys of the platform: use the platform's latest files";
        case Stale::mixed_pack:
            return "the pack is not the one that the platform publishes under this name and "
                   "version: fetch it again";
    }
    PREAU_UNREACHABLE();
}

std::string_view in_french(Stale why) {
    switch (why) {
        case Stale::rollback:
            return "Ces fichiers sont plus anciens que ceux que le boîtier connaît déjà. Prenez "
                   "les derniers fichiers de la plateforme.";
        case Stale::exchanged:
            return "Ces fichiers diffèrent de ceux que le boîtier connaît sous le même numéro. "
                   "Ne les utilisez pas et prévenez la plateforme.";
        case Stale::expired:
            return "Ces fichiers sont périmés et aucun plus récent n'est arrivé. Connectez le "
                   "boîtier ou apportez les derniers fichiers de la plateforme sur une clé USB.";
        case Stale::root_missing:
            return "Ces fichiers vont avec de nouvelles clés de la plateforme. Apportez aussi son "
                   "document racine.";
        case Stale::root_outdated:
            return "Ces fichiers vont avec d'anciennes clés de la plateforme. Prenez les derniers "
                   "fichiers de la plateforme.";
        case Stale::mixed_pack:
            return "Ce paquet n'est pas celui que la plateforme publie sous ce nom et ce numéro. "
                   "Récupérez-le à nouveau.";
    }
    PREAU_UNREACHABLE();
}

std::optional<Stale> why_not_newer(const Timestamp* held, const Timestamp& offered,
                                   const Root& root) {
    if (held != nullptr && offered.version < held->version) return Stale::rollback;
    if (held != nullptr && offered.version == held->version && offered != *held)
        return Stale::exchanged;
    if (offered.root_version > root.version) return Stale::root_missing;
    if (offered.root_version < root.version) return Stale::root_outdated;
    return std::nullopt;
}

std::optional<Stale> why_not_current(const Timestamp& timestamp, WallTime now) {
    return timestamp.expires <= now ? std::optional(Stale::expired) : std::nullopt;
}

std::optional<Stale> why_not_current(const Root& root, WallTime now) {
    return root.expires <= now ? std::optional(Stale::expired) : std::nullopt;
}

std::optional<Stale> why_not_pack(const Timestamp& timestamp, std::string_view id,
                                  std::string_view version, const Hash& hash) {
    for (const auto& pack : timestamp.packs)
        if (pack.id == id && pack.version == version && pack.hash != hash) return Stale::mixed_pack;
    return std::nullopt;
}

bool is_older_software(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        const auto left = next_number(a), right = next_number(b);
        if (left != right) return left < right;
    }
    return false;
}

}  // namespace preau::seal
