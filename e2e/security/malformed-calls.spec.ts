import { callNames } from '@core/ipc/names';
import { listedIn } from '../support/records';
import { callMalformed } from './malformed-inputs';
import { expect, test } from './probe';

/** What is not cloneable or nested too deeply is stopped by the bridge itself: the call rejects in the page. */
const mayThrow = new Set(['function', 'symbol', 'too deep nesting', 'throwing getter', 'bigint']);

for (const { count, seed, tag } of [
  { count: 2_000, seed: 20_260, tag: '@short' },
  { count: 50_000, seed: Number(process.env['LONG_SEED'] ?? 1), tag: '@long' },
] as const) {
  test(
    `${count} malformed calls (seed ${seed}) are all refused and leave nothing behind`,
    { tag },
    async ({ app, page }) => {
      test.setTimeout(count * 30 + 120_000);
      const pid = await app.evaluate(() => process.pid);
      const before = await page.evaluate(() => window.lab['settings.read'](undefined));
      const answers = await page.evaluate(callMalformed, { seed, count, names: callNames });
      expect(answers).toHaveLength(count);
      const refusal = /^refused: (invalid-request|invalid-plan|unknown-experiment|no-such-run|no-such-record)$/;
      const wrong = answers.filter(
        ({ kind, outcome }) => !(refusal.test(outcome) || (outcome === 'threw' && mayThrow.has(kind))),
      );
      expect(wrong).toEqual([]);
      for (const { message, outcome } of answers.filter(({ outcome: one }) => one !== 'threw')) {
        expect(message, outcome).not.toBe('');
        expect(message, 'neither stack nor path of the program').not.toMatch(/\bat \S+:\d+|out\/main|\.cjs\b/);
      }
      expect(new Set(answers.map(({ call }) => call)).size).toBe(callNames.length);
      expect(new Set(answers.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
      expect(answers.filter(({ outcome }) => outcome === 'threw').length).toBeLessThan(count / 5);

      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
      expect(await app.evaluate(() => ['polluted' in {}, process.pid])).toEqual([false, pid]);
      expect(await page.evaluate(() => window.lab['settings.read'](undefined))).toEqual(before);
      expect(await page.evaluate(() => window.lab['runs.current'](undefined))).toMatchObject({
        ok: true,
        value: { phase: 'idle' },
      });
      expect(await listedIn(page)).toEqual({ rows: [], reading: null });
    },
  );
}

test('experiments and records that do not exist are named as such', { tag: '@short' }, async ({ page }) => {
  const codes = await page.evaluate(async () => {
    const id = '20260101T000000Z-00000000';
    const prediction = { status: 'skipped', frozenAt: '2026-01-01T00:00:00.000Z' } as const;
    const unknown = ['no-such-experiment', 'constructor', 'tostring', 'a/b'].map((experiment) =>
      window.lab['runs.start']({ experiment, preset: 'quick', prediction }),
    );
    const answers = await Promise.all([
      ...unknown,
      window.lab['runs.cancel']({ id }),
      window.lab['records.open']({ id }),
      window.lab['records.annotate']({ id, title: 'x' }),
      window.lab['records.remove']({ id }),
      window.lab['records.restore']({ id }),
      window.lab['records.savePdf']({ id }),
      window.lab['records.saveJson']({ id }),
      window.lab['lessons.saveWorksheet']({ experiment: 'constructor' }),
      window.lab['samples.savePdf']({ experiment: 'constructor' }),
      window.lab['samples.open']({ experiment: 'constructor' }),
    ]);
    return answers.map((answer) => (answer.ok ? 'answered' : answer.error.code));
  });
  const [missing, record] = ['unknown-experiment', 'no-such-record'];
  expect(codes).toEqual([
    missing,
    missing,
    missing,
    missing,
    'no-such-run',
    record,
    record,
    record,
    record,
    record,
    record,
    missing,
    record,
    // It has none, which is an answer.
    'answered',
  ]);
});

test('an input of 64 MB is refused, as text and as bytes', { tag: '@short' }, async ({ page, app }) => {
  for (const kind of ['text', 'bytes', 'nested bytes']) {
    const answer = await page.evaluate(async (as) => {
      const size = 64 * 2 ** 20;
      const content = as === 'text' ? 'x'.repeat(size) : new Uint8Array(size);
      const input: unknown = {
        name: 'chart',
        kind: 'csv',
        content: as === 'nested bytes' ? { deep: [content] } : content,
      };
      return window.lab['files.saveChart'](input as never);
    }, kind);
    expect(answer, kind).toMatchObject({
      ok: false,
      error: { code: 'invalid-request', message: expect.stringContaining('more data') },
    });
  }
  expect(await app.evaluate(() => process.memoryUsage().rss / 2 ** 20)).toBeLessThan(1_500);
});

test(
  'a call with 300 MB of text is refused at once and is written nowhere',
  { tag: '@rest' },
  async ({ app, page }) => {
    const memory = (): Promise<number> =>
      app.evaluate(({ app: electron }) =>
        electron.getAppMetrics().reduce((sum, { memory: { peakWorkingSetSize } }) => sum + peakWorkingSetSize, 0),
      );
    const made = await page.evaluate(() => {
      const text = 'x'.repeat(3 * 2 ** 20).repeat(100);
      Object.assign(window, { largeText: text });
      // A rope takes no memory before it is looked into.
      return text.charCodeAt(text.length - 1) + text.indexOf('y');
    });
    expect(made).toBe(119);
    const before = await memory();
    for (const [name, wrap] of [
      ['settings.change', 'theme'],
      ['files.saveChart', 'content'],
      ['runs.start', 'experiment'],
      ['records.open', 'id'],
    ] as const) {
      const { ms, answer } = await page.evaluate(
        async ({ call, key }) => {
          const { largeText } = window as unknown as { readonly largeText: string };
          const bridge = window.lab as unknown as Record<string, (input: unknown) => Promise<unknown>>;
          const startMs = performance.now();
          const answered = JSON.stringify(await bridge[call]?.({ [key]: largeText }));
          return { ms: performance.now() - startMs, answer: answered };
        },
        { call: name, key: wrap },
      );
      expect(answer).toContain('invalid-request');
      expect(answer).toContain('more data than it may');
      expect(ms, name).toBeLessThan(2_000);
    }
    // In kilobytes: not even one copy of the text.
    expect((await memory()) - before).toBeLessThan(250_000);
    await page.evaluate(() => Reflect.deleteProperty(window, 'largeText'));
  },
);

/**
 * The runtime itself copies a call's input into the world of the preload before any code of ours can look at it, and offers no place
 * before that. What it costs falls on the page that made the call, which could have taken the memory without a call as well.
 */
test(
  'a call with 300 MB in a typed array costs the page two copies, and main nothing',
  { tag: '@rest' },
  async ({ app, page }, info) => {
    const megabytes = 300;
    /** Of main alone: its peak in MB, and the longest time in which its loop did not turn. */
    await app.evaluate(() => {
      const watch = { longestMs: 0, lastMs: performance.now() };
      Object.assign(globalThis, { watch });
      setInterval(() => {
        const nowMs = performance.now();
        watch.longestMs = Math.max(watch.longestMs, nowMs - watch.lastMs);
        watch.lastMs = nowMs;
      }, 10);
    });
    const peakOf = (type: string): Promise<number> =>
      app.evaluate(({ app: electron }, wanted) => {
        const all = electron.getAppMetrics().filter((one) => one.type === wanted);
        return all.reduce((sum, { memory: { peakWorkingSetSize } }) => sum + peakWorkingSetSize, 0) / 1024;
      }, type);
    await page.evaluate((mb) => Object.assign(window, { large: new Uint8Array(mb * 2 ** 20).fill(1) }), megabytes);
    const [mainBefore, pageBefore] = [await peakOf('Browser'), await peakOf('Tab')];
    const { ms, answer } = await page.evaluate(async () => {
      const { large } = window as unknown as { readonly large: Uint8Array };
      const open = window.lab['records.open'] as unknown as (input: unknown) => Promise<unknown>;
      const startMs = performance.now();
      const answered = JSON.stringify(await open({ id: large }));
      return { ms: performance.now() - startMs, answer: answered };
    });
    expect(answer).toContain('more data than it may');
    const [mainAfter, pageAfter] = [await peakOf('Browser'), await peakOf('Tab')];
    const longestMs = await app.evaluate(
      () => (globalThis as unknown as { readonly watch: { readonly longestMs: number } }).watch.longestMs,
    );
    const figures = `refused after ${ms.toFixed(0)} ms; page + ${(pageAfter - pageBefore).toFixed(0)} MB, main + ${(mainAfter - mainBefore).toFixed(0)} MB; main's loop stood for ${longestMs.toFixed(0)} ms at most`;
    info.annotations.push({ type: 'figures', description: figures });
    process.stdout.write(`${figures}\n`);
    expect(ms).toBeLessThan(3_000);
    // What is written for the other world, and what is read there: none of ours besides.
    expect(pageAfter - pageBefore).toBeLessThan(megabytes * 2.2);
    expect(mainAfter - mainBefore).toBeLessThan(20);
    expect(longestMs).toBeLessThan(500);
  },
);
