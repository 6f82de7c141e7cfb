// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/configuration.hpp"
#include "exam/lockdown.hpp"
#include "store/staff.hpp"

#include <string>

/// What preau-box does when asked on its command line. Each prints one line of JSON.
namespace preau::app {

/// Makes the data folder and the key when they are not there; says who the box is.
Result<void> print_identity(const Configuration& configuration);

struct SessionFiles {
    std::filesystem::path authorisation;
    std::filesystem::path roster;
    std::string site, room, date, time, examiner;
    exam::LockdownPolicy lockdown = exam::LockdownPolicy::none;
};
Result<void> create_session(Configuration configuration, const SessionFiles& files);

/// Adds somebody whom the office expects in the exam room, or says again until when.
Result<void> add_staff(const Configuration& configuration, store::StaffMember member);
Result<void> list_staff(const Configuration& configuration);

/// Serves until SIGINT or SIGTERM.
Result<void> serve(Configuration configuration);

}  // namespace preau::app
