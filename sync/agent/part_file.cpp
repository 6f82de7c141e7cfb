// SPDX-License-Identifier: Apache-2.0
#include "agent/part_file.hpp"

namespace preau::agent {

PartFile::PartFile(std::filesystem::path path, std::uint64_t bytes_max)
    : path_(std::move(path)), bytes_max_(bytes_max) {
    std::error_code error;
    size_ = std::filesystem::file_size(path_, error);
    if (error || size_ > bytes_max_) size_ = 0;
    file_.open(path_, std::ios::binary | (size_ == 0 ? std::ios::trunc : std::ios::app));
    failed_ = !file_;
}

bool PartFile::append(std::string_view piece) {
    if (failed_ || size_ + piece.size() > bytes_max_) return false;
    file_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    file_.flush();
    failed_ = !file_;
    size_ += piece.size();
    return !failed_;
}

void PartFile::clear() {
    file_.close();
    file_.open(path_, std::ios::binary | std::ios::trunc);
    size_ = 0;
    failed_ = !file_;
}

}  // namespace preau::agent
