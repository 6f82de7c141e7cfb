// SPDX-License-Identifier: Apache-2.0
#include "base/system_clock.hpp"
#include "seal/certificate.hpp"
#include "seal/fingerprint.hpp"
#include "tool/command.hpp"
#include "tool/facts.hpp"
#include "tool/report.hpp"
#include "tool/trust_files.hpp"

#include <fmt/format.h>

#include <memory>

namespace preau::tool {

namespace {

struct Options {
    std::string file, root;
    bool json = false;
};

int explain(const seal::BoxRequest& request, const Options& options) {
    Facts facts;
    facts.add("kind", std::string("request"))
        .add("uai", request.uai)
        .add("hardware", request.hardware)
        .add("software", request.software)
        .add("created", to_iso8601(request.created))
        .add("encryption_key", seal::age_recipient_text(request.encryption))
        .add("fingerprint", seal::fingerprint(request.signing))
        .add("words", seal::fingerprint_words(request.signing));
    if (request.replaces) facts.add("replaces", seal::fingerprint(*request.replaces));
    facts.say("A box asks for a certificate. Compare the fingerprint before signing.");
    facts.print(options.json);
    return kDone;
}

std::string dates_in_words(const seal::Certificate& certificate) {
    SystemClock clock;
    const auto now = clock.wall_now();
    if (now < certificate.not_before) return "It is not valid yet, by this machine's clock.";
    if (!certificate.is_valid_at(now))
        return "It is over, by this machine's clock: the box must ask for another one.";
    return "It is valid today, by this machine's clock.";
}

int explain(const seal::Certificate& certificate, const Options& options) {
    Facts()
        .add("kind", std::string("certificate"))
        .add("box", certificate.box)
        .add("uai", certificate.uai)
        .add("serial", certificate.serial)
        .add("from", to_iso8601(certificate.not_before))
        .add("until", to_iso8601(certificate.not_after))
        .add("fingerprint", seal::fingerprint(certificate.signing))
        .add("words", seal::fingerprint_words(certificate.signing))
        .say("Signed by the platform. " + dates_in_words(certificate))
        .print(options.json);
    return kDone;
}

int check(const Options& options) {
    const auto text = read_document_file(options.file);
    if (!text) return report(text.error());
    if (const auto request = seal::open_request(*text)) return explain(*request, options);
    if (options.root.empty())
        return report(Error::malformed(fmt::format(
            "{}: not a valid request; to check a certificate, give --root", options.file)));
    const auto root = read_root_file(options.root);
    if (!root) return report(root.error());
    const auto certificate = seal::open_certificate(*text, *root);
    if (!certificate) return report(certificate.error());
    return explain(*certificate, options);
}

}  // namespace

void add_enrol_check(CLI::App& parent, int& exit_code) {
    auto* command = parent.add_subcommand(
        "check", "Verifies a box's request or certificate and says what it states");
    auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, "The request or the certificate")->required();
    command->add_option("--root", options->root, "The platform's root document");
    command->add_flag("--json", options->json, "Print the outcome as one JSON object");
    command->callback([options, &exit_code] { exit_code = check(*options); });
}

}  // namespace preau::tool
