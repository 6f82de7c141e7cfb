// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace preau::agent {

/// What may come to a box: the kinds of file that its inbox knows.
enum class InboxKind {
    root,
    timestamp,
    certificate,
    parcel,       ///< `<session>.parcel`
    receipt,      ///< `<session>.receipt`
    stored,       ///< `<session>.stored`
    publication,  ///< `<session>.publication.json`
    pack,         ///< `packs/<hash>/pack.json`, `pack.pub.age`, `pack.sec.age`
};

/// The kind of a file by its name in the inbox, written with '/'; nothing for any other name, so
/// that neither a platform nor a stick can choose where a file goes.
std::optional<InboxKind> inbox_kind(std::string_view name);

/// The largest that is accepted.
std::size_t bytes_max(InboxKind kind);

}  // namespace preau::agent
