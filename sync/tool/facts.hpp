// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/value.hpp"

#include <string>

namespace preau::tool {

/// What a command found: lines for people, or one JSON object for programs.
class Facts {
  public:
    /// `name` is the JSON member; people read it with spaces for underscores.
    Facts& add(std::string name, std::string value);
    Facts& add(std::string name, std::int64_t value);
    Facts& add(std::string name, const std::vector<std::string>& values);
    /// A sentence for people alone.
    Facts& say(std::string sentence);

    void print(bool as_json) const;

  private:
    json::Object members_;
    std::vector<std::string> sentences_;
};

}  // namespace preau::tool
