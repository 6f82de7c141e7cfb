// SPDX-License-Identifier: Apache-2.0
#include "importers/moodle.hpp"

#include "importers/html_entities.hpp"
#include "importers/pictures.hpp"
#include "importers/trimmed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace preau::importers {

namespace {

double fraction_of(const pugi::xml_node& answer) {
    return answer.attribute("fraction").as_double();
}

/// A <text> may hold a CDATA section with white space around it.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const auto& part : node.child("text").children()) text += part.value();
    return std::string(trimmed(text));
}

class QuestionReader {
  public:
    QuestionReader(const pugi::xml_node& question, const Defaults& defaults, std::string tube,
                   Imported& imported)
        : question_(question), imported_(imported) {
        draft_.title = text_of(question.child("name"));
        draft_.origin = draft_.title;
        draft_.competence = defaults.competence;
        draft_.tube = std::move(tube);
    }

    void read() {
        if (!read_answer(question_.attribute("type").as_string())) return;
        take_instruction();
        note_losses();
        imported_.drafts.push_back(std::move(draft_));
    }

  private:
    void lose(std::string what) { imported_.lose(draft_.origin, std::move(what)); }
    bool leave_out(std::string why) {
        imported_.leave_out(draft_.origin, std::move(why));
        return false;
    }

    bool read_answer(std::string_view type) {
        if (type == "multichoice") return read_choices();
        if (type == "truefalse") return read_true_false();
        if (type == "shortanswer") return read_short_answer();
        if (type == "numerical") return read_number();
        if (type == "matching") return read_matching();
        return leave_out(fmt::format("a Moodle question of type \"{}\" has no counterpart", type));
    }

    /// Answers are HTML unless they say otherwise.
    std::string line(const pugi::xml_node& node) {
        const bool html = std::string_view(node.attribute("format").as_string("html")) == "html";
        if (!html) return escape_markdown(text_of(node));
        const auto converted = html_to_line(text_of(node));
        for (const auto& tag : converted.dropped)
            lose(fmt::format("the tag <{}>: its text was kept", tag));
        for (const auto& image : converted.images)
            lose(fmt::format("the picture {}: a proposal is a text", image.source));
        return converted.markdown;
    }

    bool read_choices() {
        const bool single = question_.child("single").text().as_bool(true);
        const auto answers = question_.children("answer");
        const auto right = std::ranges::count_if(
            answers, [](const auto& answer) { return fraction_of(answer) > 0; });
        draft_.kind = single ? answers::Kind::qcu : answers::Kind::qcm;
        if (!single && right == 1) {
            draft_.kind = answers::Kind::qcu;
            lose("several choices allowed with one right: it became a qcu");
        }
        for (const auto& answer : answers) {
            const auto fraction = fraction_of(answer);
            const bool counts = draft_.kind == answers::Kind::qcm ? fraction > 0 : fraction >= 100;
            if (single && fraction > 0 && fraction < 100)
                lose(fmt::format("partial credit of \"{}\": it counts as wrong", line(answer)));
            draft_.lines.push_back(
                {.text = line(answer), .right = counts || (right == 1 && fraction > 0)});
        }
        return true;
    }

    bool read_true_false() {
        draft_.kind = answers::Kind::qcu;
        for (const auto& answer : question_.children("answer")) {
            const bool is_true = text_of(answer) == "true";
            draft_.lines.push_back(
                {.text = is_true ? "Vrai" : "Faux", .right = fraction_of(answer) >= 100});
        }
        return true;
    }

    bool read_short_answer() {
        draft_.kind = answers::Kind::qroc;
        const bool case_counts = question_.child("usecase").text().as_bool();
        draft_.treatments = {.t1 = !case_counts, .t2 = false, .t3 = false};
        if (!case_counts) lose("case does not count: here accents and spaces do not either");
        for (const auto& answer : question_.children("answer")) {
            const auto accepted = decode_entities(text_of(answer));
            if (fraction_of(answer) < 100)
                lose(fmt::format("the answer \"{}\", worth {} %: it counts as wrong", accepted,
                                 fraction_of(answer)));
            else if (accepted.find('*') != std::string::npos)
                lose(fmt::format("the answer \"{}\": wildcards have no counterpart", accepted));
            else
                draft_.accepted.push_back(accepted);
        }
        return draft_.accepted.empty() ? leave_out("none of its answers could be kept") : true;
    }

    bool read_number() {
        draft_.kind = answers::Kind::qroc;
        draft_.format = answers::Format::number;
        for (const auto& answer : question_.children("answer")) {
            const auto accepted = text_of(answer);
            const auto tolerance = answer.child("tolerance").text().as_double();
            if (fraction_of(answer) < 100)
                lose(fmt::format("the answer {}, worth {} %: it counts as wrong", accepted,
                                 fraction_of(answer)));
            else
                draft_.accepted.push_back(accepted);
            if (tolerance > 0)
                lose(fmt::format("the tolerance of {} around {}: only the exact number is right",
                                 tolerance, accepted));
        }
        if (question_.child("units")) lose("its units: the answer is a bare number");
        return draft_.accepted.empty() ? leave_out("none of its answers could be kept") : true;
    }

    bool read_matching() {
        draft_.kind = answers::Kind::matching;
        for (const auto& row : question_.children("subquestion"))
            draft_.lines.push_back(
                {.text = line(row), .target = escape_markdown(text_of(row.child("answer")))});
        return true;
    }

    void take_instruction() {
        const auto text = question_.child("questiontext");
        const auto converted = html_to_markdown(text_of(text));
        draft_.instruction = converted.markdown;
        const auto from_file = [&](const std::string& source) -> std::optional<Bytes> {
            constexpr std::string_view prefix = "@@PLUGINFILE@@/";
            if (!source.starts_with(prefix)) return std::nullopt;
            const auto name = source.substr(prefix.size());
            for (const auto& file : text.children("file"))
                if (name == file.attribute("name").as_string()) {
                    auto bytes = from_base64(file.text().get());
                    if (bytes) return std::move(*bytes);
                }
            return std::nullopt;
        };
        keep_what_fits(draft_, converted, from_file, imported_);
    }

    void note_losses() {
        if (question_.child("shuffleanswers").text().as_bool()) lose("shuffle: the order is kept");
        if (!text_of(question_.child("generalfeedback")).empty()) lose("its general feedback");
        if (question_.child("hint")) lose("its hints");
        for (const auto& answer : question_.children("answer"))
            if (!text_of(answer.child("feedback")).empty()) {
                lose("the feedback of its answers");
                break;
            }
        lose("calibration: discriminant 1.0 and difficulty 0.0 are to be set");
    }

    pugi::xml_node question_;
    Imported& imported_;
    Draft draft_;
};

/// "$course$/top/Tableur" → "Tableur".
std::string last_part(const std::string& category) {
    const auto slash = category.rfind('/');
    return slash == std::string::npos ? category : category.substr(slash + 1);
}

}  // namespace

Result<Imported> read_moodle(std::string_view text, const Defaults& defaults) {
    pugi::xml_document document;
    if (auto read = read_xml(text, document); !read) return fail(std::move(read.error()));
    const auto quiz = document.child("quiz");
    if (!quiz) return fail(Error::malformed("no <quiz>: this is not Moodle XML"));
    Imported imported;
    auto tube = defaults.tube;
    for (const auto& question : quiz.children("question")) {
        if (std::string_view(question.attribute("type").as_string()) == "category")
            tube = last_part(text_of(question.child("category")));
        else
            QuestionReader(question, defaults, tube, imported).read();
    }
    return imported;
}

}  // namespace preau::importers
