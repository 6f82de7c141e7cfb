// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"
#include "base/system_clock.hpp"
#include "seal/certificate.hpp"
#include "seal/entropy.hpp"
#include "seal/fingerprint.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string sign, encrypt, replaces, uai, hardware, software = "0.1.0", out;
    bool json = false;
};

seal::BoxRequest request_of(const Options& options, const seal::SigningKey& signing,
                            const seal::EncryptionKey& encryption) {
    seal::SystemEntropy entropy;
    SystemClock clock;
    seal::BoxRequest request;
    request.signing = signing.public_key();
    request.encryption = encryption.recipient();
    request.hardware = options.hardware;
    request.uai = options.uai;
    entropy.fill(request.nonce);
    request.software = options.software;
    request.created = clock.wall_now();
    return request;
}

Result<std::string> sign(const Options& options, seal::BoxRequest request,
                         const seal::SigningKey& signing) {
    if (options.replaces.empty()) return seal::sign_request(request, signing);
    const auto old_key = seal::SigningKey::load(options.replaces);
    if (!old_key) return fail(old_key.error());
    request.replaces = old_key->public_key();
    return seal::sign_rotation(request, *old_key, signing);
}

int make_request(const Options& options) {
    const auto signing = seal::SigningKey::load(options.sign);
    if (!signing) return report(signing.error());
    const auto encryption = seal::EncryptionKey::load(options.encrypt);
    if (!encryption) return report(encryption.error());
    const auto envelope = sign(options, request_of(options, *signing, *encryption), *signing);
    if (!envelope) return report(envelope.error());
    // What is sent must be read as the platform will read it.
    if (const auto read = seal::open_request(*envelope); !read) return report(read.error());
    if (const auto written = write_file(options.out, as_bytes(*envelope)); !written)
        return report(written.error());
    Facts()
        .add("request", options.out)
        .add("fingerprint", seal::fingerprint(signing->public_key()))
        .add("words", seal::fingerprint_words(signing->public_key()))
        .say("Bring this file to the platform, and tell it the fingerprint by another way.")
        .print(options.json);
    return kDone;
}

}  // namespace

void add_enrol_request(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "request", "Makes the file by which a box asks the platform for a certificate");
    auto options = std::make_shared<Options>();
    command->add_option("--sign", options->sign, "The box's signing key")->required();
    command->add_option("--encrypt", options->encrypt, "The box's encryption key")->required();
    command->add_option("--uai", options->uai, "Identifier of the school")->required();
    command->add_option("--hardware", options->hardware, "Serial number of the machine")
        ->required();
    command->add_option("--software", options->software, "Version of the box's program");
    command->add_option("--replaces", options->replaces, "The signing key that this one follows");
    command->add_option("--out", options->out, "Where to write the request")->required();
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = make_request(*options); });
}

}  // namespace preau::tool
