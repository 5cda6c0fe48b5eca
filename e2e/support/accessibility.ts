import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';

/** Runs axe (WCAG 2.2 A and AA rules) on the page as it stands and expects no finding. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // Evaluated by the debugger's protocol, which the page's content security policy does not concern.
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const findings = results.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
  expect(findings, `axe on ${where}`).toEqual([]);
}
