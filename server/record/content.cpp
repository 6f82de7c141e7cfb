// SPDX-License-Identifier: Apache-2.0
#include "record/content.hpp"

namespace preau::record {

exam::Content content_of(const pack::Pack& pack) {
    return {.version = pack.certification_version,
            .items = pack.items,
            .keys = pack.keys,
            .conducts = std::vector<exam::Conduct>(pack.items.size())};
}

}  // namespace preau::record
