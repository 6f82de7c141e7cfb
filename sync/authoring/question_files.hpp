// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/source.hpp"
#include "authoring/toml_fields.hpp"

namespace preau::authoring {

/// The files that a question's header names: `attachments` beside it, the page and the scene of
/// `simulator`. Read, checked, and added to the question's files.
void read_attachments(TomlFields& fields, const std::filesystem::path& folder,
                      SourceQuestion& question);
void read_simulator(TomlFields& fields, const std::filesystem::path& folder,
                    SourceQuestion& question);

/// "releve.csv": a-z, 0-9 and "-", then an extension that an attachment may have.
bool is_attachment_name(std::string_view name);

/// The first address of the open web in a text, whose machine is not one of a reserved name
/// (example, test, invalid, localhost) or a namespace's; nothing without one.
std::optional<std::string> open_web_address(std::string_view text);

}  // namespace preau::authoring
