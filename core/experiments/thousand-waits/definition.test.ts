import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import type { CellRecord } from '../../record/events';
import { memoryNeed } from '../../record/memory-need';
import { resolvePlan } from '../../record/plan';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { thousandWaits } from './definition';

/** What an invented machine measures: by condition, in milliseconds, bytes. */
interface Invented {
  readonly lateMs?: Readonly<Record<string, number>>;
  readonly totalMs?: Readonly<Record<string, number>>;
  readonly nextMs?: Readonly<Record<string, number>>;
  readonly bytes?: Readonly<Record<string, number>>;
  readonly connections?: number;
  readonly offered?: number;
}

const theory = {
  lateMs: { sync: 150, async: 4, 'one-blocks': 101, 'process-sync': 160, 'process-async': 5, idle: 1 },
  totalMs: { sync: 190, async: 60, 'process-sync': 195, 'process-async': 62, blocks: 200, awaits: 102 },
  nextMs: { blocks: 100.2, awaits: 0.1 },
  bytes: { threads: 4e6, connections: 14e3 },
} as const;

/** The long wait from the begin of the cell, and another task that begins so many milliseconds later. */
function withLongWait({ tasks, startNs, endNs }: CellRecord, ms: number): CellRecord['tasks'] {
  const [first, ...others] = tasks;
  if (!first) return [];
  return [
    { ...first, task: 'long-wait', startNs, servedNs: endNs },
    ...others.slice(0, 1).map((task) => ({ ...task, startNs: startNs + Math.round(ms * 1e6), servedNs: endNs })),
  ];
}

function judged(invented: Invented = {}) {
  const { offered = 2, connections = 1000 } = invented;
  const of = (key: 'lateMs' | 'totalMs' | 'nextMs' | 'bytes', condition: string): number | undefined => {
    const id = condition.replace(/-again$/, '');
    return invented[key]?.[id] ?? (theory[key] as Readonly<Record<string, number>>)[id];
  };
  const shape = (cell: CellRecord): CellRecord => {
    const totalNs = cell.endNs - cell.startNs;
    // Between two rounds as much as on a real machine: a few per cent.
    const vary = 1 + (cell.round % 3) / 100;
    const lateMs = of('lateMs', cell.condition);
    const bytes = of('bytes', cell.condition);
    const workers = cell.workers.map((worker, seat) => ({
      ...worker,
      cpuNs: Math.round(totalNs / 10),
      ...(lateMs !== undefined &&
        seat === 0 && {
          beats: { periodNs: 10e6, firstDueNs: cell.startNs, latencyNs: [2e5, Math.round(lateMs * vary * 1e6)] },
        }),
      ...(cell.condition === 'connections' && { connections }),
    }));
    const grown = Math.round((bytes ?? 0) * vary * cell.tasks.length);
    const process = {
      cpuNs: totalNs,
      ...(bytes !== undefined && { resident: { beforeBytes: 1e8, mostBytes: 1e8 + grown } }),
    };
    const nextMs = of('nextMs', cell.condition);
    const tasks = nextMs === undefined ? cell.tasks : withLongWait(cell, nextMs * vary);
    return { ...cell, tasks, workers, ...(cell.part !== 'requests' && { process }) };
  };
  const record = syntheticTasksRecord(thousandWaits, {
    cores: offered,
    totalMs: (_part, condition) => of('totalMs', condition) ?? 500,
    shape,
  });
  const analysis = analyse(record);
  const { claims } = judgeClaims([claimSourceOf(record, analysis)], machineOf(record.environment));
  return {
    analysis,
    levels: Object.fromEntries(
      analysis.parts.flatMap(({ levels }) => levels.map((one) => [`${one.condition} ${one.measure}`, one.finding])),
    ),
    claim: (number: number) => claims.find((one) => one.number === number),
    verdict: (number: number) => claims.find((one) => one.number === number)?.verdict,
  };
}

/** Statements that this experiment alone decides. */
const own = [15, 16, 17, 19];

describe('thousand-waits, as theory says', () => {
  it('finds everything as theory says', () => {
    const { levels, analysis } = judged();
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    expect(Object.keys(levels)).toHaveLength(10);
    const verdicts = analysis.parts.flatMap((part) => part.verdicts.map(({ finding }) => finding));
    expect(verdicts).toEqual(['as-expected', 'as-expected', 'as-expected', 'no-difference']);
  });

  it.each([1, 2, 64])('judges the sentences on %d cores', (offered) => {
    const { verdict, claim } = judged({ offered });
    expect(own.map(verdict)).toEqual([
      'supported',
      'supported-with-conditions',
      'supported-with-conditions',
      'supported',
    ]);
    expect(verdict(9)).toBe('supported');
    expect(claim(16)?.evidence.map(({ outcome }) => outcome)).toEqual(['supports', 'contradicts']);
    expect(claim(17)?.evidence.map(({ outcome }) => outcome)).toEqual(['supports', 'contradicts']);
  });
});

describe('the same rules on other data', () => {
  it('support every blocked task where the thread turns to others all the same', () => {
    expect(judged({ nextMs: { blocks: 0.2, awaits: 0.1 } }).verdict(16)).toBe('supported');
    expect(judged({ lateMs: { 'one-blocks': 6 } }).verdict(17)).toBe('supported');
  });

  it('do not support responsiveness where the heartbeat of async is late, in a thread or in a process', () => {
    const slow = { async: 400, sync: 30, 'process-async': 400, 'process-sync': 30 };
    const reversed = judged({
      lateMs: slow,
      totalMs: { async: 400, sync: 60, 'process-async': 400, 'process-sync': 60 },
    });
    expect([15, 19].map(reversed.verdict)).toEqual(['not-supported', 'not-supported']);
    expect(judged({ lateMs: { async: 400 } }).verdict(15)).toBe('supported-with-conditions');
    expect(judged({ lateMs: { 'process-async': 400 } }).verdict(19)).toBe('supported-with-conditions');
  });

  it('do not support "resources" where a wait needs as much as a thread, or few connections are held', () => {
    expect(judged({ bytes: { connections: 5e6, threads: 20e3 }, connections: 40 }).verdict(9)).toBe('not-supported');
    expect(judged({ connections: 40 }).verdict(9)).toBe('supported-with-conditions');
  });

  it('judge nothing beside requests where the heartbeat is late while nothing runs', () => {
    const { verdict } = judged({ lateMs: { idle: 80 } });
    expect([15, 17, 19].map(verdict)).toEqual(Array(3).fill('not-yet-tested'));
    expect(verdict(16)).toBe('supported-with-conditions');
  });
});

describe('what it takes', () => {
  it('plans for the memory of all its threads, also of those that are hired in a round', () => {
    const plan = resolvePlan(thousandWaits, { preset: 'quick', seed: 1, parameters: {}, lowerPriority: true });
    const { workers, leastBytes } = memoryNeed(thousandWaits, plan);
    // Eight threads of its own, two processes, two times 8 blocked threads, one for the connections; and the server.
    expect(workers).toBe(8 + 2 + 16 + 1);
    expect(leastBytes).toBe(25 * 5e6 + 2 * 28e6 + 28e6);
  });

  it('waits longer than it takes to open its connections, and keeps late and on time apart', () => {
    const minimum = (id: string): number => thousandWaits.parameters.find((one) => one.id === id)?.minimum ?? 0;
    expect(minimum('waitMs')).toBeGreaterThanOrEqual(200);
    // All requests one after the other, against the bound of 50 ms.
    expect(32 * minimum('latencyMs')).toBeGreaterThan(90);
  });
});
