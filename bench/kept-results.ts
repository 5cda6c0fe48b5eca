import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digits } from './figures';
import type { Figure } from './figures';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly runtime: { readonly electron: string; readonly node: string; readonly chrome: string };
  readonly appVersion: string;
  /** Over 1, 5 and 15 minutes, before the first figure. */
  readonly loadAverageBefore: readonly number[];
}

/** Figures that were measured in one go. */
export interface Measured {
  /** Date and time in UTC. */
  readonly startedAt: string;
  readonly machine: Machine;
  readonly figures: readonly Figure[];
}

/** The last result of every part, each with its own date and machine. */
type Kept = Readonly<Record<string, Measured>>;

/**
 * Puts figures in the place of what was kept of the same parts in `bench/results`, as `figures.json` and as a page of
 * tables; other parts stay.
 * @returns the path of the page
 */
export function keepResults(root: string, measured: Measured): { readonly summary: string } {
  const folder = join(root, 'bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'figures.json');
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : {};
  const kept = { ...before, ...partsOf(measured) };
  const summary = join(folder, 'README.md');
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(summary, summaryOf(kept));
  return { summary };
}

function partsOf(measured: Measured): Kept {
  const names = [...new Set(measured.figures.map(({ part }) => part))];
  return Object.fromEntries(
    names.map((name) => [name, { ...measured, figures: measured.figures.filter(({ part }) => part === name) }]),
  );
}

/** The kept results as a page in Markdown. */
export function summaryOf(kept: Kept): string {
  const parts = Object.entries(kept).map(([name, { startedAt, machine, figures }]) => {
    const { cpu, cores, system, runtime, loadAverageBefore } = machine;
    const [load = 0] = loadAverageBefore;
    const where = `${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${cpu}, ${cores} cores, ${system}, Electron ${runtime.electron}, Node ${runtime.node}, load before ${load.toFixed(2)}`;
    return `## ${name}\n\n${where}\n\n${figuresTable(figures)}\n`;
  });
  return ['# The last figures of the bench\n\nWritten by `npm run bench -- --keep`.\n', ...parts].join('\n');
}

function figuresTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, estimate, low, high, unit, n, of }) => {
    const range = low === null || high === null ? '-' : `${digits(low)} to ${digits(high)}`;
    return `| ${name.replaceAll('|', '\\|')} | ${digits(estimate)} | ${range} | ${unit} | ${n} ${of} |`;
  });
  return ['| figure | value | 95 % interval | unit | n |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}
