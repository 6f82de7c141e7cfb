// SPDX-License-Identifier: Apache-2.0
#include "importers/html_markdown.hpp"

#include "importers/html_entities.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace preau::importers {

namespace {

/// Deeper lists and quotes than any reader follows are shown at this depth.
constexpr int kLevelsMax = 8;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

struct Tag {
    std::string name;
    bool closes = false;
    std::string_view attributes;
};

/// Value of an attribute written with quotes; empty without one.
std::string attribute(std::string_view attributes, std::string_view name) {
    std::size_t at = 0;
    while ((at = attributes.find(name, at)) != std::string_view::npos) {
        const bool begins = at == 0 || is_space(attributes[at - 1]);
        at += name.size();
        if (!begins || at + 1 >= attributes.size() || attributes[at] != '=') continue;
        const char quote = attributes[at + 1];
        if (quote != '"' && quote != '\'') continue;
        const auto end = attributes.find(quote, at + 2);
        return decode_entities(attributes.substr(at + 2, end - at - 2));
    }
    return "";
}

/// Writes Markdown block by block; Markdown's own marks are escaped in what it is given as text.
class MarkdownWriter {
  public:
    void text(std::string_view raw) {
        if (preformatted_) {
            current_ += raw;
            return;
        }
        std::string collapsed;
        for (const char c : raw) {
            const bool space = is_space(c);
            const bool again = collapsed.empty() ? current_.empty() || is_space(current_.back())
                                                 : collapsed.back() == ' ';
            if (!space)
                collapsed += c;
            else if (!again)
                collapsed += ' ';
        }
        current_ += in_code_ ? collapsed : escape_markdown(collapsed);
    }

    void mark(std::string_view sign) { current_ += sign; }
    void line_break() { current_ += preformatted_ ? "\n" : "\\\n"; }
    void code(bool begins) {
        if (!preformatted_) current_ += '`';
        in_code_ = begins;
    }

    void preformatted(bool begins) {
        end_block();
        preformatted_ = begins;
    }

    void open_list(bool ordered) {
        end_block();
        lists_.push_back(ordered ? 1 : 0);
    }
    void close_list() {
        end_block();
        if (!lists_.empty()) lists_.pop_back();
        tight_ = !lists_.empty();
    }
    void open_entry() {
        end_block();
        if (lists_.empty()) return;
        auto& number = lists_.back();
        marker_ = number == 0 ? "- " : std::to_string(number++) + ". ";
    }
    void quote(bool begins) {
        end_block();
        quotes_ += begins ? 1 : (quotes_ > 0 ? -1 : 0);
    }

    void end_block() {
        auto block = std::move(current_);
        current_.clear();
        if (preformatted_) return add("```\n" + trimmed_lines(block) + "\n```");
        while (!block.empty() && is_space(block.back())) block.pop_back();
        while (block.ends_with("\\")) {
            block.pop_back();
            while (!block.empty() && is_space(block.back())) block.pop_back();
        }
        if (!block.empty()) add(std::move(block));
    }

    std::string finish() {
        end_block();
        return std::move(document_);
    }

  private:
    static std::string trimmed_lines(std::string_view block) {
        while (block.starts_with('\n')) block.remove_prefix(1);
        while (block.ends_with('\n')) block.remove_suffix(1);
        return std::string(block);
    }

    std::string indent() const {
        std::string result;
        for (int i = 0; i < std::min(quotes_, kLevelsMax); ++i) result += "> ";
        const auto levels = std::min<std::size_t>(lists_.size(), kLevelsMax);
        for (std::size_t i = 1; i < levels; ++i) result += "   ";
        return result;
    }

    void add(std::string block) {
        const bool in_list = !lists_.empty();
        if (!document_.empty()) document_ += in_list && tight_ ? "\n" : "\n\n";
        const auto margin = indent();
        const std::string hanging =
            in_list ? std::string(marker_.empty() ? 3 : marker_.size(), ' ') : std::string();
        document_ += margin + (in_list && marker_.empty() ? hanging : marker_);
        for (const char c : block) {
            document_ += c;
            if (c == '\n') document_ += margin + hanging;
        }
        marker_.clear();
        tight_ = in_list;
    }

