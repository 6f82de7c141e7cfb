// SPDX-License-Identifier: Apache-2.0
#include "app/trust.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* kRootFile = "root.json";
constexpr const char* kTimestampFile = "timestamp.json";
constexpr const char* kCertificateFile = "certificate.json";

std::string kept_root(std::int64_t version) { return fmt::format("root.{}.json", version); }

Result<std::string> read_document(const fs::path& path) {
    const auto bytes = read_file(path, limits::manifest_bytes_max);
    if (!bytes) return fail(bytes.error());
    return std::string(as_text(*bytes));
}

Failure<Error> refuse(std::string what) { return fail(Error::malformed(std::move(what))); }

/// A platform that plays and one that counts never believe each other.
Result<void> check_purpose(const seal::Root& root, const Configuration& configuration) {
    const bool is_demo = root.purpose == seal::Purpose::demo;
    if (is_demo == configuration.demo) return {};
    if (is_demo)
        return refuse(fmt::format(
            "{} is the root document of a demonstration: anybody may have its keys. Install your "
            "platform's, or say demo = true for a box whose results count for nobody",
            configuration.root.string()));
    return refuse(
        fmt::format("demo = true goes with the root document of a demonstration, and {} is a "
                    "platform's: remove it",
                    configuration.root.string()));
}

/// No time before the one at which a document was made can be true.
WallTime at_least(WallTime now, const std::optional<seal::Timestamp>& known) {
    return known ? std::max(now, known->time) : now;
}

}  // namespace

Result<Trust> Trust::open(const Configuration& configuration, const seal::PublicKey& own) {
    Trust trust(configuration.trust(), own);
    if (auto installed = trust.install_root(configuration); !installed)
        return fail(std::move(installed.error()));
    if (auto followed = trust.follow_kept_roots(); !followed)
        return fail(std::move(followed.error()));
    trust.read_kept_documents();
    return trust;
}

Result<void> Trust::install_root(const Configuration& configuration) {
    auto envelope = read_document(configuration.root);
    if (!envelope) return fail(std::move(envelope.error()));
    auto root = seal::open_root(*envelope);
    if (!root) return fail(std::move(root.error()).with_context(configuration.root.string()));
    if (auto fits = check_purpose(*root, configuration); !fits) return fits;
    root_ = std::move(*root);
    root_envelope_ = std::move(*envelope);
    return {};
}

Result<void> Trust::follow_kept_roots() {
    for (;;) {
        const auto path = folder_ / kept_root(root_.version + 1);
        if (!fs::exists(path)) return {};
        auto envelope = read_document(path);
        if (!envelope) return fail(std::move(envelope.error()));
        auto next = seal::update_root(root_, *envelope);
        if (!next) return fail(std::move(next.error()).with_context(path.string()));
        root_ = std::move(*next);
        root_envelope_ = std::move(*envelope);
    }
}

/// A root that changed their keys ends them: the courier brings others.
void Trust::read_kept_documents() {
    if (auto envelope = read_document(folder_ / kTimestampFile))
        if (auto timestamp = seal::open_timestamp(*envelope, root_)) {
            timestamp_ = std::move(*timestamp);
            timestamp_envelope_ = std::move(*envelope);
        }
    if (auto envelope = read_document(folder_ / kCertificateFile))
        if (auto certificate = own_certificate(*envelope)) {
            certificate_ = std::move(*certificate);
            certificate_envelope_ = std::move(*envelope);
        }
}

Result<void> Trust::take_in(const fs::path& inbox, WallTime now) {
    using Take = Result<void> (*)(Trust&, const std::string&, WallTime);
    const std::pair<const char*, Take> documents[] = {
        {kRootFile,
         [](Trust& trust, const std::string& text, WallTime) { return trust.take_root(text); }},
        {kTimestampFile, [](Trust& trust, const std::string& text,
                            WallTime time) { return trust.take_timestamp(text, time); }},
        {kCertificateFile, [](Trust& trust, const std::string& text, WallTime) {
             return trust.take_certificate(text);
         }}};
    for (const auto& [name, take] : documents) {
        const auto path = inbox / name;
        if (!fs::exists(path)) continue;
        const auto envelope = read_document(path);
        if (!envelope) return fail(envelope.error());
        const auto hash = seal::sha256(as_bytes(*envelope));
        if (refused_.contains(hash)) continue;
        const auto taken = take(*this, *envelope, now);
        if (taken) continue;
        if (taken.error().kind == ErrorKind::environment) return taken;
        refused_.insert(hash);
        log::warning("trust.refused", {{"file", path.string()}, {"why", taken.error().message}});
    }
    return {};
}

