// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/source.hpp"
#include "support/temp_dir.hpp"

#include <string>
#include <string_view>

namespace preau::test {

/// The smallest good source: 32 questions, two tubes in each competence, of the three kinds, one
/// with a picture. A test changes one thing in it.
class SmallSource {
  public:
    SmallSource();

    const std::filesystem::path& folder() const { return folder_.path(); }
    std::string read(const std::string& file) const;
    void write(const std::string& file, std::string_view content) const;
    void remove(const std::string& file) const;
    /// `from` must be in the file.
    void replace(const std::string& file, const std::string& from, const std::string& to) const;

    /// All problems, one on each line; empty when the source is good.
    std::string problems() const;

  private:
    TempDir folder_;
};

}  // namespace preau::test
