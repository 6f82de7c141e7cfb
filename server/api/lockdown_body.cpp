// SPDX-License-Identifier: Apache-2.0
#include "api/lockdown_body.hpp"

#include "api/station_words.hpp"
#include "base/limits.hpp"

namespace preau::api {

exam::Lockdown read_lockdown(json::Fields& fields) {
    json::Fields inner(fields.value("lockdown"), fields.path("lockdown"));
    exam::Lockdown lockdown;
    lockdown.kind = read_word<exam::LockdownKind>(inner, "kind");
    lockdown.version = plain_text(inner, "version", limits::lockdown_version_bytes_max);
    fields.close(inner);
    return lockdown;
}

}  // namespace preau::api
