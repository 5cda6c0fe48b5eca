import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes an asar archive of the plain files in one folder, with nothing but Node: it is needed before packages are there.
 * @param {string} folder
 * @param {string} target
 */
export function packFlatAsar(folder, target) {
  /** @type {Record<string, { size: number, offset: string }>} */
  const files = {};
  const bodies = [];
  let offset = 0;
  for (const name of readdirSync(folder).sort()) {
    const body = readFileSync(path.join(folder, name));
    files[name] = { size: body.length, offset: String(offset) };
    bodies.push(body);
    offset += body.length;
  }
  // Two nested length-prefixed records: the size of the header, then the header with its own sizes, padded to four bytes.
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = (json.length + 3) & ~3;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  writeFileSync(target, Buffer.concat([head, ...bodies]));
}
