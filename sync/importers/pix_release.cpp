// SPDX-License-Identifier: Apache-2.0
#include "importers/pix_release.hpp"

#include "importers/pix_challenge.hpp"
#include "json/read.hpp"

#include <fmt/format.h>

#include <map>

namespace preau::importers {

namespace {

using Index = std::map<std::string, const json::Value*, std::less<>>;

Result<Index> entries_of(const json::Value& content, std::string_view name) {
    const auto* list = content.find(name);
    if (list == nullptr || list->array() == nullptr)
        return fail(Error::malformed(fmt::format("no list \"{}\": this is not a release", name)));
    Index found;
    for (const auto& entry : *list->array()) {
        const auto id = pix_text_member(entry, "id");
        if (id.empty())
            return fail(Error::malformed(fmt::format("an entry of \"{}\" has no id", name)));
        if (!found.emplace(id, &entry).second)
            return fail(Error::malformed(fmt::format("\"{}\" has {} twice", name, id)));
    }
    return found;
}

const json::Value* at(const Index& entries, const std::string& id) {
    const auto found = entries.find(id);
    return found == entries.end() ? nullptr : found->second;
}

}  // namespace

Result<Imported> read_pix_release(std::string_view text, const std::filesystem::path& folder) {
    const auto document = json::read(text);
    if (!document) return fail(document.error());
    const auto* inside = document->find("content");
    const auto& content = inside != nullptr ? *inside : *document;
    std::map<std::string_view, Index> lists;
    for (const auto* name : {"competences", "tubes", "skills", "challenges"}) {
        auto entries = entries_of(content, name);
        if (!entries) return fail(std::move(entries.error()));
        lists.emplace(name, std::move(*entries));
    }
    Imported imported;
    for (const auto& [id, challenge] : lists["challenges"]) {
        const auto* skill = at(lists["skills"], pix_text_member(*challenge, "skillId"));
        const auto* tube = skill ? at(lists["tubes"], pix_text_member(*skill, "tubeId")) : nullptr;
        const auto* competence =
            tube ? at(lists["competences"], pix_text_member(*tube, "competenceId")) : nullptr;
        if (competence == nullptr)
            imported.leave_out(id, "its skill, tube or competence is not in the release");
        else
            read_pix_challenge(*challenge, {*skill, *tube, *competence}, folder, imported);
    }
    return imported;
}

}  // namespace preau::importers
