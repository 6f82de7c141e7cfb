// SPDX-License-Identifier: Apache-2.0
#include "tool/programs.hpp"

#include "tool/paths.hpp"

#include <unistd.h>

namespace preau::tool {

Result<Programs> Programs::in(const std::filesystem::path& folder) {
    const auto place = whole_path(folder);
    Programs programs{place / "preau-box", place / "preau-central", place / "preau-sync",
                      place / "preau"};
    for (const auto& program : {programs.box, programs.central, programs.sync, programs.tool})
        if (::access(program.c_str(), X_OK) != 0)
            return fail(Error::environment("the program " + program.string() +
                                           " is missing: build it first with ./setup release"));
    return programs;
}

}  // namespace preau::tool
