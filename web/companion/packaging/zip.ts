// SPDX-License-Identifier: Apache-2.0
// A ZIP archive of a few small files: stored, in the order of their names, without a date, so that
// the same files always make the same bytes.
import { crc32 } from 'node:zlib';

const firstDay = 0x21; // 1980-01-01, the earliest date that the format can say

export function zip(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name)!;
    const described = describe(name, content);
    const local = Buffer.concat([u32(0x04034b50), described, Buffer.from(name), content]);
    central.push(u32(0x02014b50), u16(20), described, centralTail(offset), Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...locals, directory, ending(files.size, directory.length, offset)]);
}

/** The part that both headers of a file share. */
function describe(name: string, content: Uint8Array): Buffer {
  const [version, flags, stored, time, extra] = [20, 0, 0, 0, 0];
  return Buffer.concat([
    ...[version, flags, stored, time, firstDay].map(u16),
    ...[crc32(content), content.length, content.length].map(u32),
    ...[Buffer.byteLength(name), extra].map(u16),
  ]);
}

function centralTail(offset: number): Buffer {
  const [comment, disk, internal, external] = [0, 0, 0, 0];
  return Buffer.concat([...[comment, disk, internal].map(u16), u32(external), u32(offset)]);
}

function ending(count: number, size: number, offset: number): Buffer {
  const [disk, comment] = [0, 0];
  return Buffer.concat([
    u32(0x06054b50),
    ...[disk, disk, count, count].map(u16),
    ...[size, offset].map(u32),
    u16(comment),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
