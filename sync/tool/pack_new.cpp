// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/system_clock.hpp"
#include "json/write.hpp"
#include "tool/command.hpp"
#include "tool/local_time.hpp"
#include "tool/pack_templates.hpp"
#include "tool/report.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace preau::tool {

namespace {

namespace fs = std::filesystem;

std::string dated(std::string_view text, std::string_view day) {
    constexpr std::string_view hole = "@CREATED@";
    std::string result(text);
    if (const auto at = result.find(hole); at != std::string::npos)
        result.replace(at, hole.size(), day);
    return result;
}

Result<void> write_templates(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error))
        return fail(Error::environment(
            fmt::format("{} is there already: name a new folder", folder.string())));
    const auto day = local_time(SystemClock().wall_now()).date;
    for (const auto& [file, text] : pack_templates()) {
        const auto path = folder / file;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return fail(Error::environment(fmt::format(
                "{} cannot be made: {}", path.parent_path().string(), error.message())));
        if (auto written = write_file(path, as_bytes(dated(text, day))); !written) return written;
    }
    return {};
}

int make_pack(const std::string& folder, bool as_json) {
    if (const auto written = write_templates(folder); !written) return report(written.error());
    if (as_json) {
        json::Array files;
        for (const auto& file : pack_templates()) files.push_back(file.file);
        fmt::print("{}\n", json::write(json::Object{{"folder", folder}, {"files", files}}));
    } else {
        fmt::print("{}: {} files; README.md there says what to do next\n", folder,
                   pack_templates().size());
    }
    return kDone;
}

}  // namespace

void add_pack_new(CLI::App& parent, int& exit_code) {
    struct Options {
        std::string folder;
        bool json = false;
    };
    auto* command = parent.add_subcommand(
        "new", "Makes the source folder of a new pack, with one question of each type");
    auto options = std::make_shared<Options>();
    command->add_option("FOLDER", options->folder, "Where to make it; must not exist")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback(
        [options, &exit_code] { exit_code = make_pack(options->folder, options->json); });
}

}  // namespace preau::tool