    std::string document_;
    std::string current_;
    std::string marker_;
    std::vector<int> lists_;  ///< next number of each open list, 0 for bullets
    int quotes_ = 0;
    bool tight_ = false;
    bool preformatted_ = false;
    bool in_code_ = false;
};

class HtmlReader {
  public:
    explicit HtmlReader(std::string_view html) : rest_(html) {}

    Converted read() {
        while (!rest_.empty()) {
            const auto tag = rest_.find('<');
            out_.text(decode_entities(rest_.substr(0, tag)));
            if (tag == std::string_view::npos) break;
            rest_.remove_prefix(tag);
            take_markup();
        }
        result_.markdown = out_.finish();
        return std::move(result_);
    }

  private:
    void take_markup() {
        if (rest_.starts_with("<!--")) return skip_to("-->");
        const bool named =
            rest_.size() > 1 && (std::isalpha(static_cast<unsigned char>(rest_[1])) != 0 ||
                                 rest_[1] == '/' || rest_[1] == '!');
        if (!named) {
            out_.text("<");
            rest_.remove_prefix(1);
            return;
        }
        const auto end = rest_.find('>');
        const auto inside = rest_.substr(1, end == std::string_view::npos ? end : end - 1);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        take_tag(parse(inside));
    }

    void skip_to(std::string_view mark) {
        const auto end = rest_.find(mark);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + mark.size());
    }

    static Tag parse(std::string_view inside) {
        Tag tag;
        tag.closes = inside.starts_with('/');
        if (tag.closes) inside.remove_prefix(1);
        const auto end = std::ranges::find_if(
            inside, [](char c) { return is_space(c) || c == '/' || c == '>'; });
        const auto length = static_cast<std::size_t>(end - inside.begin());
        tag.name = lower(inside.substr(0, length));
        tag.attributes = inside.substr(length);
        return tag;
    }

    void take_tag(const Tag& tag) {
        const auto& name = tag.name;
        if (name == "p" || name == "div" || name == "section") return out_.end_block();
        if (name == "br") return out_.line_break();
        if (name == "strong" || name == "b") return out_.mark("**");
        if (name == "em" || name == "i") return out_.mark("*");
        if (name == "code" || name == "tt") return out_.code(!tag.closes);
        if (name == "pre") return out_.preformatted(!tag.closes);
        if (name == "ul" || name == "ol")
            return tag.closes ? out_.close_list() : out_.open_list(name == "ol");
        if (name == "li") return tag.closes ? out_.end_block() : out_.open_entry();
        if (name == "blockquote") return out_.quote(!tag.closes);
        if (name == "img") return take_image(tag);
        if (name == "span") return;
        if (name == "script" || name == "style") skip_to("</" + name + ">");
        drop(tag);
    }

    void take_image(const Tag& tag) {
        result_.images.push_back(
            {attribute(tag.attributes, "src"), attribute(tag.attributes, "alt")});
    }

    void drop(const Tag& tag) {
        constexpr std::array blocks = {"table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr"};
        if (std::ranges::find(blocks, tag.name) != blocks.end()) out_.end_block();
        if (std::ranges::find(result_.dropped, tag.name) == result_.dropped.end())
            result_.dropped.push_back(tag.name);
    }

    std::string_view rest_;
    MarkdownWriter out_;
    Converted result_;
};

}  // namespace

std::string escape_markdown(std::string_view text) {
    constexpr std::string_view special = "\\`*_[]<>&#~";
    std::string escaped;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    const bool starts_list = escaped.starts_with("- ") || escaped.starts_with("+");
    return starts_list ? "\\" + escaped : escaped;
}

Converted html_to_markdown(std::string_view html) { return HtmlReader(html).read(); }

Converted html_to_line(std::string_view html) {
    auto converted = HtmlReader(html).read();
    std::string line;
    for (const char c : converted.markdown) {
        if (c == '\n') {
            if (line.ends_with('\\')) line.pop_back();
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else {
            line += c;
        }
    }
    converted.markdown = std::move(line);
    return converted;
}

}  // namespace preau::importers
