import type { WorkbenchChoice } from '../experiments/workbench/choice';
import type { PinningRecord } from '../record/events';
import { threeDigits } from '../texts/format';
import { untold, type WorkbenchContext, type WorkbenchTexts } from './workbench-tables';

/** A name and what is said under it, one or more lines. */
export interface SetUpFact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** How a Workbench run was set up and why it ended when it did; empty for a record without a choice. */
export function setUpFacts(context: WorkbenchContext): readonly SetUpFact[] {
  const { record, texts } = context;
  const choice = record.plan.workbench;
  if (!choice) return [];
  const { of } = texts;
  const fact = (name: string, ...lines: readonly string[]): SetUpFact => ({ name: of(`figures.setUp.${name}`), lines });
  return [
    fact('workload', workloadInWords(choice, texts)),
    fact('size', of('figures.setUp.sizeValue', { ms: threeDigits(choice.taskMs), tasks: choice.tasks })),
    ...(choice.workload === 'mixed' || choice.workload === 'database'
      ? [fact('waitShare', inPercent(choice.waitShare))]
      : []),
    ...(choice.jitterShare > 0 ? [fact('jitterShare', inPercent(choice.jitterShare))] : []),
    ...(choice.strategies.includes('async-chunked')
      ? [fact('chunk', of('figures.setUp.chunkValue', { ms: threeDigits(choice.chunkMs) }))]
      : []),
    ...(choice.cold ? [fact('workers', of('figures.setUp.cold'))] : []),
    ...(choice.watchWindow ? [fact('window', of('figures.setUp.watched'))] : []),
    fact('calibration', ...calibrations(context)),
    fact('noise', noise(context)),
    fact('pinning', ...pinnings(context, choice)),
    fact('stop', stopInWords(context, choice)),
    ...(choice.memoryLimitMb === null
      ? []
      : [fact('memoryLimit', of('figures.setUp.memoryLimitValue', { mb: choice.memoryLimitMb }))]),
    ...(choice.taskTimeoutMs === null
      ? []
      : [fact('timeout', of('figures.setUp.timeoutValue', { ms: choice.taskTimeoutMs }))]),
  ];
}

function workloadInWords({ workload, operation }: WorkbenchChoice, { of }: WorkbenchTexts): string {
  const name = of(`form.workloadName.${workload}`);
  return operation === 'none' ? name : `${name}: ${of(`form.operationName.${operation}`)}`;
}

function calibrations({ record, texts: { of } }: WorkbenchContext): string[] {
  const made = record.workloadCalibrations ?? [];
  if (made.length === 0) return [of('figures.setUp.calibrationNone')];
  return made.map(({ operation, unit, units, wantedMs, samples }) =>
    of('figures.setUp.calibrationValue', {
      operation,
      units: units.toLocaleString('en-US'),
      unit: of(`figures.setUp.unit.${unit}`),
      ms: threeDigits(wantedMs),
      samples: samples.length,
    }),
  );
}

function noise({ analysis, experiment, texts: { of } }: WorkbenchContext): string {
  const floor = analysis.parts[0]?.noise;
  if (!floor) return of('figures.setUp.noiseNone');
  const first = of(`condition.${experiment.parts[0]?.noisePair[0] ?? ''}.short`);
  return of('figures.setUp.noiseValue', { floor: threeDigits(floor.ratio), first, n: floor.n });
}

function pinnings({ record, texts }: WorkbenchContext, { pinnedCores }: WorkbenchChoice): string[] {
  if (pinnedCores === null) return [texts.of('figures.setUp.notAsked')];
  const made = record.pinnings ?? [];
  if (made.length === 0) return [texts.of('figures.setUp.pinningMissing', { cores: coresInWords(pinnedCores, texts) })];
  const said = made.map((one) => pinningInWords(one, texts));
  // Usually the same was read back for every condition: then it is said once.
  if (new Set(said).size === 1) return [`${texts.of('figures.setUp.everywhere')}: ${said[0] ?? ''}`];
  return made.map(({ condition }, index) => `${texts.of(`condition.${condition}.name`)}: ${said[index] ?? ''}`);
}

/** What was asked for, and what was read back. */
function pinningInWords({ cores, method, allowed, verified }: PinningRecord, { of }: WorkbenchTexts): string {
  return of('figures.setUp.pinned', {
    cores: coresInWords(cores, { of }),
    method: of(`figures.setUp.method.${method}`),
    allowed: allowed?.join('; ') ?? of('figures.setUp.unreadable'),
    verified: of(verified ? 'figures.setUp.verified' : 'figures.setUp.unverified'),
  });
}

function coresInWords(count: number, { of }: Pick<WorkbenchTexts, 'of'>): string {
  return count === 1 ? of('form.oneCore') : of('form.someCores', { count });
}

function stopInWords({ record, texts: { of } }: WorkbenchContext, { targetWidth }: WorkbenchChoice): string {
  const { stop, plan, outcome } = record;
  if (outcome.status !== 'completed') {
    const last = record.cells.reduce((round, cell) => Math.max(round, cell.round), 0);
    return of('figures.setUp.stopEarly', { round: last, rounds: plan.rounds });
  }
  if (!stop) return of('figures.setUp.stopFixed', { rounds: plan.rounds });
  return of(`figures.setUp.stopValue.${stop.reason}`, {
    rounds: stop.rounds,
    target: targetWidth === null ? untold : inPercent(targetWidth),
    widest: stop.widest === null ? untold : inPercent(stop.widest),
  });
}

function inPercent(share: number): string {
  return `${threeDigits(share * 100).replace(/\.0+$/, '')} %`;
}
