// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/toml_node.hpp"

#include <optional>
#include <set>

namespace preau::authoring {

/// Consuming reader of one TOML table. Whatever is missing, of another type or out of range adds a
/// problem and gives an empty value; finish() adds one for each key that nobody asked for.
class TomlFields {
  public:
    /// `table` must hold a Table and outlive this object; `prefix` names the table inside the file
    /// ("certification_version.", or nothing).
    TomlFields(const TomlNode& table, std::string file, std::string prefix, Problems& problems);

    bool has(std::string_view name) const;
    std::string text(std::string_view name, std::size_t bytes_max);
    double number(std::string_view name, double min, double max);
    int integer(std::string_view name, int min, int max);
    bool boolean(std::string_view name);
    std::vector<std::string> texts(std::string_view name, std::size_t count_max,
                                   std::size_t bytes_max);
    /// The same, and the list may be empty.
    std::vector<std::string> texts_or_none(std::string_view name, std::size_t count_max,
                                           std::size_t bytes_max);
    /// Lists of texts, each within the same bounds.
    std::vector<std::vector<std::string>> text_lists(std::string_view name, std::size_t lists_max,
                                                     std::size_t count_max, std::size_t bytes_max);
    /// Pairs of numbers [min, max] with min < max, each beginning where the one before ends.
    std::vector<std::pair<double, double>> intervals(std::string_view name, std::size_t count_max);
    /// Null, with a problem, when absent or not a table.
    const TomlNode* table(std::string_view name);

    const std::string& file() const { return file_; }
    Problems& problems() { return problems_; }

    /// Adds a problem of that key; only the first of each key is kept.
    void refuse(std::string_view name, std::string message);
    void finish();

  private:
    const TomlNode* take(std::string_view name);
    template <class T>
    const T* take_as(std::string_view name, std::string_view type);

    const TomlNode::Table& members_;
    int line_;
    std::string file_;
    std::string prefix_;
    Problems& problems_;
    std::set<std::string, std::less<>> read_;
    std::set<std::string, std::less<>> refused_;
};

}  // namespace preau::authoring
