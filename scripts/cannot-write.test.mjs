import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { cannotWrite } from './cannot-write.mjs';
import { root } from './common.mjs';

const me = process.getuid?.() ?? 0;
const folder = mkdtempSync(path.join(tmpdir(), "it's mine-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/**
 * As Node throws it.
 * @param {string} code
 * @param {string} file
 * @param {string} [syscall]
 */
const failed = (code, file, syscall = 'open') =>
  Object.assign(new Error(`${code}: ${syscall} '${file}'`), { code, path: file, syscall });

const lock = path.join(root, '.setup-lock');

describe('a file that cannot be written', () => {
  it('of a project that another user has set up is told with the command that hands it over', () => {
    const said = cannotWrite(failed('EACCES', lock), me + 1);
    expect(said).toContain(`This user may not write ${lock} (EACCES).`);
    expect(said).toContain(`\n    sudo chown -R "$(id -u)" '${root}'\n`);
    expect(said).toContain(`\n    cp -a '${root}' `);
  });

  it('of a folder that is mine needs no other right than mine', () => {
    const file = path.join(folder, 'unpack');
    const said = cannotWrite(failed('EACCES', file, 'mkdir'), me);
    expect(said).toContain(`chmod -R u+rwX '${folder.replaceAll("'", String.raw`'\''`)}'`);
    expect(said).not.toContain('sudo');
  });

  it('in a folder of another user is not mine, though the file is', () => {
    expect(cannotWrite(failed('EACCES', '/etc/made-by-me', 'unlink'), me === 0 ? 1 : me)).toContain('sudo chown');
  });

  it('on a medium that can only be read is copied elsewhere', () => {
    const said = cannotWrite(failed('EROFS', lock), me);
    expect(said).toContain('can only be read');
    expect(said).toContain(`cp -a '${root}' '`);
    expect(said).not.toContain('chown');
    const copy = /cd '(.*)'/.exec(said ?? '')?.[1] ?? root;
    expect(existsSync(copy)).toBe(false);
  });

  it('on a full disk is told so', () => {
    expect(cannotWrite(failed('ENOSPC', lock), me)).toContain('disk is full');
  });

  it.runIf(process.platform === 'linux')('is told of what Node really throws', () => {
    // Nobody may write here, root included.
    const denied = caught(() => {
      writeFileSync('/proc/sys/kernel/ostype', '');
    });
    expect(cannotWrite(denied, me)).toContain('This user may not write /proc/sys/kernel/ostype (EACCES).');
    const other = caught(() => {
      mkdirSync(folder);
    });
    expect(cannotWrite(other, me)).toBeUndefined();
  });
});

it('whatever else goes wrong keeps its stack', () => {
  expect(cannotWrite(new Error('a fault of ours'))).toBeUndefined();
  expect(cannotWrite(failed('EACCES', '/usr/bin/npm', 'spawn /usr/bin/npm'))).toBeUndefined();
  expect(cannotWrite(failed('ENOENT', lock))).toBeUndefined();
  expect(cannotWrite('text')).toBeUndefined();
});

/** @param {() => void} work */
function caught(work) {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
