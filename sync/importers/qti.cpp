// SPDX-License-Identifier: Apache-2.0
#include "importers/qti.hpp"

#include "base/file.hpp"
#include "importers/pictures.hpp"
#include "importers/qti_response.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preau::importers {

namespace {

constexpr std::array kInteractions = {"choiceinteraction", "orderinteraction", "matchinteraction",
                                      "textentryinteraction", "inlinechoiceinteraction"};
constexpr std::array kFeedback = {"modalfeedback", "feedbackblock", "feedbackinline",
                                  "rubricblock"};
constexpr std::size_t kPictureBytesMax = 256 * 1024;

bool is_one_of(std::string_view name, std::span<const char* const> names) {
    return std::ranges::find(names, name) != names.end();
}

class ItemReader {
  public:
    ItemReader(const pugi::xml_node& item, const std::filesystem::path& folder,
               const Defaults& defaults, Imported& imported)
        : item_(item), folder_(folder), imported_(imported), responses_(qti_responses(item)) {
        draft_.origin = plain_attribute(item, "identifier");
        draft_.title = plain_attribute(item, "title");
        if (draft_.title.empty()) draft_.title = draft_.origin;
        draft_.competence = defaults.competence;
        draft_.tube = defaults.tube;
    }

    void read() {
        const auto bodies = descendants(item_, "itembody");
        if (bodies.empty()) return leave_out("it has no itemBody");
        auto body = bodies.front();
        const auto interactions = interactions_of(body);
        if (!interactions) return;
        note_losses();
        if (!read_answer(*interactions)) return;
        for (const auto& interaction : *interactions)
            interaction.parent().remove_child(interaction);
        take_instruction(inner_xml(body));
        imported_.drafts.push_back(std::move(draft_));
    }

  private:
    using Nodes = std::vector<pugi::xml_node>;

    void leave_out(std::string why) { imported_.leave_out(draft_.origin, std::move(why)); }
    void lose(std::string what) { imported_.lose(draft_.origin, std::move(what)); }

    std::optional<Nodes> interactions_of(const pugi::xml_node& body) {
        Nodes found;
        struct Walker : pugi::xml_tree_walker {
            bool for_each(pugi::xml_node& node) override {
                if (plain_name(node).ends_with("interaction")) nodes.push_back(node);
                return true;
            }
            Nodes nodes;
        } walker;
        auto root = body;
        root.traverse(walker);
        for (const auto& node : walker.nodes)
            if (!is_one_of(plain_name(node), kInteractions)) {
                leave_out(fmt::format("the interaction {} has no counterpart", node.name()));
                return std::nullopt;
            }
        if (walker.nodes.empty()) leave_out("it asks for no answer");
        return walker.nodes.empty() ? std::nullopt : std::optional(std::move(walker.nodes));
    }

    void note_losses() {
        for (const auto* name : kFeedback)
            if (!descendants(item_, name).empty()) lose(fmt::format("its {}", name));
        for (const auto& processing : descendants(item_, "responseprocessing"))
            if (plain_attribute(processing, "template").empty() && processing.first_child())
                lose("its own response processing: the right answers are those declared");
        if (plain_attribute(item_, "timedependent") == "true")
            lose("timeDependent: set timer_seconds");
        lose("calibration: discriminant 1.0 and difficulty 0.0 are to be set");
    }

    bool read_answer(const Nodes& interactions) {
        const auto name = plain_name(interactions.front());
        const bool fields = std::ranges::all_of(interactions, [](const auto& node) {
            return plain_name(node) == "textentryinteraction" ||
                   plain_name(node) == "inlinechoiceinteraction";
        });
        if (fields)
            return interactions.size() == 1 ? read_entry(interactions.front())
                                            : read_fields(interactions);
        if (interactions.size() > 1) {
            leave_out("it mixes several interactions");
            return false;
        }
        const auto& interaction = interactions.front();
        take_prompt(interaction);
        if (name == "choiceinteraction") return read_choice(interaction);
        if (name == "orderinteraction") return read_order(interaction);
        return read_match(interaction);
    }

    const QtiResponse* response_of(const pugi::xml_node& interaction) {
        const auto found = responses_.find(plain_attribute(interaction, "responseidentifier"));
        if (found == responses_.end() || found->second.correct.empty()) {
            leave_out("no right answer is declared");
            return nullptr;
        }
        if (found->second.partial_credit)
            lose("partial credit: only full credit is a right answer");
        return &found->second;
    }

    void take_prompt(const pugi::xml_node& interaction) {
        for (const auto& prompt : descendants(interaction, "prompt"))
            prompt_ += "<p>" + inner_xml(prompt) + "</p>";
        if (plain_attribute(interaction, "shuffle") == "true") lose("shuffle: the order is kept");
    }

    std::string line(const pugi::xml_node& node) {
        const auto converted = html_to_line(inner_xml(node));
        for (const auto& tag : converted.dropped)
            lose(fmt::format("the tag <{}>: its text was kept", tag));
        for (const auto& image : converted.images)
            lose(fmt::format("the picture {}: a proposal is a text", image.source));
        return converted.markdown;
    }

    bool read_choice(const pugi::xml_node& interaction) {
        const auto* response = response_of(interaction);
        if (response == nullptr) return false;
        const bool single = response->correct.size() == 1;
        draft_.kind = single ? answers::Kind::qcu : answers::Kind::qcm;
        if (single && response->cardinality == "multiple")
            lose("several choices allowed with one right: it became a qcu");
        for (const auto& choice : descendants(interaction, "simplechoice")) {
            const auto identifier = plain_attribute(choice, "identifier");
            draft_.lines.push_back({.text = line(choice), .right = response->accepts(identifier)});
        }
        return true;
    }

