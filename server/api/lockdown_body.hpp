// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/lockdown.hpp"
#include "json/fields.hpp"

namespace preau::api {

/// Field `lockdown`, {kind, version}: what the page found on its station.
exam::Lockdown read_lockdown(json::Fields& fields);

}  // namespace preau::api
