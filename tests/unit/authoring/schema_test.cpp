// SPDX-License-Identifier: Apache-2.0
#include "unit/api/schema.hpp"

#include "json/read.hpp"
#include "support/catch.hpp"
#include "unit/authoring/sealed_pack.hpp"
#include "unit/authoring/small_source.hpp"

using namespace preau;

namespace {

json::Value read(std::string_view text) {
    auto value = json::read(text);
    REQUIRE(value);
    return std::move(*value);
}

std::string difference(const json::Value& schema, const char* part, std::string_view text) {
    return test::difference(schema, test::at(test::at(schema, "$defs"), part), read(text));
}

}  // namespace

TEST_CASE("A compiled pack is what docs/formats/pack.schema.json says") {
    const auto schema = read(test::read_bytes("docs/formats/pack.schema.json"));
    const test::SmallSource small;
    for (const std::filesystem::path& folder :
         {small.folder(), std::filesystem::path("sync/packs/practice")}) {
        const auto source = authoring::read_source(folder);
        REQUIRE(source);
        const auto pack = authoring::compile(*source);
        const auto manifest = pack::write_manifest(test::manifest_in(test::sealed(pack)));
        CHECK(difference(schema, "manifest", manifest) == "");
        CHECK(difference(schema, "public", pack.public_part) == "");
        CHECK(difference(schema, "secret", pack.secret_part) == "");
        CHECK(difference(schema, "secret", pack.public_part) != "");
    }
}
