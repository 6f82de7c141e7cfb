// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"

namespace preau::pack {

/// Content of pack.pub: nothing in it helps to answer.
struct PublicPart {
    Kind kind = Kind::certification;
    std::string language;
    std::string licence;
    std::vector<Question> questions;  ///< in the order of the items, strictly increasing
    std::map<std::string, Bytes, std::less<>> media;  ///< each shown by a question
};

/// Content of pack.sec: what a candidate must never see.
struct SecretPart {
    adaptive::CertificationVersion certification_version;
    std::vector<adaptive::Item> items;
    std::vector<answers::Key> keys;      ///< same index as the items
    std::vector<std::string> help_html;  ///< same index, practice only; empty otherwise
};

/// The one spelling of each part.
std::string write_public(const PublicPart& part);
std::string write_secret(const SecretPart& part);

/// The error names the record. A type of question that this version does not know is refused with
/// its name.
Result<PublicPart> read_public(ByteView bytes);
/// `questions` are those of the public part: kind and format of the keys come from there, and both
/// parts must speak of the same questions.
Result<SecretPart> read_secret(ByteView bytes, const std::vector<Question>& questions);

}  // namespace preau::pack
