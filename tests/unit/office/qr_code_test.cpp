// SPDX-License-Identifier: Apache-2.0
#include "office/qr_code.hpp"

#include "support/catch.hpp"

#include <algorithm>

using namespace preau;

namespace {

using Rows = std::vector<std::string>;

/// Reads a code of version 2 or 3, level M, one block, as a camera that sees every module: enough
/// to know that what is drawn says the text. ISO/IEC 18004, 6.3 to 6.9.
class Reader {
  public:
    explicit Reader(const Rows& rows) : rows_(rows), width_(static_cast<int>(rows.size())) {}

    std::string text() {
        collect();
        REQUIRE(take(4) == 0b0100);  // bytes
        std::string text(take(8), ' ');
        for (auto& c : text) c = static_cast<char>(take(8));
        return text;
    }

    /// Level and mask: five bits under the fixed pattern of format information.
    unsigned format() const {
        constexpr unsigned kPattern = 0b10101;
        unsigned bits = 0;
        for (int column = 0; column < 5; ++column)
            bits = bits * 2 + static_cast<unsigned>(dark(8, column));
        return bits ^ kPattern;
    }

  private:
    bool dark(int row, int column) const {
        return rows_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)] == '1';
    }
    bool is_function(int row, int column) const {
        const bool corner = (row < 9 && column < 9) || (row < 9 && column >= width_ - 8) ||
                            (row >= width_ - 8 && column < 9);
        const int centre = width_ - 7;
        const bool alignment = std::abs(row - centre) <= 2 && std::abs(column - centre) <= 2;
        return corner || alignment || row == 6 || column == 6;
    }
    static bool masked(unsigned mask, int r, int c) {
        switch (mask) {
            case 0:
                return (r + c) % 2 == 0;
            case 1:
                return r % 2 == 0;
            case 2:
                return c % 3 == 0;
            case 3:
                return (r + c) % 3 == 0;
            case 4:
                return (r / 2 + c / 3) % 2 == 0;
            case 5:
                return r * c % 2 + r * c % 3 == 0;
            case 6:
                return (r * c % 2 + r * c % 3) % 2 == 0;
            default:
                return ((r + c) % 2 + r * c % 3) % 2 == 0;
        }
    }
    void collect() {
        bool up = true;
        for (int right = width_ - 1; right > 0; right -= 2, up = !up) {
            if (right == 6) --right;
            for (int step = 0; step < width_; ++step)
                for (const int column : {right, right - 1})
                    read(up ? width_ - 1 - step : step, column);
        }
    }
    void read(int row, int column) {
        if (is_function(row, column)) return;
        bits_.push_back(dark(row, column) != masked(format() % 8, row, column));
    }
    unsigned take(int count) {
        unsigned value = 0;
        for (; count > 0; --count) value = value * 2 + static_cast<unsigned>(bits_.at(next_++));
        return value;
    }

    const Rows& rows_;
    int width_;
    std::vector<bool> bits_;
    std::size_t next_ = 0;
};

Rows code_of(std::string_view text) {
    auto rows = office::qr_code(text);
    REQUIRE(rows.has_value());
    return std::move(*rows);
}

}  // namespace

TEST_CASE("qr code: a text that no code can hold has none") {
    CHECK_FALSE(office::qr_code("").has_value());
    CHECK_FALSE(office::qr_code(std::string(2332, 'a')).has_value());
    CHECK(code_of(std::string(2331, 'a')).size() == 177);
}

TEST_CASE("qr code: it is a square of dark and light modules with three finders") {
    for (const std::size_t length : {1u, 30u, 300u, 1500u}) {
        const auto rows = code_of(std::string(length, 'x'));
        CHECK((rows.size() - 17) % 4 == 0);
        for (const auto& row : rows) {
            CHECK(row.size() == rows.size());
            CHECK(row.find_first_not_of("01") == std::string::npos);
        }
        CHECK(rows.front().starts_with("11111110"));
        CHECK(rows.front().ends_with("01111111"));
        CHECK(rows.back().starts_with("11111110"));
    }
}

TEST_CASE("qr code: what is read is the text, byte for byte") {
    for (const std::string text : {"http://examen.lan/#123456", "http://192.168.100.100:8080/#1",
                                   "http://10.0.0.1/#123456.ABC234", "l’élève, à côté\n\x01é!"}) {
        const auto rows = code_of(text);
        INFO(text << " " << rows.size());
        Reader reader(rows);
        CHECK(reader.format() / 8 == 0);  // level M
        CHECK(reader.text() == text);
    }
}

TEST_CASE("qr code: the same text gives the same code, another text another one") {
    CHECK(code_of("http://examen.lan/#123456") == code_of("http://examen.lan/#123456"));
    CHECK(code_of("http://examen.lan/#123456") != code_of("http://examen.lan/#123457"));
}
