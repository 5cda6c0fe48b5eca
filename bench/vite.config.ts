import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Bundles the bench, and the bare script as a program of its own, for Node and for Electron's Node (18 API floor). */
export default defineConfig({
  resolve: { alias: { '@core': resolve(import.meta.dirname, '..', 'core') } },
  build: {
    ssr: true,
    target: 'node18',
    minify: false,
    emptyOutDir: true,
    outDir: resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'bench'),
    rolldownOptions: {
      input: {
        index: resolve(import.meta.dirname, 'index.ts'),
        'bare-script': resolve(import.meta.dirname, 'bare-script.ts'),
        'pools-threads': resolve(import.meta.dirname, 'pools', 'threads.ts'),
        'pools-peers': resolve(import.meta.dirname, 'pools', 'process-peers.ts'),
        ...Object.fromEntries(
          ['lab', 'bare', 'function', 'workerpool', 'poolifier'].map((name) => [
            `worker-${name}`,
            resolve(import.meta.dirname, 'pools', `worker-${name}.ts`),
          ]),
        ),
      },
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' },
    },
  },
});
