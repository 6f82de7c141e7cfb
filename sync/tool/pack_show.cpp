// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"
#include "pack/open.hpp"
#include "tool/child_process.hpp"
#include "tool/command.hpp"
#include "tool/preview_folder.hpp"
#include "tool/preview_server.hpp"
#include "tool/problem_list.hpp"
#include "tool/report.hpp"
#include "tool/stop_signals.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <thread>

namespace preau::tool {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string source;
    std::string identity;
    std::string page;
    std::uint16_t port = 0;
    bool json = false;
};

/// A folder of this run, gone at its end.
class RunFolder {
  public:
    RunFolder() {
        std::string pattern = (fs::temp_directory_path() / "preau-show-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~RunFolder() {
        std::error_code ignored;
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;

    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

/// Both parts of a compiled pack, for whoever may always open it. Who signed it is not looked at.
Result<authoring::ClearPack> decrypt(const Options& options) {
    const auto identity = seal::EncryptionKey::load(options.identity);
    if (!identity) return fail(identity.error());
    auto parts = pack::decrypt_parts(options.source, *identity);
    if (!parts) return fail(std::move(parts.error()));
    return authoring::ClearPack{std::string(as_text(parts->public_part)),
                                std::string(as_text(parts->secret_part)),
                                std::move(parts->manifest)};
}

/// The page, and the pack as a box would read it.
Result<void> prepare(const authoring::ClearPack& clear, const std::string& page,
                     const fs::path& folder) {
    if (folder.empty()) return fail(errno_error("a temporary folder cannot be made"));
    std::error_code error;
    fs::copy(page, folder, fs::copy_options::recursive, error);
    if (error)
        return fail(Error::environment(
            fmt::format("the page {} is missing: build it first with ./setup release", page)));
    const auto pack =
        pack::read_pack(clear.manifest, as_bytes(clear.public_part), as_bytes(clear.secret_part));
    if (!pack) return fail(pack.error());
    return write_preview(clear, *pack, folder);
}

/// What a source folder compiles into, or what is in a compiled pack.
Result<authoring::ClearPack, authoring::Problems> clear_pack(const Options& options) {
    if (options.identity.empty()) {
        const auto source = authoring::read_source(options.source);
        if (!source) return fail(source.error());
        return authoring::compile(*source);
    }
    auto clear = decrypt(options);
    if (!clear) return fail(authoring::Problems{{options.source, 0, "", clear.error().message}});
    return std::move(*clear);
}

/// Opens it in the desktop's browser when there is one; the address is printed in any case.
void open_in_browser(const std::string& address) {
    constexpr auto opener = "/usr/bin/xdg-open";
    if (std::getenv("DISPLAY") == nullptr && std::getenv("WAYLAND_DISPLAY") == nullptr) return;
    if (auto child = ChildProcess::start({opener, {address}, "/dev/null"}))
        child->wait_for(seconds(10));
}

int show(const Options& options) {
    StopSignals signals;
    const auto clear = clear_pack(options);
    if (!clear) return print_problems(clear.error(), options.json);
    const RunFolder folder;
    if (const auto ready = prepare(*clear, options.page, folder.path()); !ready)
        return report(ready.error());
    auto server = PreviewServer::open(folder.path(), options.port);
    if (!server) return report(server.error());
    std::thread serving([&] { (*server)->run(); });
    const auto address = fmt::format("http://127.0.0.1:{}/index.html", (*server)->port());
    if (options.json)
        fmt::print("{}\n", json::write(json::Object{{"address", address}}));
    else
        fmt::print("{} questions: {} (Ctrl-C to stop)\n", clear->manifest.items, address);
    std::fflush(stdout);
    if (!options.json) open_in_browser(address);
    while (!signals.wait(minutes(1))) {
    }
    (*server)->stop();
    serving.join();
    return kDone;
}

}  // namespace

void add_pack_show(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "show",
        "Opens a page of this machine with every question as candidates see it, its "
        "answer and its curve");
    auto options = std::make_shared<Options>();
    options->page = "build/preview";
    command
        ->add_option("SOURCE", options->source,
                     "Folder with pack.toml and the questions; or a compiled pack, with --identity")
        ->required();
    command->add_option("--identity", options->identity,
                        "Key file of somebody who may always open the compiled pack");
    command->add_option("--page", options->page, "Folder of the built page")->capture_default_str();
    command->add_option("--port", options->port, "Port to show it at; any free one without");
    command->add_flag("--json", options->json, "Print the address as one JSON object");
    command->callback([options, &exit_code] { exit_code = show(*options); });
}

}  // namespace preau::tool
