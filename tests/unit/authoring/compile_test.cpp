// SPDX-License-Identifier: Apache-2.0
#include "authoring/compile.hpp"

#include "pack/open.hpp"
#include "support/catch.hpp"
#include "unit/authoring/sealed_pack.hpp"
#include "unit/authoring/small_source.hpp"

#include <fstream>

using namespace preau;

namespace {

authoring::ClearPack clear(const test::SmallSource& small) {
    const auto source = authoring::read_source(small.folder());
    REQUIRE(source);
    return authoring::compile(*source);
}

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("A pack that cannot be written where it is asked is an error of the environment") {
    const test::SmallSource small;
    const auto written =
        authoring::write_pack(test::sealed(clear(small)), small.folder() / "pack.toml");
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::environment);
}

TEST_CASE("A pack is not sealed without content keys, twice by one, or for nobody") {
    const test::SmallSource small;
    const auto content = clear(small);
    test::SeededEntropy entropy(1);
    const auto escrow = test::escrow_key().recipient();
    const auto keys = test::content_keys();
    const std::vector<seal::RecipientKey> escrows = {escrow};
    CHECK_FALSE(authoring::seal_pack(content, {{}, escrows}, entropy));
    CHECK_FALSE(authoring::seal_pack(content, {keys, {}}, entropy));
    std::vector<seal::SigningKey> twice;
    for (int i = 0; i < 2; ++i) twice.push_back(seal::SigningKey::from_seed({1}));
    CHECK_FALSE(authoring::seal_pack(content, {twice, escrows}, entropy));
}

TEST_CASE("Two builds of one source have the same content, whatever the age of its files") {
    const test::SmallSource small, again;
    // Written last, listed in another order by the file system.
    again.write("1.1/deux.md", again.read("1.1/deux.md"));
    const auto one = clear(small);
    const auto two = clear(again);
    CHECK(one.public_part == two.public_part);
    CHECK(one.secret_part == two.secret_part);
    CHECK(one.manifest == two.manifest);
    const auto sealed = test::manifest_in(test::sealed(one));
    const auto other = test::manifest_in(test::sealed(two, 2));
    CHECK(sealed != other);  // other keys
    CHECK(sealed.is_same_content(other));
    CHECK(sealed.is_same_content(one.manifest));
}

TEST_CASE("A change of one difficulty changes the pack and leaves the public part alone") {
    const test::SmallSource small;
    const auto before = clear(small);
    small.replace("1.1/un.md", "difficulty = -1", "difficulty = -1.5");
    const auto after = clear(small);
    CHECK(before.public_part == after.public_part);
    CHECK(before.secret_part != after.secret_part);
    CHECK_FALSE(before.manifest.is_same_content(after.manifest));
}

TEST_CASE("A compiled pack opens into its source, and can be replaced by a later build") {
    const test::SmallSource small;
    const auto source = authoring::read_source(small.folder());
    REQUIRE(source);
    const test::TempDir out;
    const auto folder = out.path() / "a" / "pack";
    const auto compiled = test::sealed(authoring::compile(*source));
    REQUIRE(authoring::write_pack(compiled, folder));
    REQUIRE(authoring::write_pack(compiled, folder));
    CHECK(content(folder / "pack.pub.age") == as_text(compiled.public_file));

    const auto pack = pack::open(folder, test::content_role(), test::escrow_key());
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

TEST_CASE("A source says until when its pack may be sat and what it asks of a box") {
    const test::SmallSource small;
    small.replace("pack.toml",
                  "licence =", "expires = \"2027-06-30\"\nminimum_software = \"0.1\"\nlicence =");
    const auto manifest = test::manifest_in(test::sealed(clear(small)));
    CHECK(manifest.expires == "2027-06-30");
    CHECK(manifest.minimum_software == "0.1");
    small.replace("pack.toml", "2027-06-30", "2027-02-30");
    CHECK_FALSE(authoring::read_source(small.folder()));
}
