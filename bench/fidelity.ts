import { join } from 'node:path';
import { createRandom } from '@core/statistics/random';
import { median } from '@core/statistics/quantile';
import { medianInterval } from '@core/statistics/bootstrap';
import { ratioInterval } from '@core/statistics/ratio';
import type { RunRecord } from '@core/record/record';
import type { BareResult, BareRound } from './bare-types';
import { figure } from './figures';
import type { Figure } from './figures';
import { doughCells, doughIterations, doughSeed, runHeadless } from './lab-runs';
import type { Options } from './options';
import { runProgram, temporaryFolder } from './programs';

/** Medians of one side of one block, in nanoseconds per iteration, and the speed-ups computed from them. */
interface Side {
  readonly dough: number;
  readonly sync: number;
  readonly threadsSpeedUp: number;
  readonly processesSpeedUp: number;
}
export interface Block {
  readonly iterations: number;
  readonly lab: Side;
  readonly bare: Side;
}

const blocks = 5;
const bareRounds = 4;
/** The body of the experiment gives the doughs the run's seed plus 2 and plus 3. */
const doughSeeds = [doughSeed + 2, doughSeed + 3];

/**
 * The doughs as the lab measures them against the bare script: same kernel, iterations, seeds, runtime and nice value.
 * Each block runs bare, lab, bare, so that a drift of the machine that is linear over the block cancels; the bare script
 * before the lab has the iterations of the record before, hence everything is compared per iteration.
 */
export async function fidelity(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly Block[] }> {
  const folder = temporaryFolder();
  const done: Block[] = [];
  let previous = doughIterations(await runHeadless(options, folder, 'first.json', ['--set', 'rounds=1']));
  for (let block = 1; block <= blocks; block++) {
    say(`fidelity: block ${block} of ${blocks}`);
    const before = await bare(options, previous);
    const record = await runHeadless(options, folder, `${block}.json`, [], 'standard');
    const iterations = doughIterations(record);
    const after = await bare(options, iterations);
    checkChecksums(record, after);
    const bareSide = sideOfBare([
      { iterations: previous, rounds: before.rounds },
      { iterations, rounds: after.rounds },
    ]);
    done.push({ iterations, lab: sideOfLab(record, iterations), bare: bareSide });
    previous = iterations;
  }
  return { figures: figuresOf(done), raw: done };
}

async function bare({ runtime }: Options, iterations: number): Promise<BareResult> {
  const script = join(import.meta.dirname, 'bare-script.mjs');
  const numbers = [iterations, ...doughSeeds, bareRounds].map(String);
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout } = await runProgram(runtime, [script, ...numbers], { env });
  return JSON.parse(stdout) as BareResult;
}

function sideOfLab(record: RunRecord, iterations: number): Side {
  const total = (condition: string): number =>
    median(doughCells(record, condition).map(({ startNs, endNs }) => (endNs - startNs) / iterations));
  const tasks = doughCells(record, 'sync').flatMap((cell) => cell.tasks);
  const sync = total('sync');
  return {
    dough: median(tasks.map(({ startNs, servedNs }) => (servedNs - startNs) / iterations)),
    sync,
    threadsSpeedUp: sync / total('threads'),
    processesSpeedUp: sync / total('processes'),
  };
}

function sideOfBare(runs: readonly { readonly iterations: number; readonly rounds: readonly BareRound[] }[]): Side {
  const each = (value: (round: BareRound) => readonly number[]): number =>
    median(runs.flatMap(({ iterations, rounds }) => rounds.flatMap(value).map((ns) => ns / iterations)));
  const sync = each((round) => [round.sync.totalNs]);
  return {
    dough: each((round) => round.sync.doughs.map((dough) => dough.ns)),
    sync,
    threadsSpeedUp: sync / each((round) => [round.threads.totalNs]),
    processesSpeedUp: sync / each((round) => [round.processes.totalNs]),
  };
}

/** @throws Error unless both computed the very same */
function checkChecksums(record: RunRecord, { rounds }: BareResult): void {
  const ofLab = new Set(doughCells(record, 'sync').flatMap(({ tasks }) => tasks.map(({ checksum }) => checksum)));
  const ofBare = new Set(
    rounds
      .flatMap((round) => Object.values(round as unknown as Record<string, BareRound['sync']>))
      .flatMap((one) => one.doughs.map(({ checksum }) => checksum)),
  );
  const same = ofLab.size === ofBare.size && [...ofLab].every((checksum) => checksum !== null && ofBare.has(checksum));
  if (!same)
    throw new Error(
      `Lab and bare script computed different checksums: ${[...ofLab].join()} and ${[...ofBare].join()}.`,
    );
}

function figuresOf(done: readonly Block[]): readonly Figure[] {
  const names: readonly (readonly [keyof Side, string])[] = [
    ['dough', 'time per dough, lab / bare'],
    ['sync', 'two doughs sync, lab / bare'],
    ['threadsSpeedUp', 'speed-up on 2 threads, lab / bare'],
    ['processesSpeedUp', 'speed-up on 2 processes, lab / bare'],
  ];
  const random = createRandom(doughSeed);
  const ratios = names.map(([key, name]) => {
    const labValues = done.map(({ lab: side }) => side[key]);
    const bareValues = done.map(({ bare: side }) => side[key]);
    return figure('fidelity', name, 'x', ratioInterval(labValues, bareValues, random), 'blocks');
  });
  const plain = (['threadsSpeedUp', 'processesSpeedUp'] as const).flatMap((key) =>
    (['lab', 'bare'] as const).map((side) => {
      const on = key === 'threadsSpeedUp' ? 'threads' : 'processes';
      const interval = medianInterval(
        done.map((block) => block[side][key]),
        random,
      );
      return figure('fidelity', `speed-up on 2 ${on}, ${side}`, 'x', interval, 'blocks');
    }),
  );
  return [...ratios, ...plain];
}
