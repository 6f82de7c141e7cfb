#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A rehearsal of the bank under the room engine: room_engine.sh BANK PREAU ARGUMENTS-OF-REHEARSE…
set -euo pipefail

bank=$1
preau=$2
shift 2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$bank" "$folder/pack"
sed -i 's/^algorithm = .*/algorithm = "room"/' "$folder/pack/pack.toml"
cat >>"$folder/pack/pack.toml" <<'ROOM'

[certification_version.room]
population_mean = 0.5
population_sd = 1.5
competence_sd = 0.5
lower_asymptote = 0.01
upper_asymptote = 0.98
exposure_max = 0.3
noise = 0.03
ROOM
"$preau" rehearse --pack "$folder/pack" "$@"
