import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// The built page in a browser, with main's answers made by the tests: no Electron, no measurement, several at a time.
// Debian's Chromium is as new as the one that releases have; elsewhere it is what `playwright install chromium` gives.
const debian = '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e/mocked',
  // What looks at every experiment with the same eyes is for `test:all`.
  projects: [
    { name: 'mocked', testMatch: '**/*.mocked.ts', testIgnore: '**/*.rest.mocked.ts' },
    { name: 'mocked-rest', testMatch: '**/*.rest.mocked.ts' },
  ],
  outputDir: 'test-results/mocked',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'test-results/mocked.json' }],
  ],
  use: {
    browserName: 'chromium',
    launchOptions: {
      ...(existsSync(debian) && { executablePath: debian }),
      // As for the app: root can only run without the sandbox.
      // A processor that draws what a graphics card would is slower than one that draws at once.
      args: ['--disable-gpu', '--disable-gpu-rasterization'],
      chromiumSandbox: process.getuid?.() !== 0,
    },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
  },
});
