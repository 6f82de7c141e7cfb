// SPDX-License-Identifier: Apache-2.0
#include "unit/authoring/small_source.hpp"

#include "pack/words.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <fstream>

namespace preau::test {

namespace {

constexpr std::string_view kPackFile = R"(id = "essai"
version = "1"
title = "Paquet d'essai"
language = "fr"
created = "2026-11-24"
licence = "CC-BY-4.0"

[certification_version]
name = "essai"
algorithm = "pix-flash-v3"
maximum_assessment_length = 32
challenges_between_same_competence = 2
limit_to_one_question_per_tube = true
enable_passage_by_all_competences = true
variation_percent = 0.5
default_candidate_capacity = -3.0
default_probability_to_pick_challenge = 51
assessment_duration_minutes = 105
minimum_answers = 20
deadline_policy = "ask-invigilator"
mesh_intervals = [[-8, 0.0], [0.0, 8]]

[certification_version.competence_intervals]
)";

std::string header(std::string_view competence, std::string_view name, std::string_view type) {
    return fmt::format(R"(+++
id = "{0}-{1}"
type = "{2}"
tube = "{0}-{1}"
skill = "{0}-{1}-1"
discriminant = 1.1
difficulty = -1
needs_internet = false
accessible_blind = true
accessible_colour = true
licence = "CC-BY-4.0"
author = "Préau"
)",
                       competence, name, type);
}

std::string qcu(std::string_view competence, std::string_view name) {
    return header(competence, name, "qcu") +
           "+++\nQuelle réponse ?\n\n- ( ) un\n- (x) deux\n- ( ) trois\n";
}

}  // namespace

SmallSource::SmallSource() {
    std::string pack_file(kPackFile);
    for (const auto competence : pack::kCompetences) {
        pack_file += fmt::format("\"{}\" = [[-8, 0.5], [0.5, 8.0]]\n", competence);
        const std::string folder(competence);
        write(folder + "/un.md", qcu(competence, "un"));
        write(folder + "/deux.md", qcu(competence, "deux"));
    }
    write("pack.toml", pack_file);
    write("README.md", "# Essai\n");
    write("2.1/un.md", header("2.1", "un", "qcm") +
                           "+++\nQuelles réponses ?\n\n- [x] un\n- [x] deux\n- [ ] trois\n");
    write("3.4/un.md", header("3.4", "un", "qroc") +
                           "format = \"number\"\naccepted = [\"7\"]\n+++\nCombien ?\n");
    write("5.1/un.md",
          header("5.1", "un", "qroc") +
              "format = \"text\"\naccepted = [\"l'été\", \"estival\"]\n+++\nQuand ?\n");
    write("1.2/un.md", header("1.2", "un", "qcu") +
                           "+++\nQue voit-on ?\n\n![Un carré noir](carre.svg)\n\n- (x) un carré\n"
                           "- ( ) un rond\n");
    write("1.2/carre.svg",
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><rect width=\"5\" "
          "height=\"5\"/></svg>");
}

std::string SmallSource::read(const std::string& file) const {
    std::ifstream stream(folder() / file, std::ios::binary);
    REQUIRE(stream);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void SmallSource::write(const std::string& file, std::string_view content) const {
    std::filesystem::create_directories((folder() / file).parent_path());
    std::ofstream(folder() / file, std::ios::binary) << content;
}

void SmallSource::remove(const std::string& file) const {
    REQUIRE(std::filesystem::remove(folder() / file));
}

void SmallSource::replace(const std::string& file, const std::string& from,
                          const std::string& to) const {
    auto text = read(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    write(file, text.replace(at, from.size(), to));
}

std::string SmallSource::problems() const {
    const auto source = authoring::read_source(folder());
    std::string text;
    if (source) return text;
    REQUIRE_FALSE(source.error().empty());
    for (const auto& problem : source.error()) text += problem.text() + "\n";
    return text;
}

}  // namespace preau::test
