import type { Verdict } from '../../analysis/verdicts';
import { ratioAxis } from '../../figures/axes';
import type { FigureRow, RowsFigure } from '../../figures/figure';
import { baseCaption, conditionLook } from '../../figures/looks';
import { keyOf } from '../../python/interpreter';
import { formatPlainRatio } from '../../texts/format';
import { measuredParts, type ReportContext } from '../../words/context';
import { pythonName } from '../../words/python';

/** Comparisons that every interpreter and the emulated lock have in common, by how their ids begin without those of a machine. */
const questions = [
  { id: 'threads', part: /^(js-)?cpu/, condition: /^(threads|js-gil$)/ },
  { id: 'processes', part: /^(js-)?cpu/, condition: /^(js-)?processes/ },
  { id: 'waiters', part: /^(js-)?waiting/, condition: /^(js-gil-)?waiters/ },
] as const;

interface Drawn {
  readonly name: string;
  readonly verdict: Verdict;
  readonly ratio: NonNullable<Verdict['ratio']>;
}

/** What threads and processes gain, all interpreters and the emulated lock on one axis; nothing where nothing was compared. */
export function pythonGilFigures(context: ReportContext): readonly RowsFigure[] {
  const { names } = context;
  const [first] = measuredParts(context);
  const of = (key: string): string => names.text(`figure.${key}`);
  const groups = questions
    .map(({ id, part, condition }) => ({ id, drawn: drawnOf(context, part, condition) }))
    .filter(({ drawn }) => drawn.length > 0);
  const all = groups.flatMap(({ drawn }) => drawn);
  if (!first || all.length === 0) return [];
  return [
    {
      kind: 'rows',
      title: of('title'),
      caption: `${of('caption')} ${baseCaption(
        context,
        first,
        all.map(({ verdict }) => verdict.rounds),
      )}`,
      name: 'interpreters',
      axis: ratioAxis(
        names.text('results.verdicts.axis'),
        all.flatMap(({ ratio }) => [ratio.low, ratio.high]),
      ),
      divide: 1,
      rows: groups.flatMap(({ id, drawn }): FigureRow[] => [
        { name: of(id), isHeading: true, look: { colour: 'transparent', shape: 'circle' } },
        ...drawn.flatMap((one) => rowOf(context, one) ?? []),
      ]),
      table: {
        columns: [
          of('question'),
          of('interpreter'),
          names.text('results.verdicts.ratio'),
          ...['low', 'high', 'n'].map((key) => names.text(`results.measures.${key}`)),
        ],
        rows: groups.flatMap(({ id, drawn }) =>
          drawn.map(({ name, ratio, verdict }) => [
            of(id),
            name,
            ...[ratio.estimate, ratio.low, ratio.high].map((value) => Number(value.toPrecision(4))),
            verdict.rounds,
          ]),
        ),
      },
    },
  ];
}

function drawnOf(context: ReportContext, part: RegExp, condition: RegExp): readonly Drawn[] {
  return measuredParts(context)
    .filter((one) => part.test(one.part))
    .flatMap(({ verdicts }) => verdicts)
    .flatMap((verdict): Drawn[] => {
      const { ratio } = verdict;
      if (!ratio || !condition.test(verdict.condition)) return [];
      return [{ name: executedBy(context, verdict.condition), verdict, ratio }];
    });
}

/** Which interpreter, or that it was the emulated lock. */
function executedBy({ record, experiment, names }: ReportContext, condition: string): string {
  const key = experiment.conditions.find(({ id }) => id === condition)?.python?.interpreter;
  if (key === undefined) return names.text('figure.emulated');
  const interpreter = record.plan.pythons?.find((one) => keyOf(one) === key);
  return names.text('figure.python', { version: interpreter ? pythonName(interpreter) : key });
}

function rowOf(context: ReportContext, { name, verdict, ratio }: Drawn): FigureRow | undefined {
  const look = conditionLook(context, verdict.condition);
  if (!look) return undefined;
  const hollow = verdict.verdict === 'too-noisy' || verdict.verdict === null;
  const inWords = `${name}: ${formatPlainRatio(ratio)}`;
  return {
    name,
    look,
    ...(verdict.floor !== null && { band: { low: 1 / verdict.floor, high: verdict.floor } }),
    marks: [{ look: { ...look, hollow }, value: ratio, inWords }],
    labels: [formatPlainRatio(ratio)],
  };
}
