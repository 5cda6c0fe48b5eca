import { defineConfig } from '@playwright/test';
import { tiers } from './scripts/e2e-tiers.mjs';

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'mocked/**',
  // A busy machine takes several times the usual time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // The app measures the machine: two tests at once would disturb each other's numbers.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  // Every test carries the tag of the one tier that runs it.
  // A folder of its own each, because Playwright empties the folders of what it runs: what a failure left stays.
  projects: tiers.map((name) => ({
    name,
    grep: new RegExp(`@${name}\\b`),
    outputDir: `test-results/e2e/${name}`,
  })),
});
