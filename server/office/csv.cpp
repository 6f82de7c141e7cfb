// SPDX-License-Identifier: Apache-2.0
#include "office/csv.hpp"

#include <algorithm>

namespace preau::office {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr char kSeparator = ';';

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    std::vector<CsvRow> rows() {
        while (at_ < text_.size()) {
            row_.line = line_;
            read_row();
            const bool blank = std::ranges::all_of(row_.cells, &std::string::empty);
            if (!blank) rows_.push_back(row_);
            row_.cells.clear();
        }
        return std::move(rows_);
    }

  private:
    void read_row() {
        bool more = true;
        while (more) {
            row_.cells.push_back(
                trimmed(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain()));
            more = at_ < text_.size() && text_[at_] == kSeparator;
            if (more) ++at_;
        }
        end_line();
    }

    std::string plain() {
        const auto end = std::min(text_.find_first_of(";\r\n", at_), text_.size());
        std::string cell(text_.substr(at_, end - at_));
        at_ = end;
        return cell;
    }

    std::string quoted() {
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            const bool doubled = text_.substr(at_, 2) == "\"\"";
            if (text_[at_] == '"' && !doubled) break;
            if (doubled) ++at_;
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        at_ = std::min(at_ + 1, text_.size());
        return cell + plain();  // what follows a closing quote belongs to the cell
    }

    void end_line() {
        if (text_.substr(at_, 2) == "\r\n") ++at_;
        if (at_ < text_.size()) ++at_;
        ++line_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    CsvRow row_;
    std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return CsvReader(text).rows();
}

}  // namespace preau::office
