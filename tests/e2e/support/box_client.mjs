// SPDX-License-Identifier: Apache-2.0
// The box's API, for those of the room who have no browser in a test.
import { randomBytes } from "node:crypto";

const unlocked = { kind: "none", version: "" };

/** Sixteen random bytes in hexadecimal: a station's token, or the name of one act. */
export const newId = () => randomBytes(16).toString("hex");

export class BoxClient {
  session = "";

  constructor(root) {
    this.root = root;
  }

  async isThere() {
    const response = await this.#fetch("/surveillant").catch(() => undefined);
    return response?.ok ?? false;
  }

  /** Up, and its session was given the code of the day. */
  async isUnlocked() {
    const screen = `/api/v1/screen?session=${this.session}`;
    const response = await this.#fetch(screen).catch(() => undefined);
    return response?.ok ?? false;
  }

  async enter(password, name = "Camille Roy") {
    const body = { session: this.session, password, name };
    const { token } = await this.call("POST", "/invigilation/enter", { body });
    return new Invigilator(this, token);
  }

  /** `who`: a pupil, or {code}, the personal code of a slip. */
  async join({ last_name, first_name, birthdate, code }, { seat = "", lockdown = unlocked } = {}) {
    const token = newId();
    const who = code ? { code } : { last_name, first_name, birthdate };
    const body = { session: this.session, token, seat, lockdown, ...who };
    const { view } = await this.call("POST", "/candidates/join", { body });
    return new Candidate(this, token, view);
  }

  /** Who sits at a station that has this token. */
  candidate(token) {
    return new Candidate(this, token);
  }

  /** The reply's JSON; throws what the box refused. */
  async call(method, path, { token, body, key } = {}) {
    const headers = { "X-Preau": "1", "Content-Type": "application/json" };
    if (token) headers.Authorization = `Bearer ${token}`;
    if (key) headers["Idempotency-Key"] = key;
    const response = await this.#fetch(`/api/v1${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    const reply = await response.json();
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${reply.code}, ${reply.title}`);
    return reply;
  }

  // A connection each: those that wait would count among the few that one address may hold.
  #fetch(path, options = {}) {
    return fetch(this.root + path, {
      redirect: "manual",
      ...options,
      headers: { ...options.headers, Connection: "close" },
    });
  }
}

class Invigilator {
  constructor(client, token) {
    this.client = client;
    this.token = token;
  }

  look() {
    return this.client.call("GET", "/invigilation/session", this);
  }

  async card(number) {
    return (await this.look()).candidates.find((card) => card.number === number);
  }

  /** What the box keeps of a candidate besides the card: timeline, code, incidents. */
  sheet({ number }) {
    return this.client.call("GET", `/invigilation/candidates/${number}`, this);
  }

  /** The stations that were checked. */
  async seats() {
    return (await this.client.call("GET", "/invigilation/seats", this)).seats;
  }

  /** A message to the room. */
  say(text) {
    return this.#call("POST", "/invigilation/messages", { text });
  }

  confirm(pupil) {
    return this.act("PUT", pupil, "presence", { present: true });
  }

  resume(pupil) {
    return this.act("POST", pupil, "resume");
  }

  settle(pupil, accept, category = "") {
    return this.act("POST", pupil, "report", { accept, category });
  }

  addTime(pupil, minutes, reason = "Panne") {
    return this.act("POST", pupil, "time", { minutes, reason });
  }

  pause(pupil, paused) {
    return this.act("PUT", pupil, "pause", { paused });
  }

  end(pupil, reason = "technical", note = "") {
    return this.act("POST", pupil, "end", { reason, note });
  }

  pauseRoom(paused) {
    return this.#call("PUT", "/invigilation/pause", { paused });
  }

  /** Any other act on one candidate. */
  act(method, { number }, name, body = {}) {
    return this.#call(method, `/invigilation/candidates/${number}/${name}`, body);
  }

  /** Closes the session; `reasonOf(card)` says why a test that needs a reason was not finished. */
  async finalise(reasonOf = () => "technical") {
    const { candidates } = await this.look();
    const unfinished = candidates.filter((card) => card.needs_abort_reason);
    const abort_reasons = unfinished.map((card) => ({
      candidate: card.number,
      reason: reasonOf(card),
    }));
    return this.#call("POST", "/invigilation/finalise", { abort_reasons });
  }

  #call(method, path, body) {
    return this.client.call(method, path, { token: this.token, key: newId(), body });
  }
}

class Candidate {
  constructor(client, token, view) {
    this.client = client;
    this.token = token;
    this.view = view;
  }

  async look() {
    return (this.view = await this.client.call("GET", "/candidates/me", this));
  }

  async start(access_code) {
    const path = "/candidates/me/start";
    this.view = await this.client.call("POST", path, { token: this.token, body: { access_code } });
  }

  /** Passes questions until `answered` are answered. */
  passUntil(answered) {
    return this.answerUntil(answered, () => "#ABAND#");
  }

  /** Answers questions with what `valueOf(question)` says until `answered` are answered. */
  async answerUntil(answered, valueOf) {
    while (this.view.phase === "in_progress" && this.view.answered < answered) {
      const { number, item } = this.view.question;
      const reply = await this.client.call("PUT", `/candidates/me/answers/${number}`, {
        token: this.token,
        key: newId(),
        body: { item, value: valueOf(this.view.question) },
      });
      this.view = reply.view;
    }
  }
}
