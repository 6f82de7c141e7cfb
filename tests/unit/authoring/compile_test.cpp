// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"

#include "pack/open.hpp"
#include "support/catch.hpp"
#include "unit/authoring/small_source.hpp"

#include <fstream>

using namespace preau;

namespace {

seal::SigningKey content_key() { return seal::SigningKey::from_seed({7}); }

authoring::CompiledPack compiled(const test::SmallSource& small) {
    const auto source = authoring::read_source(small.folder());
    REQUIRE(source);
    return authoring::compile(*source, content_key());
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("A pack that cannot be written where it is asked is an error of the environment") {
    const test::SmallSource small;
    const auto written = authoring::write_pack(compiled(small), small.folder() / "pack.toml");
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::environment);
}

TEST_CASE("Two builds of one source give the same bytes, whatever the age of its files") {
    const test::SmallSource small, again;
    // Written last, listed in another order by the file system.
    again.write("1.1/deux.md", again.read("1.1/deux.md"));
    const auto one = compiled(small);
    const auto two = compiled(again);
    CHECK(one.manifest_file == two.manifest_file);
    CHECK(one.public_file == two.public_file);
    CHECK(one.secret_file == two.secret_file);
    CHECK(one.hash == two.hash);
}

TEST_CASE("A change of one difficulty changes the pack's hash and leaves the public part alone") {
    const test::SmallSource small;
    const auto before = compiled(small);
    small.replace("1.1/un.md", "difficulty = -1", "difficulty = -1.5");
    const auto after = compiled(small);
    CHECK(before.public_file == after.public_file);
    CHECK(before.secret_file != after.secret_file);
    CHECK(before.hash != after.hash);
}

TEST_CASE("A compiled pack opens into its source, and can be replaced by a later build") {
    const test::SmallSource small;
    const auto source = authoring::read_source(small.folder());
    REQUIRE(source);
    const test::TempDir out;
    const auto folder = out.path() / "a" / "pack";
    const auto compiled = authoring::compile(*source, content_key());
    REQUIRE(authoring::write_pack(compiled, folder));
    REQUIRE(authoring::write_pack(compiled, folder));
    CHECK(content(folder / "pack.pub") == compiled.public_file);

    const auto pack = pack::open(folder, content_key().public_key());
    REQUIRE(pack);
    CHECK(pack->hash == compiled.hash);
    CHECK(pack->certification_version == source->certification_version);
    REQUIRE(pack->questions.size() == source->questions.size());
    for (std::size_t i = 0; i < pack->questions.size(); ++i) {
        CHECK(pack->questions[i] == source->questions[i].question);
        CHECK(pack->items[i] == source->questions[i].item);
        CHECK(pack->keys[i] == source->questions[i].key);
    }
    CHECK(pack->media.size() == 1);
    CHECK(pack->media.begin()->second == source->questions.at(3).picture);
}
