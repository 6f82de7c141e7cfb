// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/blobs.hpp"
#include "central/keys.hpp"
#include "central/register.hpp"
#include "central/stop.hpp"
#include "exam/content.hpp"

#include <functional>

namespace preau::central {

/// What to score again with; null for a pack that the platform does not have.
using PackSource = std::function<const exam::Content*(const Hash& pack)>;

/// The bytes of a bundle in the clear. Refused when they are not for this platform.
using Opener = std::function<Result<Bytes, Stop>(Bytes file)>;

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
        Opener open = in_the_clear;
    };
    /// Of bundles that nobody has encrypted.
    static Result<Bytes, Stop> in_the_clear(Bytes file) { return file; }

    explicit Ingest(Parts parts) : parts_(std::move(parts)) {}

    /// The receipt, once every record of the session is verified and stored. Bytes that are a
    /// bundle are kept whatever is wrong with them. `name` is the hash that the sender gives.
    Result<std::string, Stop> take(const Hash& name, ByteView bytes);

    /// Examines a bundle whose bytes are kept, unless another thread or process is at it: what is
    /// decided is in the register.
    void examine_kept(const Hash& name);
    /// Takes up what a crash, a missing pack or a disk have left undecided, the oldest first, a few
    /// at a time. An error when the register does not answer.
    Result<void> take_up_again();

  private:
    template <class T>
    using Checked = Result<T, Stop>;

    /// The signed documents of a bundle, verified and in agreement.
    struct Documents {
        seal::Authorisation authorisation;
        seal::Manifest manifest;
        seal::PublicKey box_key{};  ///< the one that signed the manifest
        KnownBox box;
    };

    Checked<std::string> examine(const Hash& name, ByteView bytes);
    Checked<std::string> open_kept(const Hash& name);
    Checked<std::string> verify(const Hash& name, const seal::Bundle& bundle);
    Checked<void> check_types(const seal::Manifest& manifest);
    Checked<void> check_earlier(const seal::Manifest& manifest,
                                const record::SealedSession& sealed);
    Checked<void> keep(const Hash& name, ByteView bytes);
    Checked<Documents> verify_documents(const Hash& name, const seal::Bundle& bundle);
    Checked<seal::Authorisation> verify_authorisation(const seal::Bundle& bundle);
    Checked<KnownBox> find_box(const std::string& box);
    Checked<void> check_revocation(const Documents& documents,
                                   const std::optional<Accepted>& earlier);
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
