// SPDX-License-Identifier: Apache-2.0
// The cable between one station and the box, which breaks in the ways that cables break.
import { once } from "node:events";
import { connect, createServer } from "node:net";

let stations = 1;

export class Line {
  /** The box holds a few connections for each address: each station has its own. */
  #address = `127.0.0.${++stations}`;
  #pairs = new Set();
  #server;
  #unplugged = false;
  #swallowing = false;

  /** `onBox(box)` hears of each connection to the box that goes through it, a socket. */
  static async to(boxPort, onBox = () => {}) {
    const line = new Line(boxPort, onBox);
    await line.#listen(0);
    return line;
  }

  constructor(boxPort, onBox) {
    this.boxPort = boxPort;
    this.onBox = onBox;
  }

  /** The exam room's name, at the port of this line. */
  get origin() {
    return `http://examen.lan:${this.port}`;
  }

  /** Nobody listens any more: connections are refused and those under way end. */
  async stopListening() {
    this.#server.close();
    this.#endAll();
  }

  /** Nothing moves either way, and nobody is told. What was on its way comes late. */
  async unplug() {
    this.#unplugged = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** The box gets all, and its replies never arrive. */
  async swallowReplies() {
    this.#swallowing = true;
  }

  async restore() {
    if (this.#swallowing) this.#endAll();
    this.#swallowing = false;
    this.#unplugged = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
    if (!this.#server.listening) await this.#listen(this.port);
  }

  close() {
    this.#server.close();
    this.#endAll();
  }

  async #listen(port) {
    this.#server = createServer((station) => this.#join(station)).listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    this.port = this.#server.address().port;
  }

  #join(station) {
    const box = connect({
      host: "127.0.0.1",
      port: this.boxPort,
      localAddress: this.#address,
    });
    const pair = [station, box];
    this.#pairs.add(pair);
    station.on("data", (bytes) => box.write(bytes));
    this.onBox(box);
    box.on("data", (bytes) => {
      if (!this.#swallowing) station.write(bytes);
    });
    for (const [socket, other] of [pair, pair.toReversed()]) {
      socket.setNoDelay(true);
      socket.on("error", () => {}); // "close" follows
      socket.on("close", () => {
        this.#pairs.delete(pair);
        other.destroySoon();
      });
      if (this.#unplugged) socket.pause();
    }
  }

  #endAll() {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }
}
