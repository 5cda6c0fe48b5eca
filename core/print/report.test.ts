import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { workerStates } from '../record/schema-parts';
import { appendixOf } from '../testing/appendix';
import { syntheticRecord, type SyntheticOptions } from '../testing/synthetic-record';
import { formatDurationInterval } from '../texts/format';
import { renderReport } from './report';

function reportOf(record: ReturnType<typeof syntheticRecord>): string {
  return renderReport(record, analyse(record), { stylesheet: '/assets/report.css', appendix: true });
}

/** What a reader sees, without figures. */
function textOf(page: string): string {
  return page
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const elements = /<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const voidElements = new Set(['meta', 'link']);

/** Fails unless every element is closed in the right order and every < belongs to one. */
function expectWellFormed(page: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', , selfClosing] of page.matchAll(elements)) {
    if (closing) expect(open.pop()).toBe(name);
    else if (!selfClosing && !voidElements.has(name)) open.push(name);
  }
  expect(open).toEqual([]);
  expect(page.replace('<!doctype html>', '').replace(elements, '')).not.toMatch(/[<>]/);
}

const cases: readonly [string, ReturnType<typeof syntheticRecord>][] = (
  [
    ['complete', { rounds: 9, noise: 0.02 }],
    ['one core, few rounds', { cores: 1, rounds: 2 }],
    ['skipped prediction', { prediction: 'skipped' }],
    ['failed', { outcome: { status: 'failed', reason: 'worker-crashed', message: 'exit code 134' } }],
    ['repeated cells', { parameters: { doughMs: 30, eggsMs: 20, toastMs: 10, cleaningMs: 5 } }],
  ] as readonly [string, SyntheticOptions][]
).map(([name, options]) => [name, syntheticRecord(options)]);

/** A run in which everything that can be noticed went wrong. */
function disturbed(): ReturnType<typeof syntheticRecord> {
  const record = syntheticRecord({ rounds: 6, cores: 1, noise: 0.001 });
  for (const cell of record.cells) {
    cell.endNs += Math.round((cell.endNs - cell.startNs) * 0.05 * cell.round);
    if (cell.round === 5) cell.sentinelAfterNs *= 2;
    for (const task of cell.tasks) if (task.task === 'dough-1') task.checksum = cell.index;
  }
  for (const load of record.loads) Object.assign(load, { perCore: [1], ownCpuSeconds: 0 });
  return record;
}

const empty = { ...syntheticRecord(), cells: [], hirings: [], workers: [], messageTrips: [], loads: [] };
const partial = { ...syntheticRecord(), calibration: null };
partial.cells = partial.cells.slice(0, 14);