Result<void> Trust::take_root(const std::string& envelope) {
    if (envelope == root_envelope_) return {};
    auto next = seal::update_root(root_, envelope);
    if (!next) return fail(std::move(next.error()));
    if (auto kept = write_file(folder_ / kept_root(next->version), as_bytes(envelope)); !kept)
        return kept;
    root_ = std::move(*next);
    root_envelope_ = envelope;
    log::info("trust.root", {{"version", std::to_string(root_.version)}});
    read_kept_documents();
    return {};
}

Result<void> Trust::take_timestamp(const std::string& envelope, WallTime now) {
    if (envelope == timestamp_envelope_) return {};
    auto offered = seal::open_timestamp(envelope, root_);
    if (!offered) return fail(std::move(offered.error()));
    const auto* held = timestamp_ ? &*timestamp_ : nullptr;
    auto why = seal::why_not_newer(held, *offered, root_);
    if (!why) why = seal::why_not_current(*offered, at_least(now, timestamp_));
    if (why) return refuse(std::string(seal::in_words(*why)));
    if (auto kept = write_file(folder_ / kTimestampFile, as_bytes(envelope)); !kept) return kept;
    timestamp_ = std::move(*offered);
    timestamp_envelope_ = envelope;
    log::info("trust.timestamp", {{"version", std::to_string(timestamp_->version)}});
    return {};
}

Result<seal::Certificate> Trust::own_certificate(const std::string& envelope) const {
    auto certificate = seal::open_certificate(envelope, root_);
    if (!certificate) return certificate;
    if (certificate->signing != own_)
        return refuse(fmt::format("the certificate of {} is of another key than this box's",
                                  certificate->box));
    return certificate;
}

Result<void> Trust::take_certificate(const std::string& envelope) {
    if (envelope == certificate_envelope_) return {};
    auto offered = own_certificate(envelope);
    if (!offered) return fail(std::move(offered.error()));
    if (certificate_ && offered->not_before <= certificate_->not_before)
        return refuse(
            fmt::format("the certificate of {} is not newer than that of {}, held already",
                        to_iso8601(offered->not_before), to_iso8601(certificate_->not_before)));
    if (auto kept = write_file(folder_ / kCertificateFile, as_bytes(envelope)); !kept) return kept;
    certificate_ = std::move(*offered);
    certificate_envelope_ = envelope;
    log::info("trust.certificate", {{"serial", std::to_string(certificate_->serial)}});
    return {};
}

std::vector<std::string> Trust::warnings(WallTime wall) const {
    const auto now = at_least(wall, timestamp_);
    std::vector<std::string> warnings;
    if (const auto why = seal::why_not_current(root_, now))
        warnings.push_back(fmt::format("root document {}: {}", root_.version, in_words(*why)));
    if (timestamp_)
        if (const auto why = seal::why_not_current(*timestamp_, now))
            warnings.push_back(
                fmt::format("timestamp document {}: {}", timestamp_->version, in_words(*why)));
    if (!certificate_)
        warnings.emplace_back("this box has no certificate: enrol it with preau-box request");
    else if (!certificate_->is_valid_at(now))
        warnings.push_back(fmt::format("the certificate is valid until {}: renew it",
                                       to_iso8601(certificate_->not_after)));
    if (timestamp_ && certificate_)
        if (const auto* revoked = timestamp_->find_revocation(certificate_->box))
            warnings.push_back(fmt::format("this box was revoked on {}: {}",
                                           to_iso8601(revoked->since), revoked->reason));
    return warnings;
}

}  // namespace preau::app
