// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"
#include "tool/child_process.hpp"

namespace preau::tool {

/// Runs a program of ours to its end and reads the JSON line it printed. When it failed, the error
/// repeats the last thing it said in its log.
Result<json::Value> call_program(const ChildCommand& command);

/// The same for what prints for people: its whole output.
Result<std::string> run_program(const ChildCommand& command);

/// Last line of a log, without the priority that journald reads; empty when there is none.
std::string last_words(const std::filesystem::path& log);

}  // namespace preau::tool
