import { describe, expect, it } from 'vitest';
import { analyse, verdictsOf } from '../../analysis/analysis';
import type { CellRecord } from '../../record/events';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { partOfPayload, passingData, payloadBytes, payloadSizesKib } from './definition';

/** The payload is there after the wanted time; reading it takes as long again and does not count. */
function shaped(options: SyntheticTasksOptions): SyntheticTasksOptions {
  const shape = (cell: CellRecord): CellRecord => ({
    ...cell,
    endNs: cell.startNs + 2 * (cell.endNs - cell.startNs),
    tasks: cell.tasks.map((task) => ({ ...task, handedNs: cell.startNs, hadNs: cell.endNs })),
  });
  return { ...options, shape };
}

function findings(totalMs: SyntheticTasksOptions['totalMs'], rounds = 7): Record<string, string> {
  // The pair's halves are two per cent apart: that is the floor.
  const apart: typeof totalMs = (part, condition, round) =>
    condition === 'clone-again' ? 1.02 * totalMs(part, 'clone', round) : totalMs(part, condition, round);
  const verdicts = verdictsOf(syntheticTasksRecord(passingData, shaped({ totalMs: apart, rounds })));
  return Object.fromEntries(verdicts.map(({ part, condition, finding }) => [`${part} ${condition}`, finding]));
}

/** Copies grow with the size, half a millisecond for 1 MiB; a message alone takes 0.05 ms. */
function usual(part: string, condition: string): number {
  const copyMs = payloadBytes(part) / 2e6;
  if (condition === 'process-clone') return 0.3 + 3 * copyMs;
  return condition === 'clone' ? 0.05 + copyMs : 0.06;
}

describe('passing-data', () => {
  it('finds what theory says from 1 MiB on, and measures moving and sharing below', () => {
    const found = findings(usual);
    for (const size of ['kib-1024', 'kib-8192', 'kib-65536']) {
      expect(found).toMatchObject({ [`${size} transfer`]: 'as-expected', [`${size} shared`]: 'as-expected' });
    }
    expect(found).toMatchObject({ 'kib-1 transfer': 'measured', 'kib-1 shared': 'measured' });
  });

  it('expects no small payload in a process sooner than in a thread, and leaves open which copy of a large one is dearer', () => {
    const found = findings(usual);
    const toProcess = payloadSizesKib.map((kib) => found[`${partOfPayload(kib)} process-clone`]);
    expect(toProcess).toEqual(['as-expected', 'as-expected', 'measured', 'measured', 'measured']);
    const quick = findings((part, condition) =>
      condition === 'process-clone' ? usual(part, 'clone') / 2 : usual(part, condition),
    );
    expect(payloadSizesKib.map((kib) => quick[`${partOfPayload(kib)} process-clone`])).toEqual([
      'opposite',
      'opposite',
      'measured',
      'measured',
      'measured',
    ]);
  });

  it('is headed by the time until the receiver has it, and not measured without the stamps', () => {
    const options = { totalMs: () => 10, noise: 0 };
    const [part] = analyse(syntheticTasksRecord(passingData, shaped(options))).parts;
    expect(part?.conditions.map(({ headline: total }) => total.estimate)).toEqual(Array(5).fill(10e6));
    const unstamped = analyse(syntheticTasksRecord(passingData, options));
    expect(unstamped.parts.flatMap(({ conditions }) => conditions)).toEqual([]);
    expect(unstamped.parts[0]?.verdicts.map(({ finding }) => finding)).toEqual(Array(3).fill('not-measured'));
  });

  it('knows the size of every part', () => {
    expect(passingData.parts.map(({ id }) => payloadBytes(id))).toEqual([
      1024, 32_768, 1_048_576, 8_388_608, 67_108_864,
    ]);
    expect(() => payloadBytes('kib-2')).toThrow(RangeError);
  });
});
