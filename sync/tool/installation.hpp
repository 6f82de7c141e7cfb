// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/compile.hpp"
#include "json/value.hpp"
#include "pack/pack.hpp"
#include "seal/root.hpp"
#include "tool/box_config.hpp"
#include "tool/layout.hpp"
#include "tool/programs.hpp"

#include <string>

namespace preau::tool {

/// A compiled pack on the platform's shelf and on the box's.
struct InstalledPack {
    std::filesystem::path folder;  ///< the platform's
    std::string hash;              ///< of its manifest, hexadecimal
};

struct SessionPlan {
    std::string number;
    std::string roster;  ///< CSV
    std::size_t candidates_max = 0;
    std::string date;  ///< YYYY-MM-DD
    std::string time;  ///< HH:MM
};

struct OpenedSession {
    std::string session;  ///< its id, hexadecimal
    std::string number;
    std::string access_code;
    std::string invigilator_password;
    std::vector<std::string> personal_codes;  ///< of candidate 1, 2, 3…
    std::string day_code{};                   ///< opens it after each start of the box
};

/// A platform that has enrolled a box, on the disk. No process of it runs while these are called.
class Installation {
  public:
    /// Makes the keys and enrols the box, beside the place and then renamed into it: what an
    /// interrupted run left is done again from nothing. The place must be absent or empty.
    static Result<Installation> make(const Layout& layout, const Programs& programs);
    static Result<Installation> open(const Layout& layout, const Programs& programs);
    static bool is_at(const Layout& layout);

    const Layout& layout() const { return layout_; }
    const Programs& programs() const { return programs_; }
    const std::string& session_key() const { return session_key_; }  ///< hexadecimal
    const std::string& box_key() const { return box_key_; }
    Result<seal::Root> root() const;

    /// `settings` without name, data and root, which are the installation's. The box reads them
    /// when it starts.
    Result<void> configure_box(BoxSettings settings) const;
    /// Compiles, encrypts and signs; the same source again gives the pack that is there. Problems
    /// of the source are told one a line.
    Result<InstalledPack> install_pack(const std::filesystem::path& source) const;
    /// Opens a pack of the platform's shelf, as the platform may.
    Result<pack::Pack> open_pack(const InstalledPack& pack) const;
    /// Has the platform authorise the session, then opens it on the box. configure_box comes first.
    Result<OpenedSession> open_session(const InstalledPack& pack, const SessionPlan& plan) const;

  private:
    Installation(Layout layout, Programs programs)
        : layout_(std::move(layout)), programs_(std::move(programs)) {}
    Result<void> make_keys();
    Result<void> save_keys() const;
    Result<void> load_keys();
    Result<void> enrol_box() const;
    Result<std::string> find_pack(const authoring::ClearPack& clear, const seal::Root& root) const;
    Result<authoring::CompiledPack> seal_pack(const authoring::ClearPack& clear,
                                              const seal::Root& root) const;
    Result<void> shelve(const authoring::CompiledPack& pack) const;
    Result<json::Value> authorise(const InstalledPack& pack, const SessionPlan& plan,
                                  const std::filesystem::path& roster) const;

    Layout layout_;
    Programs programs_;
    std::string session_key_;
    std::string box_key_;
};

}  // namespace preau::tool
