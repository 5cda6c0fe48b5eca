import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import type { RunRecord } from '@core/record/record';
import { command, startCommand } from './command-line';
import type { CommandPlace, CommandResult, StartedCommand } from './command-line';
import { readRecord } from './records';

/** Everything a bench of a test touches: nothing of it is shared with any other test. */
export interface BenchPlace {
  readonly data: string;
  readonly temporary: string;
  readonly files: string;
}

/** Folders below the test's output. @param temporary given where the test wants another one */
export function benchPlace(info: TestInfo, temporary = info.outputPath('tmp')): BenchPlace {
  const place = { data: info.outputPath('profile'), temporary, files: info.outputPath('files') };
  for (const folder of Object.values(place)) mkdirSync(folder, { recursive: true });
  return place;
}

export interface Benched extends CommandResult {
  readonly file: string;
  readonly record: RunRecord;
}

/** Runs `bench` to its end and reads its record. @param line its options, separated by blanks */
export async function bench(place: BenchPlace, name: string, line: string, other: CommandPlace = {}): Promise<Benched> {
  const file = join(place.files, `${name}.json`);
  const args = ['bench', ...line.split(' '), '--json', file];
  const result = await command(place.data, args, { temporary: place.temporary, ...other });
  if (!existsSync(file)) throw new Error(`bench ${line} ended with ${String(result.status)}:\n${result.stderr}`);
  return { ...result, file, record: readRecord(file) };
}

export interface StartedBench extends StartedCommand {
  readonly file: string;
}

/** Starts `bench`; the record is in `file` when it has ended. */
export function startBench(place: BenchPlace, name: string, line: string, other: CommandPlace = {}): StartedBench {
  const file = join(place.files, `${name}.json`);
  const args = ['bench', ...line.split(' '), '--json', file];
  return { ...startCommand(place.data, args, { temporary: place.temporary, ...other }), file };
}

/** Workers of the run that is going on, from its journal. */
export function workersOfActiveRun(place: BenchPlace): readonly RunRecord['workers'][number][] {
  const folder = join(place.data, 'active');
  const [journal] = readdirSync(folder);
  const lines = readFileSync(join(folder, journal ?? ''), 'utf8').split('\n');
  // The last line may be half written.
  const whole = lines.slice(0, -1).map((line) => JSON.parse(line) as { worker?: RunRecord['workers'][number] });
  return whole.flatMap(({ worker }) => worker ?? []);
}

/** Folders of runs that were left in the place's temporary folder. */
export function runFoldersIn({ temporary }: BenchPlace): readonly string[] {
  return readdirSync(temporary).filter((name) => name.startsWith('concurrency-lab-run-'));
}

type Cell = RunRecord['cells'][number];

/** Wall time of a cell in milliseconds. */
export function cellMs({ startNs, endNs }: Cell): number {
  return (endNs - startNs) / 1e6;
}

/** Cells of a condition in the rounds that count, repetitions included. */
export function measuredCells({ cells }: RunRecord, condition: string): readonly Cell[] {
  return cells.filter((cell) => cell.round > 0 && cell.condition === condition);
}

/** The fastest of a condition's measured cells, in milliseconds: what the machine can do when nothing disturbs it. */
export function fastestMs(record: RunRecord, condition: string): number {
  return Math.min(...measuredCells(record, condition).map(cellMs));
}

/** Share of one state in all workers' time of a cell, 0..1. */
export function shareOf(state: string, { startNs, endNs, workers }: Cell): number {
  const spans = workers.flatMap((worker) => worker.spans).filter((span) => span.state === state);
  return spans.reduce((sum, span) => sum + span.endNs - span.startNs, 0) / (workers.length * (endNs - startNs));
}
