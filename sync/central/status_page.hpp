// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/reports.hpp"

namespace preau::central {

/// What a person sees who opens the platform in a browser: the bundles received, in French. Every
/// text from outside is escaped.
std::string status_page(const std::vector<BundleRow>& bundles);

/// Its style sheet; the page has no style nor script of its own inside.
std::string_view status_style();

}  // namespace preau::central
