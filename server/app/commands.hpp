// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/configuration.hpp"
#include "exam/lockdown.hpp"
#include "exam/session.hpp"
#include "store/staff.hpp"

#include <string>

/// What preau-box does when asked on its command line. Each prints one line of JSON.
namespace preau::app {

/// Makes the data folder and the keys when they are not there; says who the box is.
Result<void> print_identity(const Configuration& configuration);

/// Writes what the platform needs to certify this box; without a place, into the outbox.
Result<void> write_request(const Configuration& configuration, std::filesystem::path out);

struct SessionFiles {
    std::filesystem::path parcel;         ///< as the platform sent it; or
    std::filesystem::path authorisation;  ///< both of its parts
    std::filesystem::path roster;
    std::string site, room, date, time, examiner;
    exam::LockdownPolicy lockdown = exam::LockdownPolicy::none;
    /// Who opens it outside its window, and why; both empty: nobody.
    exam::WindowOverride window_override{};
};
Result<void> create_session(Configuration configuration, const SessionFiles& files);

/// Adds somebody whom the office expects in the exam room, or says again until when.
Result<void> add_staff(const Configuration& configuration, store::StaffMember member);
Result<void> list_staff(const Configuration& configuration);

/// Draws a new code for the office's page, in the place of the one before, also while the box runs.
Result<void> print_office_code(const Configuration& configuration);

/// Serves until SIGINT or SIGTERM.
Result<void> serve(Configuration configuration);

}  // namespace preau::app
