// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/role_keys.hpp"
#include "central/sql/connection.hpp"
#include "seal/certificate.hpp"
#include "seal/timestamp.hpp"

namespace preau::central {

/// Why a box gets no certificate. The words of the API are in enrolment_problem.
enum class NotEnrolled {
    request_malformed,  ///< not signed by the keys it names
    code_refused,       ///< unknown, used, too old: said the same, so that nobody can tell
    school_differs,     ///< the code is another school's
    box_taken,          ///< the name is another machine's: a box set up anew is a new box
    box_revoked,
    key_known,     ///< the key is another box's
    not_rotating,  ///< the key to replace is not the box's
    storage_failed,
};

struct Refused {
    NotEnrolled why = NotEnrolled::request_malformed;
    std::string detail;  ///< English, for the operator
};

/// A box as the desk knows it.
struct EnrolledBox {
    std::string name;
    std::string uai;
    seal::Certificate certificate;
    std::string envelope;
    std::optional<seal::Revocation> revocation;
};

/// Where boxes get to be known. One thread.
class Enrolment {
  public:
    /// All must outlive it.
    struct Parts {
        sql::Connection& database;
        const RoleKeys& keys;
        Clock& clock;
        Entropy& entropy;
    };
    explicit Enrolment(Parts parts) : parts_(parts) {}

    /// A code for one box of one school, XXXX-XXXX-XXXX-XXXX, good once and for a day.
    Result<std::string> give_code(const std::string& box, const std::string& uai);

    /// The certificate, in exchange for a signed request and a code. The same request with the
    /// same code again, because the answer was lost, gets the same certificate.
    Result<std::string, Refused> enrol(std::string_view request, std::string_view code);
    /// By a technician who vouches for the machine, without a code.
    Result<std::string, Refused> enrol_by_hand(std::string_view request, const std::string& box);
    /// New keys, or a new time, for a box that signs with its present key.
    Result<std::string, Refused> renew(std::string_view request);

    /// Nothing for a box that has no certificate.
    Result<std::optional<EnrolledBox>> find(std::string_view box);
    Result<std::vector<EnrolledBox>> all();
    /// Every certificate the box ever had, the last one first.
    Result<std::vector<seal::Certificate>> certificates(std::string_view box);

    /// A box is revoked once: again changes nothing.
    Result<void> revoke(const std::string& box, WallTime since, const std::string& reason,
                        const std::string& by);
    Result<std::vector<seal::Revocation>> revocations();

  private:
    template <class T>
    using Asked = Result<T, Refused>;

    struct Code {
        Hash hash{};
        std::string box, uai;
        bool is_used = false;
    };

    Result<std::optional<Code>> find_code(std::string_view typed);
    Asked<Code> usable_code(std::string_view typed, const seal::BoxRequest& request);
    Asked<std::string> certify(const seal::BoxRequest& request, const std::string& box);
    Asked<void> check_name(const seal::BoxRequest& request, const std::string& box);
    Asked<std::string> same_answer(const seal::BoxRequest& request, const std::string& box);
    Result<std::string> keep(const seal::Certificate& certificate);
    Result<std::optional<std::string>> box_of_key(const seal::PublicKey& key);

    Parts parts_;
};

}  // namespace preau::central
