import { cellDurationNs } from '../analysis/cells';
import { threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import type { Block, Fact } from './blocks';
import { countOfRounds, roundsOf, type ReportContext } from './context';
import { coverageValues, methodKey } from './coverage';
import { keyOf } from '../python/interpreter';
import { lockWords, pythonName } from './python';
import { priorityInWords } from './priority';
import { cpuSourcesInWords } from './workbench';

/** How the numbers of this run came to be. */
export function method(context: ReportContext): readonly Block[] {
  const { record, analysis, names, experiment } = context;
  const say = (key: string, values: TextValues = {}): string => translate(`report.method.${key}`, values);
  const fact = (key: string, lines: readonly string[]): Fact => ({ name: say(key), lines });
  const { plan } = record;
  const parameters = Object.entries(plan.parameters).map(([id, value]) => {
    const isTime = experiment.parameters.find((one) => one.id === id)?.unit === 'ms';
    return say(isTime ? 'parameter' : 'count', { name: names.parameter(id), value });
  });
  const { resamples, minimumRounds, largestFloor } = analysis.method;
  const samples = analysis.parts.flatMap(roundsOf);
  return [
    { kind: 'paragraph', text: say('summary') },
    {
      kind: 'facts',
      facts: [
        fact('plan', [
          say('planValue', {
            preset: names.glossary(`preset.${plan.preset}`),
            rounds: countOfRounds(plan.rounds),
            budget: plan.timeBudgetSeconds,
            seed: plan.seed,
          }),
        ]),
        ...(parameters.length === 0 ? [] : [fact('parameters', [parameters.join(', ')])]),
        ...(plan.spareRounds === undefined ? [] : [fact('spare', spareLines(context))]),
        ...crewFact(context).map((line) => fact('crew', [line])),
        fact('repetitions', repetitions(context)),
        fact('estimator', [
          say(`estimatorValue.${methodKey(analysis.method)}`, {
            ...coverageValues(samples, analysis.method),
            resamples: thousands(resamples),
          }),
        ]),
        fact('rule', [
          say('ruleValue', { minimum: minimumRounds }),
          ...(largestFloor === undefined ? [] : [say('ruleLimit', { limit: largestFloor })]),
        ]),
        fact('noise', noiseLines(context)),
        fact('priority', [priorityInWords(record)]),
        ...(plan.pythons ? [fact('pythons', pythonLines(context))] : []),
        fact('clock', [say('clockValue', { clock: record.environment.clock })]),
        fact('calibration', [calibration(context)]),
        fact('cpu', [cpuSourcesInWords(record)]),
        fact('quality', [quality(context)]),
      ],
    },
  ];
}

/** Whose workers the others have too; nothing where every condition has its own. */
function crewFact({ experiment, names }: ReportContext): string[] {
  const crews = [...new Set(experiment.conditions.flatMap(({ crewOf }) => crewOf ?? []))];
  return crews.map((crew) => translate('report.method.crewValue', { condition: names.condition(crew) }));
}

/** Every interpreter that took part: version, build, lock, how it starts processes. What was found and not used is not told. */
function pythonLines({ record, experiment }: ReportContext): string[] {
  const used = new Set(experiment.conditions.flatMap(({ python }) => python?.interpreter ?? []));
  const lines = (record.plan.pythons ?? [])
    .filter((one) => used.has(keyOf(one)))
    .map((one) => {
      const values = { name: pythonName(one), lock: lockWords(one), startMethod: one.startMethod };
      return translate('report.method.pythonValue', values);
    });
  return lines.length > 0 ? lines : [translate('report.method.pythonNone')];
}

/** Which rounds were added, and for what; where none was, that. */
function spareLines({ record, names }: ReportContext): string[] {
  const { spareRounds = [] } = record;
  if (spareRounds.length === 0) return [translate('report.method.spareNone')];
  return spareRounds.map(({ round, missing }) => {
    const lost = missing.map(({ part, condition, measure, rounds, reason }) =>
      translate('report.method.spareLost', {
        part: names.part(part),
        condition: names.condition(condition),
        measure: names.measure(measure),
        rounds: rounds.join(', '),
        reason: names.glossary(`lossReason.${reason}`),
      }),
    );
    return translate('report.method.spareValue', { round, lost: lost.join('; ') });
  });
}

function repetitions({ record, experiment, names }: ReportContext): string[] {
  return experiment.parts.flatMap(({ id }) => {
    const cells = record.cells.filter((cell) => cell.part === id && cellDurationNs(cell) > 0);
    if (cells.length === 0) return [];
    const count = Math.max(...cells.map((cell) => cell.repetition)) + 1;
    const key = count === 1 ? 'report.method.once' : 'report.method.repeated';
    return [translate(key, { part: names.part(id), count })];
  });
}

function noiseLines({ analysis, experiment, names }: ReportContext): string[] {
  const measured = analysis.parts.map(({ part, noise }) => {
    const [first, second] = experiment.parts.find((one) => one.id === part)?.noisePair ?? ['', ''];
    if (!noise) return translate('report.method.noiseMissing', { part: names.part(part) });
    return translate('report.method.noiseValue', {
      part: names.part(part),
      floor: threeDigits(noise.ratio),
      measured: threeDigits(noise.measuredRatio),
      first: names.condition(first),
      second: names.condition(second),
      rounds: countOfRounds(noise.n),
    });
  });
  const percent = threeDigits(experiment.smallestDifference * 100).replace(/\.0+$/, '');
  return [...measured, translate('report.method.smallest', { percent })];
}

function calibration({ record }: ReportContext): string {
  if (!record.calibration) return translate('report.method.calibrationMissing');
  const { kernel, iterationsPerMs, iterations } = record.calibration;
  const uses = Object.entries(iterations).map(([name, count]) =>
    translate('report.method.calibrationUse', { name, iterations: thousands(count) }),
  );
  const rate = thousands(Math.round(iterationsPerMs));
  return translate('report.method.calibrationValue', { kernel, rate, uses: uses.join(', ') });
}

function quality({ record, analysis }: ReportContext): string {
  const conditions = analysis.parts.flatMap((part) => part.conditions);
  const slow = analysis.warnings.find((warning) => warning.code === 'slow-sentinels')?.values['count'] ?? 0;
  return translate('report.method.qualityValue', {
    slow,
    executions: record.cells.filter((cell) => cell.round > 0).length,
    outliers: conditions.reduce((sum, one) => sum + one.outliers.length, 0),
    values: conditions.reduce((sum, one) => sum + one.headlinesNs.length, 0),
  });
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}
