// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/system_clock.hpp"
#include "central/desk/authorise.hpp"
#include "central/desk/jury_desk.hpp"
#include "central/desk/pupils.hpp"
#include "json/value.hpp"
#include "seal/entropy.hpp"

#include <memory>

/// What preau-central does at its desk when asked on its command line. Each gives what is printed:
/// one line of JSON.
namespace preau::central {

/// The folder and the database that a command works on.
struct Workplace {
    std::filesystem::path data;
    std::string database;  ///< empty: an SQLite file in the folder
};

/// Everything of an opened workplace. Not to be moved: its parts hold each other.
class OpenedDesk {
  public:
    static Result<std::unique_ptr<OpenedDesk>> open(const Workplace& workplace);
    OpenedDesk(const OpenedDesk&) = delete;

    std::filesystem::path data;
    RoleKeys keys;
    SystemClock clock;
    seal::SystemEntropy entropy;
    std::unique_ptr<sql::Connection> database;
    Enrolment enrolment;
    Documents documents;
    JuryDesk jury;
    Pupils pupils;

  private:
    OpenedDesk(const Workplace& workplace, RoleKeys opened_keys,
               std::unique_ptr<sql::Connection> connection);
};

using Printed = Result<json::Value>;

/// Makes the platform's keys, root and first timestamp if they are missing.
Printed begin_platform(const Workplace& workplace, seal::Purpose purpose);

Printed give_enrolment_code(OpenedDesk& desk, const std::string& box, const std::string& uai);

struct EnrolOptions {
    std::filesystem::path request, out;
    std::string code, box;  ///< one of them
};
Printed enrol_from_file(OpenedDesk& desk, const EnrolOptions& options);

struct RevokeOptions {
    std::string box, reason, by, since;
};
Printed revoke_box(OpenedDesk& desk, const RevokeOptions& options);

struct TimestampOptions {
    std::filesystem::path packs;
    std::string minimum_software;
};
Printed make_timestamp(OpenedDesk& desk, const TimestampOptions& options);
Printed install_root(OpenedDesk& desk, const std::filesystem::path& next);

struct AuthoriseSession {
    SessionOrder order;
    std::filesystem::path pack, roster, out;
    int days = 30;
};
Printed authorise_session(OpenedDesk& desk, AuthoriseSession options);

struct DocumentsOptions {
    std::string box;
    std::filesystem::path packs;  ///< the shelf; empty: without packs
    std::filesystem::path out;    ///< empty: only lists
};
Printed give_documents(OpenedDesk& desk, const DocumentsOptions& options);

struct JuryOptions {
    std::string session, act, by, why, audience, comment, last_name, first_name, birthdate;
    std::uint32_t candidate = 0;  ///< 0: the session
};
Printed decide(OpenedDesk& desk, const JuryOptions& options);
Printed show_session(OpenedDesk& desk, const std::string& session);

Printed add_pupils(OpenedDesk& desk, const std::filesystem::path& file);

struct TokenOptions {
    std::string holder;
    std::vector<std::string> scopes;
    int days = 365;
};
Printed give_token(OpenedDesk& desk, const TokenOptions& options);
Printed take_back_tokens(OpenedDesk& desk, const std::string& holder);

/// The pack in that folder, verified; its keys opened with the escrow or ingest key when it is
/// encrypted.
Result<ShelvedPack> shelved_pack(const std::filesystem::path& folder, const RoleKeys& keys);

}  // namespace preau::central
