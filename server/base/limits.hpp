// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Every bound of the system, with its unit in the name and its reason.
namespace preau::limits {

// A session: caps of the bundle format, checked before anything is allocated.
inline constexpr std::size_t candidates_per_session_max = 512;
inline constexpr std::size_t events_per_session_max = 65'536;
inline constexpr std::size_t payload_bytes_max = 64 * 1024;
inline constexpr std::size_t payload_text_bytes_max = 4 * 1024;
inline constexpr std::size_t bundle_bytes_max = 64u * 1024 * 1024;
inline constexpr std::size_t manifest_bytes_max = 256 * 1024;
inline constexpr std::size_t note_bytes_max = 8 * 1024;
inline constexpr std::size_t note_signatures_max = 16;
inline constexpr std::size_t envelope_signatures_max = 8;
inline constexpr std::int64_t certificate_days_max = 400;
// A delivered bundle stays on the box this long after the platform's receipt.
inline constexpr std::int64_t retention_days = 30;
inline constexpr std::size_t age_recipients_max = 8;
inline constexpr std::size_t age_header_bytes_max = 16 * 1024;

// What a person types.
inline constexpr std::size_t name_bytes_max = 200;  // a hundred accented letters
inline constexpr std::size_t item_bytes_max = 64;
inline constexpr std::size_t answer_bytes_max = 500;
inline constexpr std::size_t password_bytes_max = 128;
inline constexpr std::size_t seat_bytes_max = 64;
inline constexpr std::size_t voice_bytes_max = 128;  // a browser's name of a voice
inline constexpr std::size_t lockdown_version_bytes_max = 32;
inline constexpr std::size_t message_bytes_max = 500;     // read in one glance
inline constexpr std::size_t note_text_bytes_max = 1000;  // a reason, a description
inline constexpr int extra_time_percent_max = 999;        // Pix: a decimal under 10

// A score: 8 levels of 128, less one (Pix meshes).
inline constexpr int pix_score_max = 1023;

// JSON from outside.
inline constexpr std::size_t json_depth_max = 16;

// HTTP: a header larger than this is no browser of ours; an API body holds one answer.
inline constexpr std::size_t http_header_bytes_max = 8 * 1024;
inline constexpr std::size_t http_body_bytes_max = 64 * 1024;
inline constexpr std::size_t http_target_bytes_max = 2 * 1024;
inline constexpr std::size_t http_fields_max = 64;
inline constexpr std::size_t http_requests_per_connection_max = 1000;
inline constexpr std::size_t http_connections_max =
    1200;  // 512 candidates with two each, and staff

// The room's thread.
inline constexpr std::size_t waiting_requests_max = 4096;
inline constexpr std::size_t rate_limit_keys_max = 4096;

// An epoch lasts from one start of the box to the next: no box runs a session for ten years.
inline constexpr std::int64_t epoch_ms_max = 10LL * 366 * 24 * 3600 * 1000;

// Beyond this size a session records lost contacts no more: a flapping network must leave room for
// every question and answer of 512 candidates under events_per_session_max, one question in three
// of them timed or to be kept in focus.
inline constexpr std::size_t contact_records_until = 16 * 1024;

// What one candidate's page may add to the journal by choosing its display again, and by losing and
// finding its lockdown; and what invigilators may write to the room.
inline constexpr int display_changes_max = 200;
inline constexpr int lockdown_changes_max = 200;
inline constexpr std::size_t messages_max = 200;

// What an invigilator adds to a candidate's time in one act.
inline constexpr std::int64_t added_time_ms_max = 60 * 60'000;

// Signed checkpoints: one every so many events, and never later than this after an event.
inline constexpr std::size_t events_between_checkpoints_max = 64;
inline constexpr std::int64_t checkpoint_delay_ms_max = 10'000;

// What an answer to a timed question may take on its way to the box, after the time is over.
inline constexpr std::int64_t timer_grace_ms = 2'000;

// A browser that has said nothing for this long is offline, and its candidate's clock is held.
inline constexpr std::int64_t contact_lost_after_ms = 10'000;

// Two beats of a candidate's page, one every 2 s, did not come: the invigilator's page says so.
inline constexpr std::int64_t silent_after_ms = 4'000;

// Ids of acts that changed nothing, kept in memory so that a late copy of one changes nothing
// either.
inline constexpr std::size_t idle_acts_max = 4096;

// Pix: the invigilator's authorisation to start is valid 15 minutes (PR 16950).
inline constexpr std::int64_t authorisation_ms_max = 15 * 60'000;

}  // namespace preau::limits
