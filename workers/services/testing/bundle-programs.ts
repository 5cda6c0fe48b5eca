import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';

export interface BundledPrograms {
  readonly folder: string;
  remove(): void;
}

/**
 * Builds modules of `workers` (such as `entry/http-server`) as the program's own build does, for tests that start them as
 * threads: Node cannot run their sources. They lie below node_modules, so that packages outside the bundle are found.
 */
export async function bundlePrograms(...names: readonly string[]): Promise<BundledPrograms> {
  const cache = resolve('node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'programs-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@core': resolve('core') } },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [basename(name), resolve('workers', `${name}.ts`)])),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