describe('renderReport', () => {
  it.each([...cases, ['disturbed', disturbed()] as const, ['empty', empty] as const, ['partial', partial] as const])(
    'is a well-formed page without script or inline style: %s',
    (_name, record) => {
      const page = reportOf(record);
      expectWellFormed(page);
      expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i);
      expect(page.match(/<link /g)).toHaveLength(1);
      expect(page).toContain('href="/assets/report.css"');
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|\{\w+\}/);
    },
  );

  it('holds machine, conditions with units and intervals, verdicts and hash', () => {
    const record = syntheticRecord({ rounds: 9, noise: 0.02, hash: 'ab'.repeat(32) });
    const text = textOf(reportOf(record));
    expect(text).toContain('Synthetic CPU');
    expect(text).toContain('2 physical, 4 logical, 4 available');
    expect(text).toContain('ab'.repeat(32));
    expect(text).toContain(record.id);
    expect(text).toContain('It proves integrity, not honesty');
    for (const part of analyse(record).parts) {
      for (const { headline: total, headlineWithHiring, served } of part.conditions) {
        expect(text).toContain(formatDurationInterval(total));
        expect(text).toContain(formatDurationInterval(headlineWithHiring ?? total));
        for (const { time } of served) expect(text).toContain(formatDurationInterval(time));
      }
    }
    expect(text).toContain('no difference this run can show');
    expect(text).toContain('Waiting overlaps, kneading needs hands.');
    expect(text).toContain(
      '50 % of the pairs of conditions that the run told apart were put in the right order (4 pairs)',
    );
  });

  it('has figures with a text alternative, and a caption with n and machine', () => {
    const page = appendixOf(reportOf(syntheticRecord()));
    const figures = page.match(/<figure>.*?<\/figure>/gs) ?? [];
    // Six kinds: five for each part, and one forest for both.
    expect(figures).toHaveLength(2 * 5 + 1);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg viewBox="[^"]+" role="img" aria-label="[^"]{20,}"/);
      expect(figure).toMatch(/<figcaption\s*>[^<]{20,}/);
    }
    const based = figures.filter((figure) => /n.=.7.rounds. Synthetic CPU, cores offered: 4\./.test(figure));
    expect(based).toHaveLength(2 * 4 + 1);
  });

  it('draws the recorded spans, and no others', () => {
    const record = syntheticRecord({ rounds: 7, noise: 0 });
    const before = (appendixOf(reportOf(record)).match(/class="span"/g) ?? []).length;
    for (const cell of record.cells) {
      for (const worker of cell.workers) {
        const last = worker.spans.pop();
        if (!last) throw new Error('no span');
        const middle = Math.floor((last.startNs + last.endNs) / 2);
        worker.spans.push({ ...last, endNs: middle }, { ...last, startNs: middle });
      }
    }
    const lanes = (1 + 1 + 1 + 3 + 3) * 2;
    expect((appendixOf(reportOf(record)).match(/class="span"/g) ?? []).length).toBe(before + lanes);
  });

  it('has tables whose columns and rows are named, each row as long as its head', () => {
    const tables = appendixOf(reportOf(syntheticRecord())).match(/<table>.*?<\/table>/gs) ?? [];
    expect(tables).toHaveLength(2 * 5 + 2);
    for (const table of tables) {
      const columns = table.match(/<th scope="col"/g)?.length;
      expect(table).toMatch(/<caption>[^<]+<\/caption>/);
      for (const row of table.match(/<tbody>.*<\/tbody>/s)?.[0].match(/<tr>.*?<\/tr>/gs) ?? []) {
        expect(row.match(/<th scope="row"|<td/g)).toHaveLength(columns ?? 0);
      }
    }
    const states = tables.find((table) => table.includes('share of each worker state')) ?? '';
    const heads = [...states.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, label]) => label);
    expect(heads.slice(1, 7)).toEqual([...workerStates]);
  });

  it('never lets a text become markup', () => {
    const attack = `"><img src=x onerror=alert(1)><script>alert('&')</script>`;
    const record = syntheticRecord();
    record.title = attack;
    record.notes = attack;
    record.answers = { observation: attack, analogy: attack, transfer: 'more-in-flight' };
    record.environment.cpuModel = attack;
    record.environment.governor = attack;
    record.outcome = { status: 'failed', reason: 'io-error', message: attack };
    record.warnings = [{ code: 'governor', values: { governor: attack } }];
    if (record.prediction.status === 'given') record.prediction.reason = attack;
    const page = reportOf(record);
    expectWellFormed(page);
    expect(page).not.toMatch(/<img|<script/);
    expect(page.split('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;').length).toBeGreaterThan(8);
  });

  it('shows answers and notes only if there are any', () => {
    const record = syntheticRecord();
    expect(reportOf(record)).not.toContain('In the student&#39;s words');
    record.answers = { observation: 'First\n\nSecond', transfer: 'workers' };
    const page = reportOf(record);
    expect(page).toContain('<p>First</p><p>Second</p>');
    expect(page).toContain('This answer is right.');
  });

  it('says what is missing: prediction, rounds, floor', () => {
    expect(textOf(reportOf(syntheticRecord({ prediction: 'skipped' })))).toContain('The prediction was skipped.');
    const nothing = textOf(reportOf(empty));
    expect(nothing).toContain('Nothing was measured before the run ended.');
    expect(nothing).toContain('This record has no hirings');
    expect(nothing).toContain('Verdicts need at least 7 rounds');
    expect(nothing).toContain('not measured');
  });

  it('does not read as complete when the run was cancelled', () => {
    const record = syntheticRecord({ outcome: { status: 'cancelled' } });
    record.cells = record.cells.slice(0, 13);
    const text = textOf(reportOf(record));
    expect(text).toContain('It was cancelled.');
    expect(text).toContain('13 of 80, warm-up included');
    expect(text).toContain('0 of 7');
  });

  it('gives every estimate its own n, and shares none', () => {
    const text = textOf(reportOf(syntheticRecord({ rounds: 9 })));
    expect(text).toContain('what hiring from nothing adds, n = 3 (hirings');
    expect(text.match(/MB \[[^\]]+\] n = 3/g)).toHaveLength(2);
    expect(text.match(/µs \[[^\]]+\] n = 50/g)).toHaveLength(3);
    expect(text).toContain('Brackets hold intervals, n = 9 rounds unless');
    expect(text).toContain('which holds the true median in 96.1 % of such runs');
    expect(text).not.toMatch(/95.% interval/);
    expect(text).toContain('Start-up is measured apart (hiring) and is therefore 0 here.');
  });

  it('says what was read back and found, not what was asked for', () => {
    const record = syntheticRecord();
    for (const worker of record.workers) worker.nice = 0;
    const text = textOf(reportOf(record));
    expect(text).toContain('none did (nice 0)');
    expect(text).toContain('CPU quota none found');
    expect(text).toContain('time budget 90 s');
  });

  it('names a failed run, its reason and every warning in words', () => {
    const record = syntheticRecord({
      outcome: { status: 'failed', reason: 'worker-crashed', message: 'exit code 134' },
    });
    record.warnings = [
      { code: 'battery', values: {} },
      { code: 'old-runtime', values: { version: '25.1.1' } },
    ];
    const text = textOf(reportOf(record));
    expect(text).toContain('A worker ended unexpectedly.');
    expect(text).toContain('exit code 134');
    expect(text).toContain('The machine runs on battery');
    expect(text).toContain('Electron 25.1.1');
  });

  it('has words for everything that the analysis notices', () => {
    const record = disturbed();
    const codes = analyse(record).warnings.map((warning) => warning.code);
    const noticed = ['checksums-differ', 'few-rounds', 'few-cores', 'slow-sentinels', 'other-load-during', 'drift'];
    expect([...new Set(codes)]).toEqual(noticed);
    expect(reportOf(record)).not.toContain('no text for');
  });

  it('refuses a record of an unknown experiment', () => {
    const record = syntheticRecord();
    const analysis = analyse(record);
    record.plan.experiment = 'soup';
    expect(() => renderReport(record, analysis, { stylesheet: 'x' })).toThrow(RangeError);
  });
});
