// SPDX-License-Identifier: Apache-2.0
// One question of each kind, and of each way of asking it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./places.mjs";

const picture = readFileSync(join(project, "sync/packs/bank/1.1/annonce.svg"), "utf8");

export const ordering = {
  name: "ordering",
  header: 'type = "ordering"',
  body: `Rangez ces étapes.

- (2) Le message part de l’ordinateur
- (1) Le message est écrit
- (3) Le message est lu par la personne qui l’attendait depuis le matin`,
};

export const matching = {
  name: "matching",
  header: 'type = "matching"',
  body: `Que contient chaque fichier ?

- \`notes.odt\` => Un texte
- \`classe.csv\` => Un tableau
- \`cour.jpg\` => Une photographie de la cour de récréation prise depuis le toit
- => Un son`,
  english: `What is in each file?

- \`notes.odt\` => A text
- \`classe.csv\` => A table
- \`cour.jpg\` => A photograph of the playground taken from the roof
- => A sound`,
};

export const releve = "mois;ville;prix\nfévrier;Lyon;12\nmars;Brest;31\n";

export const fields = {
  name: "fields",
  header: `type = "qrocm-ind"
attachments = ["releve.csv"]
[fields.ville]
accepted = ["Lyon"]
[fields.prix]
format = "number"
accepted = ["12"]
[fields.mois]
format = "select"
options = ["janvier", "février", "mars"]
accepted = ["février"]`,
  body: `Lisez le relevé.

- [[ville]] Ville de départ
- [[prix]] Prix du billet, en euros
- [[mois]] Mois du voyage`,
  files: { "releve.csv": releve },
};

export const cities = {
  name: "cities",
  header: `type = "qrocm-dep"
groups = [["Brest"], ["Lille", "Lille-Flandres"], ["Nice"]]`,
  body: `Citez deux villes du trajet.

- [[un]] Une ville
- [[deux]] Une autre ville`,
};

export const list = {
  name: "list",
  header: `type = "qroc"
format = "select"
options = ["Un pare-feu", "Un antivirus", "Une sauvegarde"]
accepted = ["Un pare-feu"]`,
  body: "Qu’est-ce qui filtre les connexions ?",
};

export const drawing = {
  name: "drawing",
  header: 'type = "qcm"',
  body: `Que montre cette page ?

![Une page de résultats de recherche.](dessin.svg)

- [x] Des titres
- [ ] Une carte
- [x] Des adresses`,
  files: { "dessin.svg": picture },
};

export const choice = {
  name: "choice",
  header: 'type = "qcu"',
  body: "Quel fichier est une image ?\n\n- (x) `cour.jpg`\n- ( ) `notes.odt`\n- ( ) `classe.csv`",
};

export const word = {
  name: "word",
  header: 'type = "qroc"\nformat = "text"\naccepted = ["messagerie"]',
  body: "Comment appelle-t-on un service qui transporte des messages ?",
};

export const timed = {
  name: "timed",
  header: 'type = "qcu"\ntimer_seconds = 10',
  body: "Combien font deux et deux ?\n\n- ( ) Trois\n- (x) Quatre",
};

export const focus = {
  name: "focus",
  header: 'type = "qcu"\nfocus = true',
  body: "Quel est le plus grand océan ?\n\n- (x) Le Pacifique\n- ( ) L’Atlantique",
};

/** Whatever is pressed, it answers after the candidate stayed in it for a while. */
const slowPage = `<!doctype html>
<html lang="fr">
<title>Boîte</title>
<button id="signaler">Signaler la loterie</button>
<script>
const say = (message) => parent.postMessage({ preau: 1, ...message }, "*");
signaler.onclick = () => setTimeout(() => say({ type: "answer", value: "loterie" }), 1500);
say({ type: "ready" });
</script>
</html>
`;

const simulated = (page, title, more = "") => `type = "qroc"
format = "text"
treatments = []
accepted = ["loterie"]
simulator = { page = "${page}", scene = "scene.json", title = "${title}", height = 300, answers = true }
${more}`;

export const both = {
  name: "both",
  header: simulated("lente", "Boîte lente", "timer_seconds = 75\nfocus = true"),
  body: "Signalez le message suspect.",
  files: { "scene.json": "{}" },
  simulators: { "lente.html": slowPage },
};

/** It says everything that it may not, before it says anything that it may. */
const mailbox = `<!doctype html>
<html lang="fr">
<title>Messagerie</title>
<style>body { font: 1rem sans-serif } button { min-height: 3rem }</style>
<h1>Messages reçus</h1>
<p id="langue"></p>
<p id="monde"></p>
<div id="messages"></div>
<script>
const say = (message) => parent.postMessage(message, "*");
const attempt = (act) => { try { return act(); } catch { return "refusé"; } };
for (const wrong of ["answer", null, 7, [], { type: "answer", value: "faux" },
  { preau: 1, type: "answer" }, { preau: 1, type: "answer", value: 3 },
  { preau: 1, type: "answer", value: "faux", more: true },
  { preau: 1, type: "answer", value: "x".repeat(501) },
  { preau: 1, type: "answer", value: "#ABAND#" },
  { preau: 1, type: "height", pixels: 90000 }, { preau: 1, type: "eval", value: "1" }]) say(wrong);
monde.textContent = [
  attempt(() => parent.document.title),
  attempt(() => document.cookie),
  attempt(() => localStorage.length),
].join(", ");
addEventListener("message", ({ data }) => {
  if (data.preau !== 1 || data.type !== "scene") return;
  langue.textContent = data.language;
  messages.textContent = "";
  for (const name of data.scene.messages) {
    const button = document.createElement("button");
    button.textContent = "Signaler " + name;
    button.onclick = () => say({ preau: 1, type: "answer", value: name });
    messages.append(button);
  }
  say({ preau: 1, type: "height", pixels: 360 });
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") say({ preau: 1, type: "leave" });
});
say({ preau: 1, type: "ready" });
</script>
</html>
`;

const scene = JSON.stringify({ messages: ["facture", "loterie", "judo"] });

export const inside = {
  name: "inside",
  header: simulated("messagerie", "Messagerie de Léa"),
  body: "Signalez le message suspect.",
  english: "Report the message that looks wrong.",
  files: { "scene.json": scene },
  simulators: { "messagerie.html": mailbox },
};

export const explored = {
  name: "explored",
  header: `type = "qroc"
format = "number"
accepted = ["3"]
simulator = { page = "messagerie", scene = "scene.json", title = "Messagerie de Léa", height = 300, answers = false }`,
  body: "Combien de messages Léa a-t-elle reçus ?",
  files: { "scene.json": scene },
  simulators: { "messagerie.html": mailbox },
};
