import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // A busy machine takes several times the usual time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // The app measures the machine: two tests at once would disturb each other's numbers.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure' },
});
