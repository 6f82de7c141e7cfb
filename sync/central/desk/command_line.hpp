// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/desk_commands.hpp"

#include <functional>
#include <optional>

namespace CLI {
class App;
}

namespace preau::central {

/// The desk's subcommands of preau-central. It must outlive the parsing.
class DeskCommandLine {
  public:
    explicit DeskCommandLine(CLI::App& cli);
    ~DeskCommandLine();

    /// What the subcommand that was parsed prints; nothing when it is none of the desk's.
    std::optional<Printed> run();

  private:
    struct Options;
    using Work = std::function<Printed(OpenedDesk&)>;

    CLI::App& add(CLI::App& parent, const char* name, const char* help, Work work);
    void add_enrolment();
    void add_documents();
    void add_authorise();
    void add_jury();
    void add_people();

    CLI::App& cli_;
    std::unique_ptr<Options> options_;
    std::vector<std::pair<CLI::App*, Work>> commands_;
};

}  // namespace preau::central
