// SPDX-License-Identifier: Apache-2.0
#include "authoring/markdown.hpp"

#include <cmark.h>

#include <cstdlib>
#include <memory>

namespace preau::authoring {

namespace {

struct NodeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Node = std::unique_ptr<cmark_node, NodeFree>;

struct IteratorFree {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

Node parse(const std::string& markdown) {
    return Node(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
}

std::string html_of(cmark_node* node) {
    const std::unique_ptr<char, decltype(&std::free)> html(cmark_render_html(node, CMARK_OPT_SAFE),
                                                           &std::free);
    return html.get();
}

/// Calls visit(node) once for each node, parents first.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
    const std::unique_ptr<cmark_iter, IteratorFree> iterator(cmark_iter_new(root));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event == CMARK_EVENT_ENTER) visit(cmark_iter_get_node(iterator.get()));
    }
}

/// What the author must do about a node that the page does not take; null when it does.
const char* objection(cmark_node_type type) {
    switch (type) {
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
        case CMARK_NODE_CUSTOM_BLOCK:
        case CMARK_NODE_CUSTOM_INLINE:
            return "HTML is not allowed: write Markdown; put `<` between backquotes";
        case CMARK_NODE_LINK:
            return "links are not allowed, the room has no internet: write the address as `code`";
        case CMARK_NODE_HEADING:
            return "titles are not allowed: write a paragraph";
        case CMARK_NODE_THEMATIC_BREAK:
            return "rules are not allowed: remove the line";
        default:
            return nullptr;
    }
}

bool is_proposal_node(cmark_node_type type) {
    return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_TEXT ||
           type == CMARK_NODE_CODE || type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
}

/// Some inline nodes carry no line of their own: their block does.
int line_of(cmark_node* node) {
    while (node != nullptr && cmark_node_get_start_line(node) == 0) node = cmark_node_parent(node);
    return node == nullptr ? 1 : cmark_node_get_start_line(node);
}

std::string plain_text(cmark_node* root) {
    std::string text;
    walk(root, [&](cmark_node* node) {
        if (const char* literal = cmark_node_get_literal(node)) text += literal;
        if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) text += ' ';
    });
    return text;
}

bool is_alone(cmark_node* node) {
    auto* parent = cmark_node_parent(node);
    auto* grandparent = cmark_node_parent(parent);
    return cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH &&
           cmark_node_first_child(parent) == node && cmark_node_next(node) == nullptr &&
           cmark_node_get_type(grandparent) == CMARK_NODE_DOCUMENT;
}

class InstructionReader {
  public:
    InstructionReader(const std::string& file, int first_line, Problems& problems)
        : file_(file), first_line_(first_line), problems_(problems) {}

    void visit(cmark_node* node) {
        if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) return take_picture(node);
        if (const char* message = objection(cmark_node_get_type(node))) refuse(node, message);
        // The language of a code block would become an attribute; the page has no use for it.
        if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) cmark_node_set_fence_info(node, "");
    }

    /// Only after the walk: an iterator does not survive an unlinked node.
    void remove_picture() {
        if (picture_node_ == nullptr) return;
        auto* paragraph = cmark_node_parent(picture_node_);
        cmark_node_unlink(paragraph);
        cmark_node_free(paragraph);
    }

    std::optional<RenderedInstruction::Picture> picture;

  private:
    int line(cmark_node* node) const { return line_of(node) + first_line_ - 1; }

    /// An opening and a closing tag, or two links of one line, are one mistake.
    void refuse(cmark_node* node, const char* message) {
        Problem problem{file_, line(node), "instruction", message};
        if (problems_.empty() || problems_.back().text() != problem.text())
            problems_.push_back(std::move(problem));
    }

    void take_picture(cmark_node* node) {
        if (picture) return refuse(node, "a question shows at most one picture: keep one");
        if (!is_alone(node)) return refuse(node, "a picture stands alone, between two empty lines");
        if (*cmark_node_get_title(node) != '\0')
            return refuse(node, "a picture has no title: write ![alternative text](file)");
        picture = {cmark_node_get_url(node), plain_text(node), line(cmark_node_parent(node))};
        picture_node_ = node;
    }

    const std::string& file_;
    int first_line_;
    Problems& problems_;
    cmark_node* picture_node_ = nullptr;
};

std::string trimmed(std::string html) {
    while (html.ends_with('\n')) html.pop_back();
    return html;
}

}  // namespace

RenderedInstruction render_instruction(const std::string& markdown, const std::string& file,
                                       int first_line, Problems& problems) {
    const auto document = parse(markdown);
    InstructionReader reader(file, first_line, problems);
    walk(document.get(), [&](cmark_node* node) { reader.visit(node); });
    reader.remove_picture();
    return {trimmed(html_of(document.get())), reader.picture};
}

std::string render_proposal(const std::string& markdown, const std::string& file, int line,
                            Problems& problems) {
    const auto document = parse(markdown);
    bool fits = cmark_node_first_child(document.get()) == cmark_node_last_child(document.get());
    walk(document.get(),
         [&](cmark_node* node) { fits = fits && is_proposal_node(cmark_node_get_type(node)); });
    auto html = trimmed(html_of(document.get()));
    if (!fits || !html.starts_with("<p>") || !html.ends_with("</p>")) {
        problems.push_back({file, line, "proposals",
                            "a proposal is one line of text, *emphasis* and `code` only; escape "
                            "other Markdown signs with \\"});
        return {};
    }
    return html.substr(3, html.size() - 7);
}

}  // namespace preau::authoring
