// SPDX-License-Identifier: Apache-2.0
import { Line } from "./line.mjs";

/** Every byte that the box says through its lines, connection by connection, never compressed. */
export class Recorder {
  #connections = [];

  line(boxPort) {
    return Line.to(boxPort, (box) => this.#record(box));
  }

  #record(box) {
    const said = [];
    this.#connections.push(said);
    box.on("data", (bytes) => said.push(bytes));
    // A browser takes compressed files, in which nothing could be found.
    const write = box.write.bind(box);
    box.write = (bytes) => write(withoutCompression(bytes));
  }

  get connections() {
    return this.#connections.map((said) => Buffer.concat(said));
  }

  get size() {
    return this.connections.reduce((sum, { length }) => sum + length, 0);
  }

  contains(bytes) {
    return this.connections.some((said) => said.includes(bytes));
  }
}

function withoutCompression(bytes) {
  const text = bytes.toString("latin1");
  const plain = text.replace(/^accept-encoding: .*$/im, "Accept-Encoding: identity");
  return Buffer.from(plain, "latin1");
}
