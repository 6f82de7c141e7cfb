// SPDX-License-Identifier: Apache-2.0
#include "tool/preview_folder.hpp"

#include "base/file.hpp"
#include "json/write.hpp"

#include <fmt/format.h>

namespace preau::tool {

namespace {

namespace fs = std::filesystem;

Result<void> add(const fs::path& path, ByteView content) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return fail(Error::environment(
            fmt::format("{} cannot be made: {}", path.parent_path().string(), error.message())));
    return write_file(path, content);
}

}  // namespace

Result<void> write_preview(const authoring::ClearPack& clear, const pack::Pack& pack,
                           const fs::path& folder) {
    // Both parts are JSON texts already.
    const auto both = fmt::format(R"({{"title":{},"public":{},"secret":{}}})",
                                  json::write(pack.title), clear.public_part, clear.secret_part);
    if (auto written = add(folder / "pack.json", as_bytes(both)); !written) return written;
    for (const auto& [name, bytes] : pack.media)
        if (auto written = add(folder / "media" / name, bytes); !written) return written;
    for (const auto& question : pack.questions)
        for (const auto& [media, name, size] : question.attachments) {
            const auto place = folder / "attachments" / media.substr(0, media.find('.')) / name;
            std::error_code unreadable;
            if (fs::exists(place, unreadable)) continue;  // the same file joined to two questions
            if (auto written = add(place, pack.media.at(media)); !written) return written;
        }
    return {};
}

}  // namespace preau::tool
