import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'electron-vite';

// CommonJS, because neither a utility process nor a worker inside the archive can load ES modules on the oldest runtime.
const commonJs = {
  format: 'cjs' as const,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
};
// How long plugins took is no concern of the person who starts the program.
const checks = { pluginTimings: false };
const alias = { '@core': resolve('core') };

/** Every file in workers/entry becomes a program of its own, but those that the renderer starts as Web Workers. */
function workerEntries(): Record<string, string> {
  const folder = resolve('workers/entry');
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter(
    (name) => /(?<!\.test|\.d)\.ts$/.test(name) && !name.startsWith('web-worker'),
  );
  return Object.fromEntries(names.map((name) => [`workers/${name.slice(0, -3)}`, resolve(folder, name)]));
}

function pages(): Record<string, string> {
  const all = {
    index: resolve('renderer/index.html'),
    probe: resolve('renderer/probe.html'),
    report: resolve('renderer/report.html'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, file]) => existsSync(file)));
}

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: 'node18',
      license: { fileName: 'licenses.md' },
      rolldownOptions: { input: { index: resolve('main/index.ts'), ...workerEntries() }, output: commonJs, checks },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node18',
      rolldownOptions: { input: { index: resolve('preload/index.ts') }, output: commonJs, checks },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [vue()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      minify: true,
      // A small asset inlined as a data: address would be refused by the content security policy.
      assetsInlineLimit: 0,
      license: { fileName: 'licenses.md' },
      rolldownOptions: { input: pages(), checks },
    },
    // The same isolation that the app's own scheme gives: SharedArrayBuffer and the fine clock.
    server: {
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  },
});
