// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./places.mjs";

const lines = readFileSync(join(project, "sync/tool/demo/roster.csv"), "utf8")
  .trim()
  .split(/\r?\n/);

/** The class of the demo, numbered as the box numbers it. */
export const pupils = lines.slice(1).map((line, index) => {
  const [last_name, first_name, born, group, extra] = line.split(";");
  const [day, month, year] = born.split("/");
  const birthdate = `${year}-${month}-${day}`;
  return {
    number: index + 1,
    last_name,
    first_name,
    day,
    month,
    year,
    birthdate,
    group,
    extra: Number(extra),
  };
});

export const pupilNamed = (last_name, first_name) =>
  pupils.find(
    (pupil) => pupil.last_name === last_name && (!first_name || pupil.first_name === first_name),
  );
