import type { WorkbenchChoice } from '../experiments/workbench/choice';
import type { PinningRecord } from '../record/events';
import { threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { Fact } from './blocks';
import { countOfRounds, type ReportContext } from './context';
import type { Names } from './names';
import { untold } from './verdicts';

/** How a Workbench run was set up and why it ended when it did; empty for a record without a choice. */
export function setUpFacts(context: ReportContext): readonly Fact[] {
  const { record, names } = context;
  const choice = record.plan.workbench;
  if (!choice) return [];
  const fact = (name: string, ...lines: readonly string[]): Fact => ({
    name: names.text(`figures.setUp.${name}`),
    lines,
  });
  return [
    fact('workload', workloadInWords(choice, names)),
    fact('size', names.text('figures.setUp.sizeValue', { ms: threeDigits(choice.taskMs), tasks: choice.tasks })),
    ...(choice.workload === 'mixed' || choice.workload === 'database'
      ? [fact('waitShare', inPercent(choice.waitShare))]
      : []),
    ...(choice.jitterShare > 0 ? [fact('jitterShare', inPercent(choice.jitterShare))] : []),
    ...(choice.strategies.includes('async-chunked')
      ? [fact('chunk', names.text('figures.setUp.chunkValue', { ms: threeDigits(choice.chunkMs) }))]
      : []),
    ...(choice.cold ? [fact('workers', names.text('figures.setUp.cold'))] : []),
    ...(choice.watchWindow ? [fact('window', names.text('figures.setUp.watched'))] : []),
    fact('calibration', ...calibrations(context)),
    fact('noise', noise(context)),
    fact('pinning', ...pinnings(context, choice)),
    fact('stop', stopInWords(context, choice)),
    ...(choice.memoryLimitMb === null
      ? []
      : [fact('memoryLimit', names.text('figures.setUp.memoryLimitValue', { mb: choice.memoryLimitMb }))]),
    ...(choice.taskTimeoutMs === null
      ? []
      : [fact('timeout', names.text('figures.setUp.timeoutValue', { ms: choice.taskTimeoutMs }))]),
  ];
}

function workloadInWords({ workload, operation }: WorkbenchChoice, names: Names): string {
  const name = names.text(`form.workloadName.${workload}`);
  return operation === 'none' ? name : `${name}: ${names.text(`form.operationName.${operation}`)}`;
}

function calibrations({ record, names }: ReportContext): string[] {
  const made = record.workloadCalibrations ?? [];
  if (made.length === 0) return [names.text('figures.setUp.calibrationNone')];
  return made.map(({ operation, unit, units, wantedMs, samples }) =>
    names.text('figures.setUp.calibrationValue', {
      operation,
      units: units.toLocaleString('en-US'),
      unit: names.text(`figures.setUp.unit.${unit}`),
      ms: threeDigits(wantedMs),
      samples: samples.length,
    }),
  );
}

function noise({ analysis, experiment, names }: ReportContext): string {
  const floor = analysis.parts[0]?.noise;
  if (!floor) return names.text('figures.setUp.noiseNone');
  const first = names.short(experiment.parts[0]?.noisePair[0] ?? '');
  return names.text('figures.setUp.noiseValue', {
    floor: threeDigits(floor.ratio),
    first,
    rounds: countOfRounds(floor.n),
  });
}

function pinnings({ record, names }: ReportContext, { pinnedCores }: WorkbenchChoice): string[] {
  if (pinnedCores === null) return [names.text('figures.setUp.notAsked')];
  const made = record.pinnings ?? [];
  if (made.length === 0)
    return [names.text('figures.setUp.pinningMissing', { cores: coresInWords(pinnedCores, names) })];
  const said = made.map((one) => pinningInWords(one, names));
  // Usually the same was read back for every condition: then it is said once.
  if (new Set(said).size === 1) return [`${names.text('figures.setUp.everywhere')}: ${said[0] ?? ''}`];
  return made.map(({ condition }, index) => `${names.condition(condition)}: ${said[index] ?? ''}`);
}

/** What was asked for, and what was read back. */
function pinningInWords({ cores, method, allowed, verified }: PinningRecord, names: Names): string {
  const say = (key: string, values: TextValues = {}): string => names.text(`figures.setUp.${key}`, values);
  const asked = { cores: coresInWords(cores, names) };
  if (method === 'none') return say('pinnedImpossible', asked);
  const set = { ...asked, method: say(`method.${method}`) };
  if (allowed === null) return say('pinnedUnread', set);
  return say('pinned', { ...set, allowed: allowed.join('; '), verified: say(verified ? 'verified' : 'unverified') });
}

function coresInWords(count: number, names: Names): string {
  return count === 1 ? names.text('form.oneCore') : names.text('form.someCores', { count });
}

function stopInWords({ record, names }: ReportContext, { targetWidth }: WorkbenchChoice): string {
  const { stop, plan, outcome } = record;
  if (outcome.status !== 'completed') {
    const last = record.cells.reduce((round, cell) => Math.max(round, cell.round), 0);
    return names.text('figures.setUp.stopEarly', { round: last, rounds: plan.rounds });
  }
  if (!stop) return names.text('figures.setUp.stopFixed', { rounds: plan.rounds });
  return names.text(`figures.setUp.stopValue.${stop.reason}`, {
    rounds: countOfRounds(stop.rounds),
    target: targetWidth === null ? untold : inPercent(targetWidth),
    widest: stop.widest === null ? untold : inPercent(stop.widest),
  });
}

function inPercent(share: number): string {
  return `${threeDigits(share * 100).replace(/\.0+$/, '')} %`;
}
