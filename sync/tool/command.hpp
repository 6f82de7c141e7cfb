// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

namespace preau::tool {

/// What the program ends with; scripts rely on the numbers.
enum ExitCode : int {
    kDone = 0,
    kRefused = 1,  ///< what was given is wrong: the messages say what to correct
    kUsage = 2,    ///< the command line is wrong
    kFailed = 3,   ///< disk, network, another process
};

/// Each command lives in one file, adds its subcommand to `parent` and leaves its exit code in
/// `exit_code`, which outlives the parsing.
void add_answer_check(CLI::App& parent, int& exit_code);
void add_authorise_check(CLI::App& parent, int& exit_code);
void add_authorise_make(CLI::App& parent, int& exit_code);
void add_authorise_show(CLI::App& parent, int& exit_code);
void add_bundle_compare(CLI::App& parent, int& exit_code);
void add_bundle_open(CLI::App& parent, int& exit_code);
void add_bundle_verify(CLI::App& parent, int& exit_code);
void add_demo(CLI::App& parent, int& exit_code);
void add_enrol_check(CLI::App& parent, int& exit_code);
void add_enrol_request(CLI::App& parent, int& exit_code);
void add_enrol_sign(CLI::App& parent, int& exit_code);
void add_key_new(CLI::App& parent, int& exit_code);
void add_key_show(CLI::App& parent, int& exit_code);
void add_key_words(CLI::App& parent, int& exit_code);
void add_pack_build(CLI::App& parent, int& exit_code);
void add_pack_check(CLI::App& parent, int& exit_code);
void add_pack_import(CLI::App& parent, int& exit_code);
void add_pack_new(CLI::App& parent, int& exit_code);
void add_pack_show(CLI::App& parent, int& exit_code);
void add_pack_simulate(CLI::App& parent, int& exit_code);
void add_receipt_check(CLI::App& parent, int& exit_code);
void add_receipt_show(CLI::App& parent, int& exit_code);
void add_rehearse(CLI::App& parent, int& exit_code);

}  // namespace preau::tool
