// The bench's program: measures the chosen parts one after the other, prints the figures and writes them as JSON.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname } from 'node:path';
import { aaSeries } from './aa-series';
import { chartCost } from './chart-cost';
import { coldStart } from './cold-start';
import { changesTable, compared, readFigures } from './compare';
import { fidelity } from './fidelity';
import { keepResults } from './kept-results';
import type { Machine } from './kept-results';
import { table } from './figures';
import type { Figure } from './figures';
import { monitorCost } from './monitor-cost';
import { notebookStart } from './notebook-start';
import { openWindow } from './open-window';
import { parseOptions, UsageError } from './options';
import type { Options, PartName } from './options';
import { pools, processes } from './pools';
import { cleanUp, runProgram, stop } from './programs';
import { resultDrawn } from './result-drawn';
import { timelineCost } from './timeline';
import { windowLoad } from './window-load';

type Part = (
  options: Options,
  say: (text: string) => void,
) => Promise<{ readonly figures: readonly Figure[]; readonly raw: unknown }>;

const parts: Readonly<Record<PartName, Part>> = {
  fidelity,
  'open-window': openWindow,
  start: coldStart,
  notebook: notebookStart,
  result: resultDrawn,
  monitor: monitorCost,
  charts: chartCost,
  timeline: timelineCost,
  window: windowLoad,
  pools,
  processes,
  aa: aaSeries,
};

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function describeMachine({ runtime, root }: Options): Promise<Machine> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { stdout } = await runProgram(runtime, ['-p', 'JSON.stringify(process.versions)'], { env });
  const { electron, node, chrome } = JSON.parse(stdout) as Record<'electron' | 'node' | 'chrome', string>;
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { readonly version: string };
  return {
    cpu: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryBytes: os.totalmem(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    runtime: { electron, node, chrome: chrome || 'unknown' },
    appVersion: version,
    loadAverageBefore: os.loadavg(),
  };
}

async function bench(options: Options): Promise<void> {
  // Read first: a wrong file is told before the minutes of measuring, and the new result may take its place.
  const before = options.compare === undefined ? undefined : readFigures(options.compare);
  const startedAt = new Date().toISOString();
  const machine = await describeMachine(options);
  const { cpu, cores, system, runtime, loadAverageBefore } = machine;
  const [load = 0] = loadAverageBefore;
  if (load > cores / 2) say(`The machine is busy (load ${load.toFixed(2)}): the figures hold its other work too.`);
  const figures: Figure[] = [];
  const raw: Partial<Record<PartName, unknown>> = {};
  for (const name of options.parts) {
    const result = await parts[name](options, say);
    figures.push(...result.figures);
    raw[name] = result.raw;
  }
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(options.json, `${JSON.stringify({ schemaVersion: 1, startedAt, machine, figures, raw }, null, 2)}\n`);
  console.log(`${cpu}, ${cores} cores, ${system}`);
  console.log(`Electron ${runtime.electron}, Node ${runtime.node}; load before ${load.toFixed(2)}; ${startedAt}\n`);
  console.log(table(figures));
  if (before) console.log(`\n${changesTable(compared(figures, before))}`);
  if (options.keep) {
    const { summary } = keepResults(options.root, { startedAt, machine, figures });
    say(`\nKept: ${summary}`);
  }
  say(`\nAll values: ${options.json}`);
}

const interruption = new AbortController();
for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.on(signal, () => {
    if (interruption.signal.aborted) return;
    interruption.abort();
    void stop().finally(() => process.exit(128 + number));
  });
}
try {
  await bench(parseOptions(process.argv.slice(2)));
} catch (error) {
  // After an interruption every program ends with an error; the signal says enough.
  if (!interruption.signal.aborted) say(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
} finally {
  if (!interruption.signal.aborted) cleanUp();
}
