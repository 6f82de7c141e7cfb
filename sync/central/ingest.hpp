// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/blobs.hpp"
#include "central/keys.hpp"
#include "central/register.hpp"
#include "exam/content.hpp"

#include <functional>

namespace preau::central {

/// Where the examination of a bundle stopped. The words of the API are in ingest_problem.
enum class StopCode {
    hash_differs,
    bundle_malformed,
    authorisation_refused,
    box_unknown,
    manifest_refused,
    session_contested,
    journal_refused,
    pack_missing,
    score_disputed,
    storage_failed,
};

struct Stop {
    StopCode code = StopCode::bundle_malformed;
    std::string detail;  ///< English, for the operator; names the record that fails
};

/// What to score again with; null for a pack that the platform does not have.
using PackSource = std::function<const exam::Content*(const Hash& pack)>;

/// Takes bundles in (docs/api/central.md): nothing a box says is believed before it is verified,
/// cheap and safe checks first. One thread.
class Ingest {
  public:
    /// All must outlive it.
    struct Parts {
        const Keys& keys;
        Register& register_of_sessions;
        const Blobs& blobs;
        PackSource packs;
        Clock& clock;
    };
    explicit Ingest(Parts parts) : parts_(std::move(parts)) {}

    /// The receipt, once every record of the session is verified and stored. Bytes that are a
    /// bundle are kept whatever is wrong with them. `name` is the hash that the sender gives.
    Result<std::string, Stop> take(const Hash& name, ByteView bytes);

  private:
    template <class T>
    using Checked = Result<T, Stop>;

    /// The signed documents of a bundle, verified and in agreement.
    struct Documents {
        seal::Authorisation authorisation;
        seal::Manifest manifest;
        seal::PublicKey box_key{};
    };

    Checked<std::string> examine(const Hash& name, ByteView bytes);
    Checked<void> keep(const Hash& name, ByteView bytes);
    Checked<Documents> verify_documents(const Hash& name, const seal::Bundle& bundle);
    Checked<seal::Authorisation> verify_authorisation(const seal::Bundle& bundle);
    Checked<seal::PublicKey> find_box(const std::string& box);
    Checked<void> score_again(const record::SealedSession& sealed, const Hash& pack);
    Checked<std::string> accept(const Hash& name, const seal::Bundle& bundle,
                                const seal::Manifest& manifest,
                                const record::SealedSession& sealed);
    Checked<std::string> compare(const Hash& name, const seal::Manifest& manifest,
                                 const seal::Bundle& bundle, const Accepted& earlier);
    Checked<void> keep_evidence(const Hash& name, const SessionId& session,
                                const seal::Bundle& bundle);
    void conclude(const Hash& name, const Stop& stop);

    Parts parts_;
    bool is_kept_ = false;  ///< the bytes under examination are in the register
};

}  // namespace preau::central
