import { defineConfig } from '@playwright/test';
import mocked from './playwright.mocked.config';

// What screens, reports and commands say about the kept records; `node scripts/guard.mjs` runs it.
export default defineConfig({
  ...mocked,
  testDir: 'e2e/guard',
  projects: [{ name: 'guard', testMatch: '**/*.guard.ts' }],
  outputDir: 'test-results/guard',
  timeout: 240_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/guard.json' }]],
  // What plays by itself reads otherwise at every look.
  use: { ...mocked.use, trace: 'off', contextOptions: { reducedMotion: 'reduce' } },
});
