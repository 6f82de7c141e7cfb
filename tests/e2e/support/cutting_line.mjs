// SPDX-License-Identifier: Apache-2.0
// A line to a port of this machine that lets so many bytes up each connection, then cuts it.
import { once } from "node:events";
import { connect, createServer } from "node:net";

const arrivalMs = 20;

export class CuttingLine {
  cuts = 0;

  static async to(port, cutAfterBytes = 4096) {
    const line = new CuttingLine();
    line.server = createServer((near) => line.#carry(near, port, cutAfterBytes));
    line.server.listen(0, "127.0.0.1");
    await once(line.server, "listening");
    line.origin = `http://127.0.0.1:${line.server.address().port}`;
    return line;
  }

  #carry(near, port, cutAfterBytes) {
    const far = connect(port, "127.0.0.1");
    let left = cutAfterBytes;
    const cut = () => [near, far].forEach((socket) => socket.destroy());
    near.on("data", (bytes) => {
      far.write(bytes.subarray(0, left));
      left -= bytes.length;
      if (left > 0) return;
      ++this.cuts;
      near.pause();
      setTimeout(cut, arrivalMs); // what was let through arrives
    });
    far.on("data", (bytes) => near.write(bytes));
    for (const socket of [near, far]) socket.on("error", cut).on("close", cut);
  }

  close() {
    this.server.close();
  }
}
