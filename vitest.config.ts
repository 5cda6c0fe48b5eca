import { resolve } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// A busy machine takes several times the usual time; what never ends is found all the same.
const limits = { testTimeout: 30_000, hookTimeout: 60_000 };
const alias = { '@core': resolve('core') };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          ...limits,
          environment: 'node',
          include: ['{core,workers,main,preload}/**/*.test.ts', 'scripts/**/*.test.mjs'],
        },
      },
      {
        resolve: { alias },
        plugins: [vue()],
        test: {
          name: 'renderer',
          ...limits,
          environment: 'happy-dom',
          include: ['renderer/**/*.test.ts'],
          setupFiles: ['renderer/testing/timers-end-with-tests.ts'],
        },
      },
    ],
  },
});
