import { writeFileSync } from 'node:fs';
import { expect, test } from './probe';

/**
 * How long to look for what must not happen, in ms. Nothing tells that it will not come: this is the one thing that takes a
 * pause.
 */
const lookMs = 400;

const ways: Readonly<Record<string, (address: string) => unknown>> = {
  'location =': (address) => window.location.assign(address),
  'location.replace': (address) => window.location.replace(address),
  'a meta refresh': (address) => {
    const element = document.createElement('meta');
    element.httpEquiv = 'refresh';
    element.content = `0;url=${address}`;
    document.head.append(element);
    setTimeout(() => element.remove(), 300);
  },
  'an anchor': (address) => {
    const element = document.createElement('a');
    element.href = address;
    document.body.append(element);
    element.click();
    element.remove();
  },
  'an anchor for a new window': (address) => {
    const element = document.createElement('a');
    element.href = address;
    element.target = '_blank';
    document.body.append(element);
    element.click();
    element.remove();
  },
  'an anchor clicked with Ctrl': (address) => {
    const element = document.createElement('a');
    element.href = address;
    document.body.append(element);
    element.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
    element.remove();
  },
  'a form': (address) => {
    const form = document.createElement('form');
    form.action = address;
    form.method = 'post';
    document.body.append(form);
    form.submit();
    form.remove();
  },
};

for (const [name, go] of Object.entries(ways)) {
  test(`the window goes nowhere by ${name}`, { tag: '@short' }, async ({ page, outside }) => {
    const before = page.url();
    // A page of the app itself, which nothing else would stop, and a page from outside.
    for (const address of ['lab://app/report.html', `${outside.url}/page`]) {
      await page.evaluate(go, address);
      await page.waitForTimeout(lookMs);
      expect(page.url()).toBe(before);
      expect(await page.evaluate(() => document.querySelector('#app')?.childElementCount)).toBeGreaterThan(0);
    }
    expect(outside.requests).toEqual([]);
  });
}

test('main itself can load nothing from outside into the window', { tag: '@short' }, async ({ app, page, outside }) => {
  const outcome = await app.evaluate(async ({ BrowserWindow }, address) => {
    try {
      await BrowserWindow.getAllWindows()[0]?.loadURL(address);
      return 'loaded';
    } catch (error) {
      return String(error);
    }
  }, `${outside.url}/redirect`);
  expect(outcome).toContain('ERR_NAME_NOT_RESOLVED');
  expect(outside.requests).toEqual([]);
  // The proof that the server would remember it.
  await fetch(`${outside.url}/by-the-test`);
  expect(outside.requests).toEqual(['GET /by-the-test']);
  // The refusal is told before its page has replaced the app's; going home in between would meet it on the way.
  await expect.poll(() => page.url()).toBe('chrome-error://chromewebdata/');
  await page.goto('lab://app/index.html');
});

test(
  'the window opens neither a link nor a file that is dropped on it',
  { tag: '@short' },
  async ({ page, outside }, info) => {
    const path = info.outputPath('dropped.html');
    writeFileSync(path, '<title>dropped</title>');
    const link = `${outside.url}/dropped`;
    const items = ['text/uri-list', 'text/plain'].map((mimeType) => ({ mimeType, data: link }));
    await page.evaluate(() => {
      window.addEventListener('dragenter', () => (document.body.dataset['drag'] = 'seen'), { once: true });
    });
    const session = await page.context().newCDPSession(page);
    for (const dropped of [{ items }, { items: [], files: [path] }]) {
      for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
        const data = { ...dropped, dragOperationsMask: 19 }; // to copy, to link or to move
        await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
        await page.waitForTimeout(100);
      }
      await page.waitForTimeout(lookMs);
      expect(page.url()).toMatch(/^lab:\/\/app\/index\.html/);
    }
    expect(await page.evaluate(() => document.body.dataset['drag'])).toBe('seen');
    expect(outside.requests).toEqual([]);
  },
);

test('no new window opens', { tag: '@short' }, async ({ page, outside }) => {
  for (const address of ['', 'about:blank', 'lab://app/index.html', `${outside.url}/window`, 'file:///etc/passwd']) {
    const opened = await page.evaluate((to) => window.open(to, '_blank', 'width=300,height=300') === null, address);
    expect(opened, address).toBe(true);
  }
  await page.waitForTimeout(lookMs);
  expect(outside.requests).toEqual([]);
});

test('a webview element is not brought to life', { tag: '@short' }, async ({ app, page, outside }) => {
  const attached = app.evaluate(
    ({ app: electron }) =>
      new Promise((resolve) => {
        electron.once('web-contents-created', (_event, contents) => resolve(contents.getType()));
        setTimeout(() => resolve('none'), 600);
      }),
  );
  await page.evaluate((address) => {
    const element = document.createElement('webview');
    element.setAttribute('src', address);
    element.setAttribute('nodeintegration', '');
    document.body.append(element);
    setTimeout(() => element.remove(), 500);
  }, `${outside.url}/webview`);
  expect(await attached).toBe('none');
  expect(outside.requests).toEqual([]);
});
