import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../../support/electron-program';
import { expect } from './screen';

/** Beside each picture, `<name>.png`, lies what is read on it, `<name>.txt`: machines draw differently and say the same. */
export const picturesFolder = join(root, 'docs', 'images');
export const pictureSize = { width: 1280, height: 800 };

const isWriting = process.env['PICTURES_WRITE'] === '1';
/** Another browser may break a line elsewhere: a text this near to an edge may be on the picture or not, in px. */
const marginPx = 60;

/**
 * Expects that the kept picture shows what the page shows now, judged by the texts on it; or takes it, where
 * `node scripts/pictures.mjs --write` asked for that.
 */
export async function expectPicture(page: Page, name: string): Promise<void> {
  await settled(page);
  const { width, height } = pictureSize;
  const file = join(picturesFolder, `${name}.png`);
  const textFile = join(picturesFolder, `${name}.txt`);
  if (isWriting) {
    // Loading has held the page up; a person looks at it later.
    await expect(page.getByTestId('pulse')).not.toContainText('frozen', { timeout: 60_000 });
    const texts = await textsWithin(page, 0);
    mkdirSync(picturesFolder, { recursive: true });
    writeFileSync(file, inFewColours(await page.screenshot()));
    writeFileSync(textFile, `sha256 ${hashOf(file)}\n${texts.join('\n')}\n`);
  }
  const anew = 'To take the pictures anew: node scripts/pictures.mjs --write';
  expect(existsSync(file) && existsSync(textFile), `${name}: there is no picture. ${anew}`).toBe(true);
  expect(sizeOfPng(readFileSync(file)), `${name}.png has another size. ${anew}`).toEqual({ width, height });
  const [hash, ...texts] = readFileSync(textFile, 'utf8').trimEnd().split('\n');
  expect(hash, `${name}.txt is of another picture. ${anew}`).toBe(`sha256 ${hashOf(file)}`);
  const kept = new Set(texts);
  const near = new Set(await textsWithin(page, marginPx));
  const gone = texts.filter((text) => !near.has(text));
  const added = (await textsWithin(page, -marginPx)).filter((text) => !kept.has(text));
  expect({ gone, added }, `${name}.png is out of date. ${anew}`).toEqual({ gone: [], added: [] });
}

/** The size in pixels that a PNG says it has. */
function sizeOfPng(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The picture with a palette: the eye sees no difference, and it has a third of the bytes. */
function inFewColours(png: Buffer): Buffer {
  const { status, stdout, stderr } = spawnSync('pngquant', ['--speed', '1', '--strip', '128', '-'], { input: png });
  if (status !== 0) throw new Error(`pngquant failed: ${String(stderr)}`);
  return stdout;
}

/**
 * Each line of text that is seen within the window made larger by a margin on every side, and the names of what is drawn. What counts the page's
 * own frames is another number at every look.
 */
async function textsWithin(page: Page, margin: number): Promise<readonly string[]> {
  return page.evaluate((around) => {
    /** What is left of a box after everything around it that hides what does not fit. */
    const shown = (box: DOMRect, element: Element | null): boolean => {
      if (box.width <= 1 || box.height <= 1) return false;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const holds = (outer: DOMRect): boolean =>
        x > outer.left - around && x < outer.right + around && y > outer.top - around && y < outer.bottom + around;
      for (let one = element; one; one = one.parentElement) {
        const { overflowY, clipPath, visibility } = getComputedStyle(one);
        if (clipPath !== 'none' || visibility === 'hidden') return false;
        if (overflowY !== 'visible' && !holds(one.getBoundingClientRect())) return false;
      }
      return holds(new DOMRect(0, 0, innerWidth, innerHeight));
    };
    const texts: string[] = [];
    const add = (text: string): void => {
      const tidy = text.replace(/\s+/g, ' ').trim();
      if (tidy !== '') texts.push(tidy);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[data-frames], style, script')) continue;
      if (node instanceof Element) {
        if (node.getAttribute('role') === 'img' && shown(node.getBoundingClientRect(), node))
          add(node.getAttribute('aria-label') ?? '');
        continue;
      }
      range.selectNodeContents(node);
      if (shown(range.getBoundingClientRect(), element)) add(node.nodeValue ?? '');
    }
    return texts;
  }, margin);
}

/** Waits until nothing is loaded, moved or added any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    let before = -1;
    for (let same = 0; same < 10;) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      const now = document.querySelector('main')?.innerHTML.length ?? 0;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
}
