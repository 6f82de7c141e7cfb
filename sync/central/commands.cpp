// SPDX-License-Identifier: Apache-2.0
#include "central/commands.hpp"

#include "central/schema.hpp"
#include "json/write.hpp"
#include "seal/entropy.hpp"
#include "seal/names.hpp"

#include <fmt/core.h>

#include <csignal>

namespace preau::central {

namespace {

constexpr std::int64_t kSessionsMax = 1'000'000;

void print_line(const json::Value& value) {
    fmt::print("{}\n", json::write(value));
    std::fflush(stdout);
}

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

Platform* running_platform = nullptr;
void stop_running_platform(int) { running_platform->stop(); }

}  // namespace

Result<void> enrol_box(const std::filesystem::path& data, const std::string& name,
                       const std::string& key_hex) {
    if (!seal::is_box_name(name))
        return refuse("the name of a box is 1 to 32 capital letters, digits and hyphens");
    const auto key = array_from_hex<32>(key_hex);
    if (!key) return refuse("the key of a box is 64 hexadecimal digits");
    seal::SystemEntropy chance;
    auto opened = Register::open(database_in(data), chance);
    if (!opened) return fail(std::move(opened.error()));
    const auto known = opened->box_key(name);
    if (!known) return fail(known.error());
    if (*known && **known != *key)
        return refuse("box " + name + " is enrolled with another key: give it another name");
    SystemClock clock;
    if (!*known)
        if (auto enrolled = opened->enrol_box(name, *key, clock.wall_now()); !enrolled)
            return enrolled;
    print_line(json::Object{{"box", name}, {"key", key_hex}});
    return opened->close();
}

Result<void> serve(const PlatformConfig& config) {
    auto platform = Platform::open(config);
    if (!platform) return fail(std::move(platform.error()));
    running_platform = platform->get();
    std::signal(SIGINT, stop_running_platform);
    std::signal(SIGTERM, stop_running_platform);
    std::signal(SIGPIPE, SIG_IGN);
    print_line(json::Object{{"listening", (*platform)->port()}});
    return (*platform)->run();
}

Result<void> print_answers(const std::filesystem::path& data, const std::string& session_hex) {
    const auto session = SessionId::from_hex(session_hex);
    if (!session) return refuse("a session is named by 32 hexadecimal digits");
    auto reports = Reports::open(database_in(data));
    if (!reports) return fail(std::move(reports.error()));
    const auto answers = reports->answers(*session);
    if (!answers) return fail(answers.error());
    json::Array printed;
    for (const auto& answer : *answers)
        printed.push_back(json::Object{{"candidate", answer.candidate},
                                       {"number", answer.number},
                                       {"item", answer.item},
                                       {"command", answer.command},
                                       {"value", answer.value},
                                       {"seq", answer.sequence},
                                       {"leaf", to_hex(answer.leaf)}});
    print_line(printed);
    return {};
}

Result<void> print_sessions(const std::filesystem::path& data) {
    auto reports = Reports::open(database_in(data));
    if (!reports) return fail(std::move(reports.error()));
    const auto bundles = reports->bundles(kSessionsMax);
    if (!bundles) return fail(bundles.error());
    json::Array printed;
    for (const auto& bundle : *bundles)
        printed.push_back(json::Object{{"session", bundle.session},
                                       {"number", bundle.number},
                                       {"box", bundle.box},
                                       {"candidates", bundle.candidates},
                                       {"events", bundle.events},
                                       {"received_at", to_iso8601(bundle.received_at)},
                                       {"state", bundle.state},
                                       {"code", bundle.code},
                                       {"detail", bundle.detail},
                                       {"sha256", bundle.sha256}});
    print_line(printed);
    return {};
}

}  // namespace preau::central
