// SPDX-License-Identifier: Apache-2.0
// A room of invented candidates behind the real invigilator's page: as many as a test wants, who all
// change when it says so. It stands in for a box whose speed is not what is measured.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { pages } from "./places.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const hour = 3_600_000;

export class MockRoom {
  session = { number: "123456", invigilator_password: "bcd234" };
  #streams = new Set();

  static async of(size) {
    const room = new MockRoom(size);
    room.server.listen(0, "127.0.0.1");
    await once(room.server, "listening");
    room.origin = `http://examen.lan:${room.server.address().port}`;
    return room;
  }

  constructor(size) {
    this.cards = Array.from({ length: size }, (_, place) => working(place + 1));
    this.server = createServer((request, response) => this.#answer(request, response));
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Everybody was heard a moment ago. */
  pushSilences() {
    this.#push("seen", { seen: this.cards.map(({ number }) => [number, 800]) });
  }

  /** Pushes the cards of these candidates, each with one more answer. */
  pushAnswers(numbers) {
    for (const number of numbers) {
      const card = this.cards[number - 1];
      card.answered = (card.answered + 1) % 32;
      this.#push("candidate", card);
    }
  }

  #answer(request, response) {
    const { pathname } = new URL(request.url, "http://room");
    if (pathname.endsWith("/enter")) return json(response, { token: "0", view: this.#view() });
    if (pathname.endsWith("/stream")) return this.#open(response);
    const name = pathname === "/surveillant" ? "surveillant/index.html" : pathname.slice(1);
    const type = types[extname(name)];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": type }).end(readFileSync(join(pages, name)));
  }

  #open(response) {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    this.#streams.add(response);
    response.on("close", () => this.#streams.delete(response));
    this.#push("session", this.#view());
  }

  #push(name, data) {
    for (const stream of this.#streams)
      stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #view() {
    const none = { absent: 0, present: 0, authorised: 0, finished: 0, to_handle: 0 };
    return {
      session: {
        number: this.session.number,
        site: "Collège des Tilleuls",
        room: "Gymnase",
        date: "2026-11-25",
        time: "09:00",
        examiner: "Mme Roche",
        access_code: "BKTW42",
        finalised: false,
        pack_title: "Questions",
        lockdown: "none",
      },
      paused: false,
      invigilators: [],
      messages: [],
      second_copy: { state: "unknown", reason: null, required: false, waived: false },
      seats: { ready: 0, attention: 0 },
      seal: { state: "open", size: 0, root: null, received_at: null, code: null },
      counts: { ...none, enrolled: this.cards.length, in_progress: this.cards.length },
      candidates: this.cards,
      box_time: new Date().toISOString(),
    };
  }
}

function json(response, body) {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

function working(number) {
  return {
    number,
    last_name: `Élève ${String(number).padStart(3, "0")}`,
    first_name: "Camille",
    birthdate: "2010-03-14",
    group: "3e B",
    seat: String(number),
    extra_time_percent: 0,
    way: "identity",
    phase: "in_progress",
    flags: [],
    urgency: null,
    report: null,
    interruption: null,
    answered: number % 32,
    question_count: 32,
    clock: { remaining_ms: hour + number * 1000, running: true },
    started_at: new Date(Date.now() - hour).toISOString(),
    ends_at: new Date(Date.now() + hour).toISOString(),
    added_ms: 0,
    authorised_left_ms: null,
    seen_ms: 800,
    incidents: 0,
    lockdown: { kind: "none", version: "" },
    finish_reason: null,
    abort_reason: null,
    needs_abort_reason: true,
  };
}
