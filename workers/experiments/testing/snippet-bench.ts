import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { conditionCode, givenCode } from '@core/code/code-of';
import { findExperiment } from '@core/experiments/catalogue';
import type { ConditionDefinition, ExperimentDefinition, Workload } from '@core/experiments/definition-types';
import { standardChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import type { ComputeStep, Step } from '@core/protocol/step';
import { cellWork, stepsIn } from './lab-calls';
import { runSnippet } from './run-snippet';
import type { Call, SnippetOptions } from './run-snippet';

/** Iterations of a task: tens of milliseconds, so that two that overlap are seen to. */
export const iterations = 12_000_000;
export const parameters: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'noise-floor': { workMs: 20, waitMs: 15 },
  'eggs-and-toast': { eggsMs: 120, toastMs: 80, cleaningMs: 20, doughMs: 20 },
  'waiting-for-io': { latencyMs: 15, fileMs: 2, queryMs: 3 },
  'hidden-helpers': { hashMs: 4, zipMs: 4, fileMs: 2, latencyMs: 30 },
  'blocked-is-not-busy': { durationMs: 400 },
  'sharing-the-loop': { jobMs: 200 },
  'freeze-the-window': { workMs: 200 },
  'four-scenarios': { computeMs: 20, computeTasks: 8, latencyMs: 20, mixedMs: 20 },
  'thousand-waits': { latencyMs: 5, waitMs: 400 },
  'slow-supplier': { latencyMs: 5, slowMs: 110, oneIn: 10 },
  'when-a-cook-fails': { patienceMs: 300 },
  'shared-stove': { sectionMs: 1, thinkMs: 1, reachMs: 1, eatMs: 1 },
  'python-gil': { computeMs: 20, waitMs: 15 },
};

/** A server as the lab's: it answers after so many ms. */
const server = createServer((request, response) => {
  const ms = Number(/[?&]ms=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
  setTimeout(() => response.end('eggs'), ms);
});
const sockets = new Set<Socket>();

/** Before the tests of a file. Settles when the server answers. */
export async function startServer(): Promise<void> {
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
}

/** After them. */
export function stopServer(): void {
  for (const socket of sockets) socket.destroy();
  server.close();
}

/** A condition with its experiment. @throws Error if there is none */
export function find(
  id: string,
  condition: string,
  workload: Workload = 'cpu',
): { experiment: ExperimentDefinition; condition: ConditionDefinition } {
  const experiment =
    id === 'workbench'
      ? workbenchDefinition({ ...standardChoice, workload, strategies: ['sync', 'async', 'async-chunked'] })
      : findExperiment(id);
  const found = experiment?.conditions.find((one) => one.id === condition);
  if (!experiment || !found) throw new Error(`no ${condition} in ${id}`);
  return { experiment, condition: found };
}

/** Executes the JavaScript of a condition in one part. */
export async function run(id: string, conditionId: string, part: string, more: Partial<SnippetOptions> = {}) {
  const { experiment, condition } = find(id, conditionId, part as Workload);
  const values = { taskMs: 20, tasks: 4, waitMs: 5, computeMs: 5, ...parameters[id] };
  const own = conditionCode(experiment, condition, values).find((code) => code.part === null || code.part === part);
  const given = givenCode(experiment, values).filter((code) => code.part === null || code.part === part);
  if (!own) throw new Error(`no code for ${conditionId}`);
  const { port } = server.address() as AddressInfo;
  return runSnippet({
    given: joinedText(given.map(({ source }) => source.javascript)),
    snippet: own.source.javascript,
    ...more,
    environment: { PORT: String(port), ...more.environment },
  });
}

/** Helpers' files stand at the end of a text, so what comes first goes before them. */
function joinedText(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  const at = /^\/\/ \w+\.mjs/m.exec(first)?.index ?? first.length;
  return [first.slice(0, at), ...rest, first.slice(at)].join('\n');
}

/** Begins and ends in their order in time, each by what it is about. */
export function order(
  calls: readonly { readonly key: string; readonly startNs: number; readonly endNs: number }[],
): string[] {
  return (
    calls
      .flatMap(({ key, startNs, endNs }) => [
        { at: startNs, event: `begin ${key}` },
        { at: endNs, event: `end ${key}` },
      ])
      // What ends and what begins at the same instant: the end comes first.
      .sort((a, b) => a.at - b.at || (a.event.startsWith('end') ? -1 : 1))
      .map(({ event }) => event)
  );
}

export const seedOf = ({ of }: Call): number => (of as { readonly seed: number }).seed;
export const keyOf = (call: Call): string =>
  call.name === 'compute' ? `compute ${seedOf(call)}` : `wait ${String(call.of)}`;
export const keyOfStep = (step: Step): string => {
  if (step.kind === 'compute') return `compute ${step.seed}`;
  return step.kind === 'wait' ? `wait ${step.durationMs}` : step.kind;
};

/** Most calls that were under way at the same time. */
export function mostAtOnce(calls: readonly Call[]): number {
  const at = (call: Call): number =>
    calls.filter(({ startNs, endNs }) => startNs <= call.startNs && call.startNs < endNs).length;
  return Math.max(0, ...calls.map(at));
}

/** Most workers that had something under way at the same time. */
export function mostWorkersAtOnce(calls: readonly Call[]): number {
  const at = (call: Call): number =>
    new Set(calls.filter(({ startNs, endNs }) => startNs <= call.startNs && call.startNs < endNs).map(({ who }) => who))
      .size;
  return Math.max(0, ...calls.map(at));
}

/** What a snippet is given in place of its own tasks: those of the lab's body. */
export function computeSteps(
  id: string,
  part: string,
  condition: string,
  calibrated: Readonly<Record<string, number>>,
) {
  const { experiment, condition: found } = find(id, condition);
  const work = cellWork(experiment, part, found, parameters[id] ?? {}, calibrated);
  const steps = stepsIn(work).filter((step): step is ComputeStep => step.kind === 'compute');
  return {
    work,
    steps,
    tasks: JSON.stringify(steps.map(({ iterations: count, seed }) => ({ iterations: count, seed }))),
  };
}
