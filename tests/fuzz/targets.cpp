// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets.hpp"

#include "answers/examine.hpp"
#include "answers/explain.hpp"
#include "authoring/markdown.hpp"
#include "authoring/question_parts.hpp"
#include "authoring/toml_node.hpp"
#include "importers/moodle.hpp"
#include "importers/pix_release.hpp"
#include "importers/qti.hpp"
#include "importers/source_file.hpp"
#include "pack/manifest.hpp"
#include "pack/parts.hpp"

namespace preau::fuzz {

namespace {

using answers::Kind;

answers::Key key_of(Kind kind) {
    return {.kind = kind,
            .solutions = {"2,1"},
            .fields = {{.name = "a", .accepted = {"été"}}, {.name = "b", .accepted = {"12"}}},
            .groups = {{"un"}, {"deux"}}};
}

/// Whatever was read must be able to become a source file.
void write_all(const Result<importers::Imported>& imported) {
    if (!imported) return;
    for (const auto& draft : imported->drafts)
        (void)importers::source_file(draft, importers::file_stem(draft.title), {});
}

constexpr Kind kKinds[] = {Kind::qcu,       Kind::qcm,      Kind::qroc,    Kind::qrocm_ind,
                           Kind::qrocm_dep, Kind::ordering, Kind::matching};

}  // namespace

void pack_parts(ByteView bytes) {
    if (const auto part = pack::read_public(bytes)) (void)pack::write_public(*part);
    if (const auto part = pack::read_secret(bytes, {})) (void)pack::write_secret(*part);
}

void pack_manifest(ByteView bytes) {
    if (const auto manifest = pack::read_manifest(bytes)) (void)pack::write_manifest(*manifest);
}

void markdown(ByteView bytes) {
    authoring::Problems problems;
    const std::string text(as_text(bytes));
    (void)authoring::render_instruction(text, "x.md", 1, problems);
    (void)authoring::render_proposal(text, "x.md", 1, problems);
}

void question(ByteView bytes) {
    authoring::Problems problems;
    const auto parts = authoring::split_question(as_text(bytes), "x.md", problems);
    if (!parts) return;
    (void)authoring::read_toml(parts->header.text, "x.md", parts->header.line);
    for (const auto kind : kKinds) (void)authoring::split_body(parts->body, kind, "x.md", problems);
}

void answer(ByteView bytes) {
    for (const auto kind : kKinds) {
        const auto key = key_of(kind);
        (void)answers::examine(key, as_text(bytes), {});
        (void)answers::explain(key, as_text(bytes));
    }
}

void imported_xml(ByteView bytes) {
    write_all(importers::read_qti(as_text(bytes), "", {}));
    write_all(importers::read_moodle(as_text(bytes), {}));
}

void imported_json(ByteView bytes) { write_all(importers::read_pix_release(as_text(bytes), "")); }

}  // namespace preau::fuzz
