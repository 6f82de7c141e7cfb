// SPDX-License-Identifier: Apache-2.0
#include "office/release.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace preau::office {

namespace {

constexpr std::int64_t kEventsMax = limits::events_per_session_max;

Result<Release> read_release(ByteView payload) {
    const auto value = json::read(as_text(payload));
    if (!value) return fail(value.error());
    json::Fields fields(*value);
    Release release;
    fields.integer("v", 1, 1);
    release.session.bytes = fields.hex<16>("session");
    release.tree.size = static_cast<std::uint64_t>(fields.integer("size", 1, kEventsMax));
    release.tree.root = fields.hex<32>("root");
    if (auto read = fields.finished("release"); !read) return fail(std::move(read.error()));
    return release;
}

}  // namespace

std::string write_release(const Release& release) {
    return json::write(json::Object{{"v", 1},
                                    {"session", release.session.hex()},
                                    {"size", release.tree.size},
                                    {"root", to_hex(release.tree.root)}});
}

Result<Release> open_release(std::string_view envelope, const seal::Root& root) {
    const auto payload = seal::open_by_role(envelope, kReleaseType, root, seal::Role::release);
    if (!payload) return fail(payload.error());
    return read_release(*payload);
}

}  // namespace preau::office
