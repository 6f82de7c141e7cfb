// SPDX-License-Identifier: Apache-2.0
#include "tool/trust_files.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"

namespace preau::tool {

Result<std::string> read_document_file(const std::filesystem::path& path) {
    const auto bytes = read_file(path, limits::manifest_bytes_max);
    if (!bytes) return fail(bytes.error());
    return std::string(as_text(*bytes));
}

Result<seal::Root> read_root_file(const std::filesystem::path& path) {
    const auto text = read_document_file(path);
    if (!text) return fail(text.error());
    auto root = seal::open_root(*text);
    if (!root) return fail(std::move(root.error()).with_context(path.string()));
    return root;
}

}  // namespace preau::tool
