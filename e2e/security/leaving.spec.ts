import { expect, goTo, test } from '../support/window';

test('a window that goes to an empty page is back at once, where it was', { tag: '@rest' }, async ({ app, page }) => {
  await goTo(page, '#/settings');
  await expect(page.locator('main h1').first()).toHaveText('Settings');
  /** What the window itself shows: Playwright's page may be that of a process that has gone. */
  const look = (): Promise<string> =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const code = `(async () => JSON.stringify([document.querySelector('main h1')?.textContent, (await window.lab['settings.read']()).ok, window.name]))()`;
      return `${contents?.getURL() ?? ''} ${String(await contents?.executeJavaScript(code))}`;
    });
  const leave = (to: string): Promise<unknown> =>
    app.evaluate(
      ({ BrowserWindow }, address) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `setTimeout(() => location.assign(${JSON.stringify(address)})); 0`,
        ),
      to,
    );
  const before = page.url();
  const gone = await app.evaluate(({ BrowserWindow }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    BrowserWindow.getAllWindows()[0]?.webContents.on('did-navigate', (_event, url) => seen.push(url));
    return seen.length;
  });
  expect(gone).toBe(0);
  for (const address of ['about:blank', 'about:blank#x']) {
    await leave(address);
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.length), { timeout: 3_000 })
      .toBe(2);
    const seen = await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.splice(0));
    expect(seen).toEqual([address, before]);
    await expect.poll(look, { timeout: 5_000 }).toContain('["Settings",true');
  }
});
