// SPDX-License-Identifier: Apache-2.0
// Sends sealed sessions from any PC, by the protocol of docs/formats/upload.md (tus 1.0.0). The
// files are encrypted and signed: this page needs no account and learns nothing.

const chunkBytesMax = 1024 * 1024;
const triesMax = 8;

// Over plain http a browser has no crypto.subtle: FIPS 180-4, in whole words.
const roundConstants = (() => {
  const isPrime = (n) => {
    for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
    return true;
  };
  const words = [];
  for (let n = 2; words.length < 64; n++)
    if (isPrime(n)) words.push(Math.floor((Math.cbrt(n) % 1) * 2 ** 32));
  return Uint32Array.from(words);
})();
const initial = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];

function sha256(bytes) {
  const length = (((bytes.length + 9 + 63) / 64) | 0) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(length - 4, bytes.length * 8);
  const state = Uint32Array.from(initial);
  const words = new Uint32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let at = 0; at < length; at += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15];
      const b = words[i - 2];
      words[i] =
        words[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + words[i - 7] +
        (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const one =
        (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + roundConstants[i] +
          words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
  }
  const out = new Uint8Array(32);
  state.forEach((word, i) => new DataView(out.buffer).setUint32(4 * i, word));
  return out;
}

const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

class Refused extends Error {}

/** The answer, or an error: `Refused` when asking again would not help. */
async function ask(path, method, headers, body) {
  const response = await fetch(path, {
    method,
    body,
    headers: { "Tus-Resumable": "1.0.0", ...headers },
    redirect: "error",
    credentials: "omit",
  });
  if (response.ok || response.status === 409 || response.status === 460) return response;
  const problem = await response.json().catch(() => ({}));
  const title = problem.title ?? `La plateforme a répondu ${response.status}.`;
  const later = response.status === 429 || response.status >= 500 || response.status === 404;
  throw later ? new Error(title) : new Refused(title);
}

async function create(bundle) {
  const metadata = `sig ${base64(bundle.note)},sha256 ${btoa(bundle.hash)}`;
  const response = await ask("/v1/bundles", "POST", {
    "Upload-Length": String(bundle.bytes.length),
    "Upload-Metadata": metadata,
  });
  return response.status === 201 ? new URL(response.headers.get("Location"), location).pathname : null;
}

async function send(bundle, show) {
  const path = await create(bundle);
  if (path === null) return;
  const head = await ask(path, "HEAD", {});
  let offset = Number(head.headers.get("Upload-Offset"));
  while (offset < bundle.bytes.length) {
    show(offset / bundle.bytes.length, "Envoi en cours…");
    const chunk = bundle.bytes.subarray(offset, offset + chunkBytesMax);
    const answer = await ask(
      path,
      "PATCH",
      {
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": String(offset),
        "Upload-Checksum": `sha256 ${base64(sha256(chunk))}`,
      },
      chunk,
    );
    if (answer.status === 204) offset += chunk.length;
    else offset = Number((await ask(path, "HEAD", {})).headers.get("Upload-Offset"));
  }
}

const underway = new Set(["partial", "stored", "verifying"]);

async function verdict(bundle, show) {
  for (;;) {
    const response = await ask(`/v1/bundles/${bundle.hash}`, "GET", {});
    const status = await response.json();
    if (!underway.has(status.state)) return status;
    show(1, "Vérification en cours…");
    await wait(1500);
  }
}

async function deliver(bundle, show) {
  for (let tries = 1; ; tries++) {
    try {
      await send(bundle, show);
      return await verdict(bundle, show);
    } catch (error) {
      if (error instanceof Refused || tries === triesMax) throw error;
      show(undefined, `${error.message} Nouvel essai dans un instant.`);
      await wait(1000 * 2 ** Math.min(tries, 5));
    }
  }
}

const list = document.querySelector("#lots");
const message = document.querySelector("#message");

function line(name) {
  const item = document.createElement("li");
  const title = document.createElement("strong");
  const text = document.createElement("p");
  const bar = document.createElement("progress");
  title.textContent = name;
  bar.setAttribute("aria-label", `Envoi de ${name}`);
  item.append(title, text, bar);
  list.append(item);
  return {
    item,
    show(part, words) {
      text.textContent = words;
      if (part === undefined) bar.removeAttribute("value");
      else bar.value = part;
    },
    end(words) {
      text.textContent = words;
      bar.remove();
    },
  };
}

/** A file to bring back to the box, in `vers-le-boitier`. */
function offer(item, name, content) {
  if (!content) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.textContent = `Enregistrer ${name}`;
  const place = document.createElement("p");
  place.append(link);
  item.append(place);
}

const outcomes = {
  accepted: "Reçu, vérifié et accepté. Rapportez l’accusé au boîtier.",
  duplicate: "Déjà reçu et accepté. Rapportez l’accusé au boîtier.",
  quarantined: "Conservé, mais mis de côté : un responsable de la plateforme doit le regarder.",
  rejected: "Refusé.",
  contested: "Conservé : un autre lot de cette session avait déjà été reçu. Signalez-le.",
};

async function handle(bundle) {
  const shown = line(bundle.name);
  try {
    const status = await deliver(bundle, shown.show);
    shown.end([outcomes[status.state] ?? status.state, status.title].filter(Boolean).join(" "));
    const session = bundle.name.replace(/\.preau$/, "");
    offer(shown.item, `${session}.receipt`, status.receipt);
    if (!status.receipt) offer(shown.item, `${session}.stored`, status.stored);
  } catch (error) {
    shown.end(`Pas envoyé : ${error.message}`);
  }
}

/** Bundles with their notes; a note alone or a bundle alone is named. */
async function take(files) {
  const byName = new Map([...files].map((file) => [file.name, file]));
  const bundles = [...byName.keys()].filter((name) => name.endsWith(".preau"));
  const missing = bundles.filter((name) => !byName.has(`${name}.sig`));
  message.textContent =
    bundles.length === 0
      ? "Choisissez les fichiers .preau et .preau.sig du dossier « vers-la-plateforme »."
      : missing.length > 0
        ? `Il manque ${missing.map((name) => `${name}.sig`).join(", ")} : choisissez les deux fichiers.`
        : "";
  for (const name of bundles.filter((one) => !missing.includes(one))) {
    const bytes = new Uint8Array(await byName.get(name).arrayBuffer());
    const note = new Uint8Array(await byName.get(`${name}.sig`).arrayBuffer());
    await handle({ name, bytes, note, hash: hex(sha256(bytes)) });
  }
}

const input = document.querySelector("#fichiers");
const zone = document.querySelector(".drop");
input.addEventListener("change", () => take(input.files));
for (const kind of ["dragover", "dragleave", "drop"])
  zone.addEventListener(kind, (event) => {
    event.preventDefault();
    zone.classList.toggle("over", kind === "dragover");
    if (kind === "drop") take(event.dataTransfer.files);
  });
