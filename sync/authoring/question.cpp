// SPDX-License-Identifier: Apache-2.0
#include "authoring/key_check.hpp"
#include "authoring/markdown.hpp"
#include "authoring/picture_file.hpp"
#include "authoring/question_files.hpp"
#include "authoring/question_parts.hpp"
#include "authoring/question_texts.hpp"
#include "authoring/source.hpp"
#include "authoring/source_text.hpp"
#include "authoring/toml_fields.hpp"
#include "pack/format.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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
        if (read_header(parts->header)) read_body(parts->body);
        if (parts->help) read_help(*parts->help);
        if (problems_.size() > before) return std::nullopt;
        return std::move(result_);
    }

  private:
    /// False when the kind of question is not known: nothing can be said of its proposals then.
    bool read_header(const SourcePart& header) {
        const auto toml = read_toml(header.text, file_, header.line);
        if (!toml) {
            problems_.push_back(toml.error());
            return false;
        }
        TomlFields fields(*toml, file_, "", problems_);
        read_place(fields);
        read_calibration(fields);
        read_conditions(fields);
        read_attachments(fields, folder_, result_);
        read_simulator(fields, folder_, result_);
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
                                              "knows: use qcu, qcm, qroc, qrocm-ind, qrocm-dep, "
                                              "ordering or matching",
                                              word));
            return false;
        }
        result_.key.kind = result_.question.kind = *kind;
        read_treatments(fields);
        if (*kind == answers::Kind::qroc) read_accepted(fields);
        if (*kind == answers::Kind::qrocm_ind) read_fields(fields);
        if (*kind == answers::Kind::qrocm_dep)
            result_.key.groups = fields.text_lists(
                "groups", format::groups_max, format::solutions_max, format::solution_bytes_max);
        if (result_.question.simulator && result_.question.simulator->answers &&
            !is_answered_by_simulator())
            fields.refuse("simulator",
                          "answers = true needs type = \"qroc\", format = \"text\" "
                          "and treatments = []");
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
        auto& question = result_.question;
        question.needs_internet = fields.boolean("needs_internet");
        question.accessible_blind = fields.boolean("accessible_blind");
        question.accessible_colour = fields.boolean("accessible_colour");
        question.licence = fields.text("licence", format::label_bytes_max);
        question.author = fields.text("author", format::label_bytes_max);
        if (fields.has("timer_seconds"))
            question.timer_seconds = fields.integer("timer_seconds", format::timer_seconds_min,
                                                    format::timer_seconds_max);
        if (fields.has("focus")) question.focus = fields.boolean("focus");
    }

    bool is_answered_by_simulator() const {
        return result_.key.kind == answers::Kind::qroc &&
               result_.key.format == answers::Format::text &&
               result_.key.treatments == answers::Treatments{false, false, false};
    }

    void read_treatments(TomlFields& fields) {
        const auto kind = result_.key.kind;
        const bool typed = kind == answers::Kind::qroc || kind == answers::Kind::qrocm_ind ||
                           kind == answers::Kind::qrocm_dep;
        if (!typed || !fields.has("treatments")) return;
        const auto treatments =
            pack::treatments_from_words(fields.texts_or_none("treatments", 3, 2));
        if (!treatments) fields.refuse("treatments", "must be a choice of \"t1\", \"t2\", \"t3\"");
        result_.key.treatments = treatments.value_or(answers::Treatments{});
    }

    /// `format`, `options` and `accepted`, of a qroc or of one field.
    answers::Field read_typed(TomlFields& fields, bool format_needed,
                              std::vector<std::string>& options) {
        answers::Field field;
        if (format_needed || fields.has("format")) {
            const auto parsed = pack::format_from_word(fields.text("format", format::id_bytes_max));
            if (!parsed) fields.refuse("format", "must be \"text\", \"number\" or \"select\"");
            field.format = parsed.value_or(answers::Format::text);
        }
        field.accepted =
            fields.texts("accepted", format::solutions_max, format::solution_bytes_max);
        if (field.format == answers::Format::select) read_options(fields, field, options);
        const answers::Key key{.kind = answers::Kind::qroc,
                               .solutions = field.accepted,
                               .format = field.format,
                               .treatments = result_.key.treatments};
        if (const auto message = objection_to_accepted(key)) fields.refuse("accepted", *message);
        return field;
    }

    void read_options(TomlFields& fields, const answers::Field& field,
                      std::vector<std::string>& options) {
        options = fields.texts("options", format::options_max, format::solution_bytes_max);
        const std::set<std::string> different(options.begin(), options.end());
        if (options.size() < 2 || different.size() != options.size())
            fields.refuse("options",
                          fmt::format("must hold 2 to {} different texts", format::options_max));
        for (const auto& accepted : field.accepted)
            if (!different.contains(accepted))
                fields.refuse("accepted", fmt::format("\"{}\" is none of the options", accepted));
    }

    void read_accepted(TomlFields& fields) {
        auto field = read_typed(fields, true, result_.question.options);
        result_.key.format = result_.question.format = field.format;
        result_.key.solutions = std::move(field.accepted);
    }

    /// Tables are unordered: the body gives the order.
    void read_fields(TomlFields& fields) {
        const auto* tables = fields.table("fields");
        if (tables == nullptr) return;
        for (const auto& [name, node] : std::get<TomlNode::Table>(tables->value)) {
            if (!std::holds_alternative<TomlNode::Table>(node.value)) {
                refuse(node.line, "fields", "must hold one table for each field: [fields.name]");
                continue;
            }
            TomlFields inner(node, file_, "fields." + name + ".", problems_);
            pack::Field shown{.name = name, .options = {}};
            auto field = read_typed(inner, false, shown.options);
            inner.finish();
            field.name = name;
            shown.format = field.format;
            result_.question.fields.push_back(std::move(shown));
            result_.key.fields.push_back(std::move(field));
        }
    }

    void read_body(const SourcePart& part) {
        const auto kind = result_.key.kind;
        const auto body = split_body(part, kind, file_, problems_);
        const int line = body.lines.empty() ? part.line : body.lines.front().line;
        const auto message = objection_to_proposals(kind, body.lines);
        if (message) refuse(line, "proposals", *message);
        const auto targets = sorted_targets(body);
        auto rendered = render_texts(body, targets, file_, problems_);
        result_.question.french = std::move(rendered.texts);
        if (rendered.picture) read_the_picture(*rendered.picture);
        if (!message) {
            read_key(body, targets);
            read_english(body, targets, rendered.picture);
        }
    }

    void read_the_picture(const RenderedInstruction::Picture& named) {
        auto picture = read_picture(folder_, file_, named, problems_);
        if (!picture) return;
        result_.question.picture = std::move(picture->shown);
        result_.picture_file = result_.item.competence + "/" + named.file;
        result_.picture = std::move(picture->bytes);
    }

    void read_key(const QuestionBody& body, const std::vector<std::string>& targets) {
        switch (result_.key.kind) {
            case answers::Kind::qcu:
            case answers::Kind::qcm:
                result_.key.solutions = {right_numbers(body.lines)};
                break;
            case answers::Kind::ordering:
                result_.key.solutions = {right_order(body.lines)};
                break;
            case answers::Kind::matching:
                result_.key.solutions = {right_targets(body, targets)};
                break;
            case answers::Kind::qrocm_ind:
                sort_fields(body);
                break;
            case answers::Kind::qrocm_dep:
                name_fields(body);
                break;
            case answers::Kind::qroc:
                break;
        }
    }

    void sort_fields(const QuestionBody& body) {
        std::vector<answers::Field> keys;
        std::vector<pack::Field> shown;
        for (const auto& line : body.lines) {
            const auto at = std::ranges::find(result_.key.fields, line.name, &answers::Field::name);
            if (at == result_.key.fields.end())
                return refuse(line.line, "fields",
                              fmt::format("the header has no [fields.{}]", line.name));
            const auto index = static_cast<std::size_t>(at - result_.key.fields.begin());
            keys.push_back(*at);
            shown.push_back(result_.question.fields[index]);
        }
        for (const auto& field : result_.key.fields)
            if (std::ranges::find(body.lines, field.name, &QuestionBody::Line::name) ==
                body.lines.end())
                refuse(
                    body.instruction.line, "fields",
                    fmt::format("no line \"- [[{}]] …\" for [fields.{}]", field.name, field.name));
        result_.key.fields = std::move(keys);
        result_.question.fields = std::move(shown);
    }

    void name_fields(const QuestionBody& body) {
        for (const auto& line : body.lines) {
            result_.key.fields.push_back({.name = line.name});
            result_.question.fields.push_back({.name = line.name, .options = {}});
        }
        if (const auto message = objection_to_groups(result_.key, body.lines.size()))
            refuse(2, "groups", *message);
    }

    /// "name.en.md", when it is there.
    void read_english(const QuestionBody& french, const std::vector<std::string>& targets,
                      const std::optional<RenderedInstruction::Picture>& picture) {
        const auto file = file_.substr(0, file_.size() - 3) + ".en.md";
        if (!std::filesystem::exists(folder_ / file)) return;
        const auto text = read_source_text(folder_, file, kFileBytesMax, problems_);
        if (!text) return;
        const auto body = split_body({*text, 1}, result_.key.kind, file, problems_);
        if (const auto message = objection_to_translation(french, body)) {
            problems_.push_back({file, 0, "proposals", *message});
            return;
        }
        auto rendered =
            render_texts(body, translated_targets(french, body, targets), file, problems_);
        const bool same = rendered.picture.has_value() == picture.has_value() &&
                          (!picture || rendered.picture->file == picture->file);
        if (!same || (picture && rendered.picture->alternative.empty()))
            problems_.push_back({file, 0, "picture",
                                 "must be the one of the French text, with an alternative text"});
        result_.question.english = std::move(rendered.texts);
    }

    void read_help(const SourcePart& part) {
        auto rendered = render_instruction(part.text, file_, part.line, problems_);
        if (rendered.picture) refuse(part.line, "help", "shows no picture: remove it");
        if (rendered.html.empty()) refuse(part.line, "help", "is empty: fill it in");
        if (rendered.html.size() > format::help_bytes_max)
            refuse(
                part.line, "help",
                fmt::format("is longer than {} bytes of HTML: shorten it", format::help_bytes_max));
        result_.help_html = std::move(rendered.html);
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
