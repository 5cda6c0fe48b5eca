import { keptText } from '../guard/support/kept-records';
import { goToStep, lessonWith } from '../guard/support/kept-screens';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

test('the code of a condition: opened, read and copied by keyboard alone; the language is remembered', async ({
  page,
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const main = await open('#/experiments/eggs-and-toast');
  const lesson = content(page).getByRole('region', { name: 'Lesson', exact: true });
  const fold = lesson.locator('summary').first();
  await fold.focus();
  await page.keyboard.press('Enter');
  const javascript = lesson.getByRole('tab', { name: 'JavaScript' }).first();
  await expect(javascript).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(javascript).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(lesson.getByRole('tab', { name: 'Python' }).first()).toHaveAttribute('aria-selected', 'true');
  await expect(lesson.getByText('time.sleep(eggs)').first()).toBeVisible();
  await expect
    .poll(() => main.made.filter(({ name }) => name === 'settings.change').map(({ input }) => input))
    .toContainEqual({ codeLanguage: 'python' });
  await page.keyboard.press('Tab');
  const copy = lesson.getByRole('button', { name: /^Copy One cook, sync/ });
  await expect(copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lesson.getByRole('button', { name: /^Copied One cook, sync/ })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^time\.sleep\(eggs\) {2}# you stand/);
  await expectGoodLooks(page, 'code of eggs-and-toast');
});

test('async-is-not-parallel shows the loop and Promise.all side by side from the start', async ({ page, open }) => {
  await open('#/experiments/async-is-not-parallel');
  const code = content(page).getByRole('region', { name: 'The code' });
  const loop = code.getByRole('group', { name: 'Loop, JavaScript' });
  const together = code.getByRole('group', { name: 'Promise.all, JavaScript' });
  await expect(loop).toContainText('for (const task of tasks)');
  await expect(together).toContainText('await Promise.all(tasks.map(start));');
  const [left, right] = [await loop.boundingBox(), await together.boundingBox()];
  expect(left && right && left.x + left.width <= right.x && Math.abs(left.y - right.y) < 4).toBe(true);
  await expectGoodLooks(page, 'code of async-is-not-parallel');
});

test('sharing-the-loop shows its lines as the heart of the lesson', async ({ page, open }) => {
  await open('#/experiments/sharing-the-loop');
  const code = content(page).getByRole('region', { name: 'The code' });
  for (const line of [
    'await Promise.resolve();',
    'await new Promise((goOn) => process.nextTick(goOn));',
    'await new Promise((goOn) => setImmediate(goOn));',
    'await new Promise((goOn) => setTimeout(goOn, 0));',
    'thread.postMessage(pieces);',
  ]) {
    await expect(code.getByText(line, { exact: true }).first()).toBeVisible();
  }
  await expectGoodLooks(page, 'code of sharing-the-loop');
});

test('the file to run oneself is copied and saved', async ({ page, open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const main = await open('#/experiments/noise-floor');
  const code = content(page).getByRole('region', { name: 'The code' });
  await expect(code.getByText('node noise-floor.mjs')).toBeVisible();
  await code.getByRole('button', { name: 'Copy', exact: true }).last().click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('// Run it: node noise-floor.mjs');
  await code.getByRole('button', { name: 'Save…' }).click();
  await expect
    .poll(() => main.made.filter(({ name }) => name === 'files.saveChart').map(({ input }) => input))
    .toEqual([expect.objectContaining({ name: 'noise-floor', kind: 'mjs' })]);
});

test('a result has the code of its conditions, folded', async ({ page, open }) => {
  const text = keptText('eggs-and-toast.quick');
  const { id } = JSON.parse(text) as { id: string };
  await open(`#/experiments/eggs-and-toast`, {
    records: [text],
    settings: { lessons: { 'eggs-and-toast': lessonWith(id) } },
  });
  await goToStep(page, 'observe');
  const code = content(page).getByRole('region', { name: 'The code' });
  await code.locator('summary', { hasText: 'Threads, in ' }).first().click();
  await expect(code.getByText('hireThreads(2)').first()).toBeVisible();
  await expectGoodLooks(page, 'code of a result');
});
