// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

#include <string>

namespace preau::central {

/// Why an upload or the examination of a bundle stopped. The words of the API are in
/// ingest_problem.
enum class StopCode {
    upload_malformed,
    upload_too_large,
    upload_unknown,
    upload_elsewhere,
    upload_damaged,
    uploads_too_many,
    note_refused,
    box_revoked,
    hash_differs,
    bundle_malformed,
    not_for_us,
    version_newer,
    version_unknown,
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

    static Stop disk(const Error& error) { return {StopCode::storage_failed, error.message}; }
};

}  // namespace preau::central
