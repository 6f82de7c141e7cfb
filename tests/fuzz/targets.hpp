// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

/// One function for each reader of bytes that others wrote: whatever it is given, it must end, and
/// neither crash nor abort. Built with -fsanitize=fuzzer, LLVMFuzzerTestOneInput may call any.
namespace preau::fuzz {

void pack_parts(ByteView bytes);     ///< pack.pub, and pack.sec of no question
void pack_manifest(ByteView bytes);  ///< payload of pack.json
void markdown(ByteView bytes);       ///< instruction and proposal
void question(ByteView bytes);       ///< a question's file cut into its parts, its header read
void answer(ByteView bytes);         ///< a candidate's value, for a key of every kind
void imported_xml(ByteView bytes);   ///< QTI items and Moodle XML
void imported_json(ByteView bytes);  ///< a release of Pix

// What travels sealed. Whatever is accepted is written again as the same bytes, or aborts.
void age_file(ByteView bytes);        ///< opened with a known key
void note(ByteView bytes);            ///< signed notes, checkpoints, the notes of a delivery
void envelope(ByteView bytes);        ///< DSSE
void document(ByteView bytes);        ///< the payload of every signed document of server/seal
void bundle(ByteView bytes);          ///< as it is
void bundle_records(ByteView bytes);  ///< the same with the right hash at its end
void journal_header(ByteView bytes);

}  // namespace preau::fuzz
