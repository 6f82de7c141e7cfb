// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writePlainPack } from "./plain_pack.mjs";

/**
 * A pack whose certification version says otherwise: `rules` are keys of its pack.toml, such as
 * maximum_assessment_length or assessment_duration_minutes.
 */
export const packWith =
  (rules, pack = writePlainPack) =>
  (folder) => {
    pack(folder);
    const file = join(folder, "pack.toml");
    let text = readFileSync(file, "utf8");
    for (const [key, value] of Object.entries(rules)) {
      const line = new RegExp(`^${key} = .*$`, "m");
      if (!line.test(text)) throw new Error(`pack.toml has no ${key}`);
      text = text.replace(line, `${key} = ${JSON.stringify(value)}`);
    }
    writeFileSync(file, text);
    return folder;
  };
