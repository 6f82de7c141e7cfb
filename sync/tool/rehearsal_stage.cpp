// SPDX-License-Identifier: Apache-2.0
#include "tool/rehearsal_stage.hpp"

#include "base/system_clock.hpp"
#include "seal/entropy.hpp"
#include "tool/free_port.hpp"
#include "tool/local_time.hpp"
#include "tool/paths.hpp"

namespace preau::tool {

namespace {

constexpr const char* kSessionNumber = "2001";

Result<Ports> choose_ports() {
    seal::SystemEntropy entropy;
    Ports ports;
    for (auto* port : {&ports.box, &ports.central}) {
        const auto found = find_free_port(ports.address, entropy);
        if (!found) return fail(found.error());
        *port = *found;
    }
    return ports;
}

}  // namespace

Result<Stage> set_up_stage(const RehearsalOptions& options, const std::filesystem::path& folder,
                           const std::vector<Pupil>& pupils) {
    const auto programs = Programs::in(options.programs);
    if (!programs) return fail(programs.error());
    auto installation = Installation::make({whole_path(folder)}, *programs);
    if (!installation) return fail(std::move(installation.error()));
    const auto ports = choose_ports();
    if (!ports) return fail(ports.error());
    if (auto configured = installation->configure_box({.web = options.web,
                                                       .address = ports->address,
                                                       .port = ports->box,
                                                       .network_mode = kRehearsalNetworkMode});
        !configured)
        return fail(std::move(configured.error()));
    const auto installed = installation->install_pack(options.pack);
    if (!installed) return fail(installed.error());
    auto pack = installation->open_pack(*installed);
    if (!pack) return fail(std::move(pack.error()));
    const auto now = local_time(SystemClock().wall_now());
    auto session = installation->open_session(
        *installed, {kSessionNumber, roster_csv(pupils), pupils.size(), now.date, now.time});
    if (!session) return fail(std::move(session.error()));
    return Stage{std::move(*installation), *installed, std::move(*pack), std::move(*session),
                 *ports};
}

}  // namespace preau::tool
