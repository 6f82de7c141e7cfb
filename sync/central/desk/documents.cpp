// SPDX-License-Identifier: Apache-2.0
#include "central/desk/documents.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"

#include <algorithm>
#include <array>

namespace preau::central {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPackFileBytesMax = limits::bundle_bytes_max;
constexpr std::array<std::string_view, 3> kPackFiles = {"pack.json", "pack.pub.age",
                                                        "pack.sec.age"};

constexpr char kPut[] =
    "INSERT INTO box_document (box, name, sha256, content, made_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (box, name) DO UPDATE SET sha256 = excluded.sha256, content = excluded.content, "
    "made_at = excluded.made_at";
constexpr char kList[] =
    "SELECT name, sha256, length(content) FROM box_document WHERE box = $1 ORDER BY name";
constexpr char kContent[] = "SELECT content FROM box_document WHERE box = $1 AND name = $2";
constexpr char kPacks[] = "SELECT DISTINCT pack FROM authorised_session WHERE box = $1";

}  // namespace

Result<void> Documents::put(std::string_view box, std::string_view name, ByteView content) {
    const auto done =
        database_.run(kPut, box, name, seal::sha256(content), content, clock_.wall_now().ms);
    if (!done) return fail(Error(done.error()).with_context("keep a box's document"));
    return {};
}

Result<std::vector<std::string>> Documents::pack_files(std::string_view box) {
    const auto rows = database_.query(kPacks, box);
    if (!rows) return fail(rows.error());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto folder = to_hex((*rows)[i].blob(0));
        for (const auto file : kPackFiles)
            if (fs::exists(packs_ / folder / file))
                names.push_back("packs/" + folder + "/" + std::string(file));
    }
    return names;
}

Result<std::vector<DocumentRow>> Documents::list(std::string_view box) {
    const auto rows = database_.query(kList, box);
    if (!rows) return fail(Error(rows.error()).with_context("list a box's documents"));
    std::vector<DocumentRow> all;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const auto row = (*rows)[i];
        const auto hash = row.array<32>(1);
        if (!hash) return fail(hash.error());
        all.push_back({row.text(0), *hash, row.integer(2)});
    }
    const auto files = pack_files(box);
    if (!files) return fail(files.error());
    for (const auto& name : *files) {
        const auto bytes = content(box, name);
        if (!bytes) return fail(bytes.error());
        if (*bytes)
            all.push_back(
                {name, seal::sha256(**bytes), static_cast<std::int64_t>((*bytes)->size())});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
}

Result<std::optional<Bytes>> Documents::content(std::string_view box, std::string_view name) {
    const auto rows = database_.query(kContent, box, name);
    if (!rows) return fail(Error(rows.error()).with_context("read a box's document"));
    if (!rows->empty()) return std::optional(to_bytes((*rows)[0].blob(0)));
    const auto files = pack_files(box);
    if (!files) return fail(files.error());
    if (std::find(files->begin(), files->end(), name) == files->end())
        return std::optional<Bytes>();
    // The name is one that was just made here, so it leads nowhere else.
    auto bytes = read_file(packs_ / std::string(name.substr(6)), kPackFileBytesMax);
    if (!bytes) return fail(std::move(bytes.error()));
    return std::optional(std::move(*bytes));
}

}  // namespace preau::central
