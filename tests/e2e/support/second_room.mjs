// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programs } from "./places.mjs";

const number = "2002";

/**
 * A session of another room on the same box, with `count` pupils: {session, roster}.
 * `lockdown`: what every seat of it must have.
 */
export async function openSecondRoom(site, count, lockdown = "none") {
  const roster = Array.from({ length: count }, (_one, index) => ({
    number: index + 1,
    last_name: `ÉLÈVE ${lettersOf(index)}`,
    first_name: "Sacha",
    birthdate: `2010-${String(1 + (index % 12)).padStart(2, "0")}-15`,
  }));
  const rosterFile = join(site.folder, "second.csv");
  writeFileSync(rosterFile, csvOf(roster));
  const [pack] = readdirSync(join(site.data, "packs"));
  let session, authorised;
  await site.whileStopped(() => {
    authorised = run("preau-central", [
      ...["authorise", "--data", join(site.data, "central")],
      ...["--pack", join(site.data, "packs", pack), "--roster", rosterFile],
      ...["--box", "BOX-DEMO", "--number", number, "--max-candidates", String(count)],
    ]);
    session = run("preau-box", [
      ...["create-session", "--config", join(site.data, "box.toml")],
      ...["--parcel", authorised.parcel],
      ...["--site", "Lycée de démonstration", "--room", "Salle 202"],
      ...["--date", today(), "--time", "09:00", "--examiner", "Alix Exemple"],
      ...["--lockdown", lockdown],
    ]);
  });
  await site.unlock(session, authorised.code);
  return { session, roster, dayCode: authorised.code };
}

const run = (program, words) => {
  const printed = execFileSync(join(programs, program), words).toString();
  return printed.trim() ? JSON.parse(printed) : undefined;
};

const today = () => new Date().toISOString().slice(0, 10);

/** 0 is AA, 27 is BB: a name has no digits. */
const lettersOf = (index) => String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));

function csvOf(roster) {
  const lines = roster.map(({ last_name, first_name, birthdate }) => {
    const born = birthdate.split("-").reverse().join("/");
    return `${last_name};${first_name};${born};2e A;;`;
  });
  const head = "Nom de naissance;Prénom;Date de naissance;Classe;Temps majoré;Aménagement";
  return `${[head, ...lines].join("\n")}\n`;
}
