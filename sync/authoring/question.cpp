// SPDX-License-Identifier: Apache-2.0
#include "authoring/key_check.hpp"
#include "authoring/markdown.hpp"
#include "authoring/picture_file.hpp"
#include "authoring/question_parts.hpp"
#include "authoring/source.hpp"
#include "authoring/source_text.hpp"
#include "authoring/toml_fields.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::authoring {

namespace {

namespace format = pack::format;

constexpr std::size_t kFileBytesMax = 64 * 1024;

class QuestionReader {
  public:
    QuestionReader(const std::filesystem::path& folder, std::string file, Problems& problems)
        : folder_(folder), file_(std::move(file)), problems_(problems) {}

    std::optional<SourceQuestion> read() {
        const auto before = problems_.size();
        const auto text = read_source_text(folder_, file_, kFileBytesMax, problems_);
        if (!text) return std::nullopt;
        const auto parts = split_question(*text, file_, problems_);
        if (!parts) return std::nullopt;
        result_.file = file_;
        const bool has_kind = read_header(*parts);
        read_instruction(*parts);
        read_proposals(*parts);
        if (has_kind) read_key(*parts);
        if (problems_.size() > before) return std::nullopt;
        return std::move(result_);
    }

  private:
    /// False when the kind of question is not known: nothing can be said of its proposals then.
    bool read_header(const QuestionParts& parts) {
        const auto toml = read_toml(parts.header, file_, parts.header_line);
        if (!toml) {
            problems_.push_back(toml.error());
            return false;
        }
        TomlFields fields(*toml, file_, "", problems_);
        read_place(fields);
        read_calibration(fields);
        read_conditions(fields);
        const bool has_kind = read_kind(fields);
        // What else the header holds depends on the kind: without it, no key can be called unknown.
        if (has_kind) fields.finish();
        return has_kind;
    }

    bool read_kind(TomlFields& fields) {
        const auto word = fields.text("type", format::id_bytes_max);
        const auto kind = pack::kind_from_word(word);
        if (!kind) {
            fields.refuse("type", fmt::format("\"{}\" is not a type of question that this version "
                                              "knows: use qcu, qcm or qroc",
                                              word));
            return false;
        }
        result_.key.kind = result_.question.kind = *kind;
        if (*kind == answers::Kind::qroc) read_accepted(fields);
        return true;
    }

    void read_place(TomlFields& fields) {
        const std::filesystem::path path(file_);
        auto& item = result_.item;
        item.competence = path.parent_path().string();
        item.id = fields.text("id", format::id_bytes_max);
        const auto expected = item.competence + "-" + path.stem().string();
        if (item.id != expected)
            fields.refuse("id", fmt::format("must be \"{}\", the folder and the file's name, is "
                                            "\"{}\"",
                                            expected, item.id));
        item.tube = fields.text("tube", format::id_bytes_max);
        const bool is_in_competence = item.tube.starts_with(item.competence + "-");
        if (!is_in_competence)
            fields.refuse("tube", fmt::format("must begin with \"{}-\"", item.competence));
        item.skill = fields.text("skill", format::id_bytes_max);
        if (is_in_competence && !item.skill.starts_with(item.tube + "-"))
            fields.refuse("skill", "must be the tube, \"-\" and the level");
        result_.question.item = item.id;
    }

    void read_calibration(TomlFields& fields) {
        result_.item.discriminant = fields.number("discriminant", 0.1, format::discriminant_max);
        result_.item.difficulty =
            fields.number("difficulty", -format::difficulty_max, format::difficulty_max);
    }

    void read_conditions(TomlFields& fields) {
        if (fields.boolean("needs_internet"))
            fields.refuse("needs_internet", "must be false: the exam room has no internet");
        auto& question = result_.question;
        question.accessible_blind = fields.boolean("accessible_blind");
        question.accessible_colour = fields.boolean("accessible_colour");
        question.licence = fields.text("licence", format::label_bytes_max);
        question.author = fields.text("author", format::label_bytes_max);
    }

    void read_accepted(TomlFields& fields) {
        auto& key = result_.key;
        const auto parsed = pack::format_from_word(fields.text("format", format::id_bytes_max));
        if (!parsed) fields.refuse("format", "must be \"text\" or \"number\"");
        key.format = result_.question.format = parsed.value_or(answers::Format::text);
        key.solutions = fields.texts("accepted", format::solutions_max, format::solution_bytes_max);
        if (fields.has("treatments")) {
            const auto treatments = pack::treatments_from_words(fields.texts("treatments", 3, 2));
            if (!treatments)
                fields.refuse("treatments", "must be a choice of \"t1\", \"t2\", \"t3\"");
            key.treatments = treatments.value_or(answers::Treatments{});
        }
        if (const auto message = objection_to_accepted(key)) fields.refuse("accepted", *message);
    }

    void read_instruction(const QuestionParts& parts) {
        const int line = parts.instruction_line;
        auto rendered = render_instruction(parts.instruction, file_, line, problems_);
        if (rendered.html.empty()) refuse(line, "instruction", "is empty: say what to do");
        if (rendered.html.size() > format::instruction_bytes_max)
            refuse(line, "instruction",
                   fmt::format("is longer than {} bytes of HTML: shorten it",
                               format::instruction_bytes_max));
        result_.question.french.instruction_html = std::move(rendered.html);
        if (!rendered.picture) return;
        auto picture = read_picture(folder_, file_, *rendered.picture, problems_);
        if (!picture) return;
        result_.question.picture = picture->shown;
        result_.question.french.alternative = rendered.picture->alternative;
        result_.picture_file = result_.item.competence + "/" + rendered.picture->file;
        result_.picture = std::move(picture->bytes);
    }

    void read_proposals(const QuestionParts& parts) {
        auto& proposals = result_.question.french.proposals_html;
        for (const auto& proposal : parts.proposals) {
            auto html = render_proposal(proposal.markdown, file_, proposal.line, problems_);
            if (html.size() > format::proposal_bytes_max)
                refuse(proposal.line, "proposals",
                       fmt::format("is longer than {} bytes of HTML: shorten it",
                                   format::proposal_bytes_max));
            if (!html.empty() && std::ranges::find(proposals, html) != proposals.end())
                refuse(proposal.line, "proposals", "says the same as another one: change it");
            proposals.push_back(std::move(html));
        }
    }

    void read_key(const QuestionParts& parts) {
        if (const auto message = objection_to_proposals(result_.key.kind, parts.proposals)) {
            const int line =
                parts.proposals.empty() ? parts.instruction_line : parts.proposals.front().line;
            refuse(line, "proposals", *message);
        }
        if (result_.key.kind != answers::Kind::qroc)
            result_.key.solutions = {right_numbers(parts.proposals)};
    }

    void refuse(int line, std::string field, std::string message) {
        problems_.push_back({file_, line, std::move(field), std::move(message)});
    }

    const std::filesystem::path& folder_;
    std::string file_;
    Problems& problems_;
    SourceQuestion result_;
};

}  // namespace

std::optional<SourceQuestion> read_question(const std::filesystem::path& folder,
                                            const std::string& file, Problems& problems) {
    return QuestionReader(folder, file, problems).read();
}

}  // namespace preau::authoring
