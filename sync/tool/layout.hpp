// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace preau::tool {

/// Where a demo or a rehearsal keeps its things: a platform and a box side by side.
struct Layout {
    std::filesystem::path root;

    std::filesystem::path central() const { return root / "central"; }
    /// Whom the box believes; made by the platform.
    std::filesystem::path root_document() const { return central() / "root.json"; }
    /// A secret key of the platform: "content", "content-2".
    std::filesystem::path central_key(const std::string& name) const {
        return central() / "keys" / (name + ".key");
    }
    /// Opens what must always be opened.
    std::filesystem::path escrow_key() const { return central() / "keys" / "escrow.age"; }
    std::filesystem::path central_packs() const { return root / "packs"; }
    std::filesystem::path box() const { return root / "box"; }
    std::filesystem::path box_packs() const { return box() / "packs"; }
    std::filesystem::path outbox() const { return box() / "outbox"; }
    std::filesystem::path inbox() const { return box() / "inbox"; }
    std::filesystem::path box_config() const { return root / "box.toml"; }
    std::filesystem::path sessions() const { return root / "sessions"; }
    std::filesystem::path logs() const { return root / "logs"; }
    std::filesystem::path log(const std::string& name) const { return logs() / (name + ".log"); }
    /// Written last: with it the installation is whole.
    std::filesystem::path keys() const { return root / "keys.json"; }
};

}  // namespace preau::tool
