// SPDX-License-Identifier: Apache-2.0
#include "fuzz/targets.hpp"

#include "answers/examine.hpp"
#include "answers/explain.hpp"
#include "authoring/markdown.hpp"
#include "authoring/question_parts.hpp"
#include "authoring/toml_node.hpp"
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

}  // namespace preau::fuzz