    bool read_order(const pugi::xml_node& interaction) {
        const auto* response = response_of(interaction);
        if (response == nullptr) return false;
        draft_.kind = answers::Kind::ordering;
        const auto& order = response->correct;
        for (const auto& choice : descendants(interaction, "simplechoice")) {
            const auto place = std::ranges::find(order, plain_attribute(choice, "identifier"));
            draft_.lines.push_back(
                {.text = line(choice), .place = static_cast<int>(place - order.begin()) + 1});
        }
        const bool sorted = std::ranges::is_sorted(draft_.lines, {}, &DraftLine::place);
        if (sorted && draft_.lines.size() > 1) {
            std::ranges::rotate(draft_.lines, draft_.lines.begin() + 1);
            lose("the order shown: it was the right one, the first line went last");
        }
        return true;
    }

    bool read_match(const pugi::xml_node& interaction) {
        const auto* response = response_of(interaction);
        if (response == nullptr) return false;
        draft_.kind = answers::Kind::matching;
        const auto sets = descendants(interaction, "simplematchset");
        if (sets.size() != 2) {
            leave_out("a match interaction has two sets");
            return false;
        }
        std::vector<std::pair<std::string, std::string>> targets;
        for (const auto& choice : descendants(sets[1], "simpleassociablechoice"))
            targets.emplace_back(plain_attribute(choice, "identifier"), line(choice));
        std::vector<std::string> used;
        for (const auto& choice : descendants(sets[0], "simpleassociablechoice"))
            if (!match(*response, choice, targets, used)) return false;
        for (const auto& [identifier, text] : targets)
            if (std::ranges::find(used, identifier) == used.end())
                draft_.lines.push_back({.text = "", .target = text});
        return true;
    }

    bool match(const QtiResponse& response, const pugi::xml_node& choice,
               const std::vector<std::pair<std::string, std::string>>& targets,
               std::vector<std::string>& used) {
        const auto left = plain_attribute(choice, "identifier");
        std::vector<std::string> found;
        for (const auto& [identifier, text] : targets)
            if (response.accepts(left + " " + identifier)) {
                found.push_back(identifier);
                draft_.lines.push_back({.text = line(choice), .target = text});
            }
        if (found.size() == 1) {
            used.push_back(found.front());
            return true;
        }
        leave_out("a line matches none or several of the other side");
        return false;
    }

    void take_treatments(const QtiResponse& response) {
        draft_.treatments = {.t1 = !response.case_sensitive, .t2 = false, .t3 = false};
        if (!response.case_sensitive)
            lose("case does not count: here accents and spaces do not either");
    }

    bool read_entry(const pugi::xml_node& interaction) {
        const auto* response = response_of(interaction);
        if (response == nullptr) return false;
        draft_.kind = answers::Kind::qroc;
        DraftField field;
        take_field(interaction, *response, field);
        draft_.format = field.format;
        draft_.options = field.options;
        draft_.accepted = field.accepted;
        return true;
    }

    bool read_fields(const Nodes& interactions) {
        draft_.kind = answers::Kind::qrocm_ind;
        for (const auto& interaction : interactions) {
            const auto* response = response_of(interaction);
            if (response == nullptr) return false;
            DraftField field;
            field.name = fmt::format("champ-{}", draft_.fields.size() + 1);
            field.label = fmt::format("Réponse {}", draft_.fields.size() + 1);
            take_field(interaction, *response, field);
            draft_.fields.push_back(std::move(field));
            auto gap = interaction.parent().insert_child_before("strong", interaction);
            gap.text().set(fmt::format("({})", draft_.fields.size()).c_str());
        }
        lose("fields inside the text: they follow it, the text has their numbers");
        return true;
    }

    void take_field(const pugi::xml_node& interaction, const QtiResponse& response,
                    DraftField& field) {
        if (plain_name(interaction) == "inlinechoiceinteraction") {
            field.format = answers::Format::select;
            for (const auto& choice : descendants(interaction, "inlinechoice")) {
                field.options.emplace_back(choice.text().get());
                if (response.accepts(plain_attribute(choice, "identifier")))
                    field.accepted.emplace_back(choice.text().get());
            }
            return;
        }
        field.format = response.is_number() ? answers::Format::number : answers::Format::text;
        field.accepted = response.correct;
        if (!response.is_number()) take_treatments(response);
    }

    void take_instruction(const std::string& html) {
        const auto converted = html_to_markdown(html + prompt_);
        draft_.instruction = converted.markdown;
        const auto from_folder = [&](const std::string& source) -> std::optional<Bytes> {
            const std::filesystem::path path(source);
            const bool beside = path.is_relative() && source.find("..") == std::string::npos;
            auto bytes = beside ? read_file(folder_ / path, kPictureBytesMax)
                                : Result<Bytes>(fail(Error::malformed("elsewhere")));
            if (!bytes) return std::nullopt;
            return std::move(*bytes);
        };
        keep_what_fits(draft_, converted, from_folder, imported_);
    }

    pugi::xml_node item_;
    const std::filesystem::path& folder_;
    Imported& imported_;
    std::map<std::string, QtiResponse> responses_;
    std::string prompt_;
    Draft draft_;
};

}  // namespace

Result<Imported> read_qti(std::string_view text, const std::filesystem::path& folder,
                          const Defaults& defaults) {
    pugi::xml_document document;
    if (auto read = read_xml(text, document); !read) return fail(std::move(read.error()));
    const auto items = descendants(document, "assessmentitem");
    if (items.empty())
        return fail(
            Error::malformed("no assessmentItem (QTI 2.1) or qti-assessment-item (QTI 3.0)"));
    Imported imported;
    for (const auto& item : items) ItemReader(item, folder, defaults, imported).read();
    return imported;
}

}  // namespace preau::importers
