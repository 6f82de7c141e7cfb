// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/documents.hpp"
#include "central/desk/enrolment.hpp"
#include "seal/authorisation.hpp"

namespace preau::central {

/// The pack of a session, as the shelf has it.
struct ShelvedPack {
    std::string id;
    std::string version;
    Hash hash{};
    std::optional<seal::PackKeys> keys{};  ///< none when the pack is not encrypted
};

/// What somebody wants authorised.
struct SessionOrder {
    std::string number;
    std::string uai;
    std::string campaign;
    std::string centre;              ///< name of the school, for certificates
    std::vector<std::string> boxes;  ///< the one that runs it, then the standby
    WallTime not_before, not_after;
    std::uint32_t max_candidates = 0;
    seal::LocalSessions local{};
    bool mirror_required = false;
    bool tls_required = false;
    seal::NetworkMode network = seal::NetworkMode::direct;
    seal::LockdownRule lockdown = seal::LockdownRule::none;
    std::string minimum_software = "0.1.0";
    Bytes roster;
};

struct AuthorisedSession {
    seal::Authorisation authorisation;
    std::string envelope;
    Bytes parcel;          ///< for the boxes, also among their documents
    std::string day_code;  ///< empty when the pack is not encrypted; kept nowhere else
};

/// Authorises sessions. One thread.
class Authorising {
  public:
    /// All must outlive it.
    struct Parts {
        sql::Connection& database;
        const RoleKeys& keys;
        Enrolment& enrolment;
        Documents& documents;
        Clock& clock;
        Entropy& entropy;
    };
    explicit Authorising(Parts parts) : parts_(parts) {}

    /// Malformed, and nothing done, when a box is not enrolled, is revoked, has a certificate that
    /// ends before the session, or is another school's; or when the order cannot be written as an
    /// authorisation.
    Result<AuthorisedSession> authorise(const SessionOrder& order, const ShelvedPack& pack);

  private:
    Result<std::vector<seal::Certificate>> boxes_of(const SessionOrder& order);
    Result<seal::Authorisation> write(const SessionOrder& order, const ShelvedPack& pack);
    Result<std::string> add_keys(seal::Authorisation& authorisation, const ShelvedPack& pack,
                                 std::span<const seal::Certificate> boxes);
    Result<void> keep(const SessionOrder& order, const AuthorisedSession& made);
    Result<void> keep_row(const SessionOrder& order, const AuthorisedSession& made,
                          const SessionId& session, const std::string& number);

    Parts parts_;
};

/// The name under which a box finds its session's parcel.
std::string parcel_name(const SessionId& session);

}  // namespace preau::central
