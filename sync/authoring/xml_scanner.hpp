// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace preau::authoring {

/// Reads the subset of XML that a drawing needs, one start tag at a time, and refuses the rest:
/// DOCTYPE, entities other than the five of XML, CDATA, processing instructions after the
/// declaration, names outside ASCII.
class XmlScanner {
  public:
    struct Attribute {
        std::string_view name;
        std::string_view value;  ///< as written; its only possible escapes are the five of XML
    };
    struct Tag {
        std::string_view name;
        std::vector<Attribute> attributes;
        std::size_t depth = 0;  ///< 0 for the root
    };

    explicit XmlScanner(std::string_view text) : text_(text) {}

    /// The next start tag; one with an empty name after the last. Every end tag matched its start,
    /// there was one root, and nothing but space and comments around it.
    Result<Tag> next();

    int line() const;  ///< of the point reached

  private:
    bool skip(std::string_view token);
    void skip_space();
    std::string_view name();
    Result<void> skip_comment();
    Result<void> skip_text();
    Result<void> end_tag();
    Result<Tag> start_tag();
    Result<Attribute> attribute();
    Failure<Error> refused(std::string_view message) const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string_view> open_;
    bool has_root_ = false;
};

}  // namespace preau::authoring
