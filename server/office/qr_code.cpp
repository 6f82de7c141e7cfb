// SPDX-License-Identifier: Apache-2.0
#include "office/qr_code.hpp"

#include "base/check.hpp"

#include <cerrno>
#include <memory>
#include <qrencode.h>

namespace preau::office {

namespace {

constexpr std::size_t kBytesMax = 2331;  // version 40, level M, 8-bit
constexpr int kSmallestThatHolds = 0;    // the library's own choice of a version
constexpr unsigned char kDark = 1;       // the other bits are the library's

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

std::string row_of(const QRcode& code, int row) {
    std::string modules;
    for (int column = 0; column < code.width; ++column)
        modules += (code.data[row * code.width + column] & kDark) != 0 ? '1' : '0';
    return modules;
}

}  // namespace

std::optional<std::vector<std::string>> qr_code(std::string_view text) {
    if (text.empty() || text.size() > kBytesMax) return std::nullopt;
    const std::basic_string<unsigned char> bytes(text.begin(), text.end());
    const Code code(QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(),
                                      kSmallestThatHolds, QR_ECLEVEL_M),
                    &QRcode_free);
    PREAU_CHECK(code != nullptr);  // a text of that length always fits
    std::vector<std::string> rows;
    for (int row = 0; row < code->width; ++row) rows.push_back(row_of(*code, row));
    return rows;
}

}  // namespace preau::office
