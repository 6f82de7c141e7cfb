// SPDX-License-Identifier: Apache-2.0
#include "importers/yaml_lists.hpp"

#include <fmt/format.h>

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

namespace preau::importers {

namespace {

constexpr std::size_t kBytesMax = 64 * 1024;

/// Thrown through the parser, which knows no other way to stop; caught by read_yaml_lists.
struct Refused {
    int line;
    std::string_view why;
};

/// Takes the events of a map of lists and refuses all others.
class ListsBuilder : public YAML::EventHandler {
  public:
    std::vector<YamlList> lists;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { scalar(mark, ""); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Refused{mark.line, "aliases are not accepted"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  const std::string& value) override {
        scalar(mark, value);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        if (in_map_) throw Refused{mark.line, "a map inside a map"};
        in_map_ = true;
    }
    void OnMapEnd() override {}
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        if (!in_map_ || in_list_ || !key_read_) throw Refused{mark.line, "a list out of place"};
        in_list_ = true;
    }
    void OnSequenceEnd() override { in_list_ = key_read_ = false; }

  private:
    void scalar(const YAML::Mark& mark, const std::string& value) {
        if (!in_map_) throw Refused{mark.line, "a text without its key"};
        if (!key_read_) {
            lists.push_back({value, {}});
            key_read_ = true;
            return;
        }
        lists.back().values.push_back(value);
        if (!in_list_) key_read_ = false;
    }

    bool in_map_ = false;
    bool in_list_ = false;
    bool key_read_ = false;
};

Failure<Error> refused(int line, std::string_view why) {
    return fail(Error::malformed(fmt::format("YAML, line {}: {}", line + 1, why)));
}

}  // namespace

Result<std::vector<YamlList>> read_yaml_lists(std::string_view yaml) {
    if (yaml.size() > kBytesMax) return refused(0, "too long");
    std::istringstream input{std::string(yaml)};
    ListsBuilder builder;
    try {
        YAML::Parser parser(input);
        parser.HandleNextDocument(builder);
        ListsBuilder second;
        if (parser.HandleNextDocument(second)) return refused(0, "more than one document");
    } catch (const Refused& problem) {
        return refused(problem.line, problem.why);
    } catch (const YAML::Exception& problem) {
        return refused(problem.mark.line, problem.msg);
    }
    return std::move(builder.lists);
}

}  // namespace preau::importers
