import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';

/** Rules of axe that a theme can break; no other looks at colours. */
const colourRules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/**
 * Runs axe (WCAG 2.2 A and AA rules) on the page as it stands and expects no finding.
 * @param looksAt what changes with the theme, of a page that has passed in the other theme just before
 */
export async function expectAccessible(
  page: Page,
  where: string,
  looksAt: 'everything' | 'colours' = 'everything',
): Promise<void> {
  // Evaluated by the debugger's protocol, which the page's content security policy does not concern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const results = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
        runOnly,
        // Else it writes an address of every element that is right, which takes longer than to look at it.
        resultTypes: ['violations'],
      }),
    looksAt === 'everything' ? everyRule : colourRules,
  );
  const findings = results.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
  expect(findings, `axe on ${where}`).toEqual([]);
}
