// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preau::office {

struct CsvRow {
    int line = 0;  ///< of the file, from 1, where the row begins
    std::vector<std::string> cells;
};

/// Rows of a `;` separated text (RFC 4180 quoting, any line ending), cells trimmed, empty rows left
/// out, a byte order mark skipped. An unfinished quote runs to the end.
std::vector<CsvRow> read_csv(std::string_view text);

}  // namespace preau::office
