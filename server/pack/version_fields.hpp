// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "adaptive/certification_version.hpp"
#include "json/fields.hpp"

namespace preau::pack {

/// The certification version as pack.sec writes it. Levels are the places in each list of
/// intervals, from 0.
json::Value version_to_json(const adaptive::CertificationVersion& version);

/// Reads the object; problems stay in `fields`, which the caller finishes.
adaptive::CertificationVersion read_version(json::Fields& fields);

}  // namespace preau::pack
