// SPDX-License-Identifier: Apache-2.0
#include "importers/source_file.hpp"

#include "answers/normalise.hpp"
#include "importers/html_markdown.hpp"
#include "pack/words.hpp"

#include <fmt/format.h>

#include <cctype>

namespace preau::importers {

namespace {

/// A TOML basic string.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F)
            result += fmt::format("\\u{:04X}", byte);
        else
            result += c;
    }
    return result + "\"";
}

std::string list(const std::vector<std::string>& texts) {
    std::string result = "[";
    for (const auto& text : texts) result += (result.size() > 1 ? ", " : "") + quoted(text);
    return result + "]";
}

/// Plain text, as Markdown that means it.
std::string on_one_line(std::string_view text) {
    auto escaped = escape_markdown(text);
    for (auto& c : escaped)
        if (c == '\n' || c == '\r') c = ' ';
    return escaped;
}

class SourceFile {
  public:
    SourceFile(const Draft& draft, const std::string& stem, const Credit& credit)
        : draft_(draft), stem_(stem), credit_(credit) {}

    std::string text() {
        out_ = "+++\n";
        place();
        conditions();
        answer();
        out_ += "+++\n" + draft_.instruction + "\n";
        picture();
        lines();
        return std::move(out_);
    }

  private:
    void key(std::string_view name, std::string_view value) {
        out_ += fmt::format("{} = {}\n", name, value);
    }

    void place() {
        const auto tube = draft_.competence + "-" + file_stem(draft_.tube);
        key("id", quoted(draft_.competence + "-" + stem_));
        key("type", quoted(pack::word(draft_.kind)));
        key("tube", quoted(tube));
        key("skill", quoted(tube + "-" + (draft_.skill.empty() ? "1" : file_stem(draft_.skill))));
        key("discriminant", number(draft_.discriminant));
        key("difficulty", number(draft_.difficulty));
    }

    static std::string number(double value) {
        const auto digits = fmt::format("{}", value);
        return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
    }

    void conditions() {
        if (draft_.timer_seconds > 0) key("timer_seconds", std::to_string(draft_.timer_seconds));
        if (draft_.focus) key("focus", "true");
        std::vector<std::string> attachments;
        for (const auto& file : draft_.attachments) attachments.push_back(file.name);
        if (!attachments.empty()) key("attachments", list(attachments));
        key("needs_internet", draft_.needs_internet ? "true" : "false");
        key("accessible_blind", draft_.accessible_blind ? "true" : "false");
        key("accessible_colour", draft_.accessible_colour ? "true" : "false");
        key("licence", quoted(credit_.licence));
        key("author", quoted(credit_.author));
    }

    void answer() {
        using enum answers::Kind;
        if (draft_.kind == qroc) {
            key("format", quoted(pack::word(draft_.format)));
            if (!draft_.options.empty()) key("options", list(draft_.options));
            key("accepted", list(draft_.accepted));
        }
        const bool typed =
            draft_.kind == qroc || draft_.kind == qrocm_ind || draft_.kind == qrocm_dep;
        if (typed && draft_.treatments != answers::Treatments{})
            key("treatments", list(pack::treatment_words(draft_.treatments)));
        if (draft_.kind == qrocm_dep) {
            std::string groups;
            for (const auto& group : draft_.groups)
                groups += (groups.empty() ? "" : ", ") + list(group);
            key("groups", "[" + groups + "]");
        }
        if (draft_.kind == qrocm_ind)
            for (const auto& field : draft_.fields) this->field(field);
    }

    void field(const DraftField& field) {
        out_ += fmt::format("[fields.{}]\n", field.name);
        if (field.format != answers::Format::text) key("format", quoted(pack::word(field.format)));
        if (!field.options.empty()) key("options", list(field.options));
        key("accepted", list(field.accepted));
    }

    void picture() {
        if (draft_.picture)
            out_ += fmt::format("\n![{}]({}{})\n", on_one_line(draft_.picture->alternative), stem_,
                                draft_.picture->extension);
    }

    void lines() {
        if (!draft_.lines.empty() || !draft_.fields.empty()) out_ += "\n";
        for (const auto& field : draft_.fields)
            out_ += fmt::format("- [[{}]] {}\n", field.name, field.label);
        for (const auto& line : draft_.lines) out_ += "- " + marked(line) + "\n";
    }

    std::string marked(const DraftLine& line) const {
        using enum answers::Kind;
        switch (draft_.kind) {
            case qcu:
                return (line.right ? "(x) " : "( ) ") + line.text;
            case qcm:
                return (line.right ? "[x] " : "[ ] ") + line.text;
            case ordering:
                return fmt::format("({}) {}", line.place, line.text);
            case matching:
                return fmt::format("{}{}=> {}", line.text, line.text.empty() ? "" : " ",
                                   line.target);
            case qroc:
            case qrocm_ind:
            case qrocm_dep:
                return line.text;
        }
        PREAU_UNREACHABLE();
    }

    const Draft& draft_;
    const std::string& stem_;
    const Credit& credit_;
    std::string out_;
};

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string source_file(const Draft& draft, const std::string& stem, const Credit& credit) {
    return SourceFile(draft, stem, credit).text();
}

std::string file_stem(std::string_view title) {
    constexpr std::size_t kLongest = 40;
    std::string stem;
    std::string word;
    const auto end_word = [&] {
        for (const char c : answers::t1(answers::pretreat(word)))
            if (is_plain(c)) stem += c;
        word.clear();
        if (!stem.empty() && stem.back() != '-') stem += '-';
    };
    for (const char c : title) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
        if (letter)
            word += c;
        else
            end_word();
    }
    end_word();
    if (stem.size() > kLongest) stem.resize(kLongest);
    while (stem.ends_with('-')) stem.pop_back();
    return stem.empty() ? "question" : stem;
}

}  // namespace preau::importers
