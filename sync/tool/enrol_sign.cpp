// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/system_clock.hpp"
#include "seal/certificate.hpp"
#include "seal/fingerprint.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"

#include <memory>

namespace preau::tool {

namespace {

constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;

struct Options {
    std::string request, key, box, out;
    std::int64_t serial = 1, days = limits::certificate_days_max;
    bool json = false;
};

seal::Certificate certificate_for(const seal::BoxRequest& request, const Options& options) {
    SystemClock clock;
    seal::Certificate certificate;
    certificate.serial = options.serial;
    certificate.box = options.box;
    certificate.uai = request.uai;
    certificate.signing = request.signing;
    certificate.encryption = request.encryption;
    certificate.not_before = clock.wall_now();
    certificate.not_after = certificate.not_before + milliseconds(options.days * kDayMs);
    return certificate;
}

int sign(const Options& options) {
    const auto key = seal::SigningKey::load(options.key);
    if (!key) return report(key.error());
    const auto text = read_file(options.request, limits::manifest_bytes_max);
    if (!text) return report(text.error());
    const auto request = seal::open_request(as_text(*text));
    if (!request) return report(request.error());
    const auto certificate = certificate_for(*request, options);
    const auto payload = seal::write_certificate(certificate);
    if (const auto read = seal::read_certificate(as_bytes(payload)); !read)
        return report(read.error());
    const auto envelope = seal::sign_certificate(certificate, *key);
    if (const auto written = write_file(options.out, as_bytes(envelope)); !written)
        return report(written.error());
    Facts()
        .add("certificate", options.out)
        .add("box", certificate.box)
        .add("uai", certificate.uai)
        .add("until", to_iso8601(certificate.not_after))
        .add("fingerprint", seal::fingerprint(certificate.signing))
        .say("The request proves who holds the key, not which box it is: compare the fingerprint.")
        .print(options.json);
    return kDone;
}

}  // namespace

void add_enrol_sign(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "sign", "Certifies a box by the platform's enrol key, after the fingerprint was compared");
    auto options = std::make_shared<Options>();
    command->add_option("REQUEST", options->request, "Made by the box, or: preau enrol request")
        ->required();
    command->add_option("--key", options->key, "The platform's enrol key")->required();
    command->add_option("--box", options->box, "Name for the box, such as BOX-7Q4M")->required();
    command->add_option("--serial", options->serial, "Number of the certificate");
    command->add_option("--days", options->days, "How long it is valid, 400 days at most");
    command->add_option("--out", options->out, "Where to write the certificate")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = sign(*options); });
}

}  // namespace preau::tool
