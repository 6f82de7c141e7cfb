// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/token_buckets.hpp"

namespace preau::api {

/// By what the requests of people without a token are counted.
enum class NetworkMode {
    direct,  ///< each device has its address: count by address
    nat,     ///< all devices share one address: count by whom they claim to be
};

/// How often one may ask: guesses of identities, codes and passwords, records that a stranger can
/// make the journal keep, and requests of one device. Each call counts one and says how long to
/// wait, if at all. What is one device's own never depends on what other devices do; where one
/// address hides them all, those who claim to be the same person share a count.
class RateLimits {
  public:
    explicit RateLimits(NetworkMode mode) : mode_(mode) {}

    /// Somebody gives an identity. `claim` is the same for all spellings of the session and names.
    Wait identity(const std::string& peer, const std::string& claim, Duration now);
    /// Somebody gives a personal code of that session. A wrong one never keeps anybody from joining
    /// by name.
    Wait personal_code(const std::string& peer, const std::string& session, const std::string& code,
                       Duration now);
    void personal_code_was_right(const std::string& session);
    /// An identity is about to become a record of the journal; one that does not is undone.
    Wait seat(const std::string& peer, Duration now);
    void undo_seat(const std::string& peer);

    /// Somebody gives a session's password: checking it costs the room's thread about 50 ms, so few
    /// are checked in a second on the whole box. The last of those are kept for addresses whose
    /// passwords were right so far: a crowd of wrong ones does not lock the invigilator out.
    /// `session` is empty when there is no such session.
    Wait password(const std::string& peer, const std::string& session, Duration now);
    void password_was_right(const std::string& peer, const std::string& session);
    /// Somebody who knows the session's password gives a code of the day; a right one is undone.
    Wait day_code(const std::string& session, Duration now);
    void day_code_was_right(const std::string& session);
    /// An invigilator enters: each time is a record of the journal.
    Wait entry(const std::string& session, Duration now);

    /// A candidate gives an access code; a right one is undone.
    Wait access_code(const std::string& candidate, Duration now);
    void access_code_was_right(const std::string& candidate);

    /// Somebody reads what is projected in the room.
    Wait screen(const std::string& peer, Duration now);

    /// A station says how it is, or asks the box's time. `device` is what it calls itself.
    Wait seat_check(const std::string& peer, const std::string& device, Duration now);
    Wait box_time(const std::string& peer, Duration now);

    /// Somebody gives the office's code, of 75 bits; a right one is undone.
    Wait office_code(const std::string& peer, Duration now);
    void office_code_was_right(const std::string& peer);

    /// Any request of one device.
    Wait request(const std::string& device, Duration now);

  private:
    TokenBuckets& passwords();
    const std::string& password_key(const std::string& peer, const std::string& session) const;

    NetworkMode mode_;
    TokenBuckets identities_{{30, seconds(2)}};             ///< of one address: 30 a minute
    TokenBuckets claims_{{10, seconds(30)}};                ///< of one claimed person
    TokenBuckets wrong_codes_{{300, milliseconds(200)}};    ///< of one session, behind one address
    TokenBuckets seat_checks_{{20, seconds(2)}};            ///< of one address, or of one device
    TokenBuckets box_times_{{60, milliseconds(250)}};       ///< of one address
    TokenBuckets seats_{{30, seconds(30)}};                 ///< of one address
    TokenBuckets passwords_{{5, seconds(60)}};              ///< of one address: 5 in 5 minutes
    TokenBuckets shared_passwords_{{20, seconds(5)}};       ///< for one session, behind one address
    TokenBuckets password_checks_{{6, milliseconds(500)}};  ///< of the box
    TokenBuckets day_codes_{{5, seconds(60)}};              ///< of one session: 5 in 5 minutes
    TokenBuckets screens_{{60, milliseconds(500)}};         ///< of one address
    TokenBuckets entries_{{30, seconds(20)}};               ///< into one session
    TokenBuckets access_codes_{{5, seconds(60)}};           ///< of one candidate: 5 in 5 minutes
    TokenBuckets office_codes_{{5, seconds(60)}};           ///< of one address: 5 in 5 minutes
    TokenBuckets requests_{{60, milliseconds(50)}};         ///< of one device: 20 a second
};

}  // namespace preau::api
