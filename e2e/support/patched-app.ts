import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { root } from './electron-program';

/** One place of the sources to change. */
export interface Patch {
  /** The program below `workers/entry` that is built anew, without `.ts`. */
  readonly entry: string;
  /** Path of the source file, from the repository's root. */
  readonly source: string;
  /** Text that is in it exactly once. */
  readonly find: string;
  readonly replacement: string;
}

/**
 * Copies the built app and builds one of its programs anew from changed sources, for faults that the product itself has no
 * way to cause.
 * @returns the copy's folder
 * @throws Error if the place is not there exactly once: then the test needs another look, not the product
 */
export async function patchedApp(folder: string, { entry, source, find, replacement }: Patch): Promise<string> {
  for (const part of ['out', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
  let found = 0;
  const patch: Plugin = {
    name: 'patch-one-place',
    enforce: 'pre',
    transform(code, id) {
      if (id !== join(root, source)) return null;
      found += code.split(find).length - 1;
      return code.replace(find, replacement);
    },
  };
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    plugins: [patch],
    resolve: { alias: { '@core': join(root, 'core') } },
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: true,
      target: 'node18',
      outDir: join(folder, 'out/main/workers'),
      emptyOutDir: false,
      rolldownOptions: {
        input: join(root, `workers/entry/${entry}.ts`),
        output: { format: 'cjs', entryFileNames: `${entry}.cjs`, chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  });
  if (found !== 1) throw new Error(`${source} holds "${find}" ${found} times, not once.`);
  return folder;
}
