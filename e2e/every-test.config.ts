import { defineConfig } from '@playwright/test';

/** Lists every test in the real app whatever its tag, for `scripts/e2e-tiers.mjs`; nothing is run with it. */
export default defineConfig({ testDir: '.', testIgnore: 'mocked/**' });
