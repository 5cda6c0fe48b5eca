import { measureUnits } from '../experiments/measures';
import type { PartSummary, PredictionScore } from '../analysis/types';
import { workerStates } from '../record/schema-parts';
import {
  boundsOf,
  formatDuration,
  formatDurationInterval,
  formatMeasure,
  formatPlainRatio,
  formatShare,
  threeDigits,
} from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import { isOpen, roundsInWords, roundsOf, type ReportContext } from '../words/context';
import type { FigureGroup, FigureGroupId } from '../figures/figures-of';
import { comparisonName } from '../figures/ratios';
import { figureMarkup } from './figure';
import { matrixBlock } from './matrix-section';
import { paragraphs, table, type Column } from './elements';
import { explanationOf, levelExplanationOf } from '../words/explanation';
import { html, type Fragment, type Markup } from './html';
import { levelValues } from '../words/level-words';
import { readableTime } from './setup-sections';
import { scalingBlock } from './scaling-section';
import { speedupWords } from '../words/scaling-words';

/** Everything about one part: prediction, totals, served times, states, timeline, verdicts and why. */
export function partSection(context: ReportContext, part: PartSummary, groups: readonly FigureGroup[]): Markup {
  const drawn = (wanted: FigureGroupId): Markup[] =>
    groups
      .filter(({ id }) => id === wanted)
      .flatMap(({ figures }) => figures.filter((figure) => figure.part === part.part).flatMap(figureMarkup));
  const heading = html`<h2>${context.names.part(part.part)}</h2>
    <p class="lead">${context.names.partDetail(part.part)}</p>`;
  if (part.conditions.length === 0) {
    return html`<section class="part">
      ${heading}
      <p>${translate('report.empty')}</p>
      ${verdictTable(context, part)}
    </section>`;
  }
  return html`<section class="part">
    ${heading}${drawn('own')}${predictionBlock(context, part, drawn('prediction'))}${scalingBlock(context, part)}
    ${matrixBlock(context, part, drawn('matrix'))}
    <h3>${context.names.report('totals.heading')}</h3>
    ${drawn('totals')}${totalsTable(context, part)}${drawn('served')}${servedTable(context, part)}
    ${measuresBlock(context, part, drawn('measures'))}
    <h3>${context.names.report('states.heading')}</h3>
    ${drawn('states')}${statesTable(context, part)}${drawn('workers')}
    <h3>${context.names.report('timeline.heading')}</h3>
    ${drawn('timeline')}
    <h3>${translate('report.verdicts.heading')}</h3>
    ${part.checksumsAgree ? undefined : html`<p class="notice">${translate('report.verdicts.checksums')}</p>`}
    ${drawn('ratios')}${verdictTable(context, part)}${levelTable(context, part)}${explanations(context, part)}
  </section>`;
}

/** What was predicted in words, before any result; the numbers stand in the parts. */
export function predictionSection({ record, analysis }: ReportContext): Markup {
  const say = (key: string, values: TextValues = {}): string => translate(`report.prediction.${key}`, values);
  const { prediction } = record;
  const heading = html`<h2>${say('before')}</h2>`;
  if (prediction.status === 'skipped') {
    return html`<section>
      ${heading}
      <p>${say('skipped')}</p>
    </section>`;
  }
  const compared = (analysis.prediction ?? []).length > 0;
  return html`<section>
    ${heading}
    <p>${say('reason')}</p>
    <blockquote>${paragraphs(prediction.reason)}</blockquote>
    <p class="note">${say('frozen', { time: readableTime(prediction.frozenAt) })}</p>
    ${compared ? undefined : html`<p>${say('unmeasured')}</p>`}
  </section>`;
}

function predictionBlock(context: ReportContext, part: PartSummary, figures: readonly Markup[]): Markup | undefined {
  const say = (key: string, values: TextValues = {}): string => context.names.report(`prediction.${key}`, values);
  const score = context.analysis.prediction?.find((one) => one.part === part.part);
  if (!score) return undefined;
  const { title, columns, rows } = comparedWith(context, part, score);
  return html`<h3>${say('heading')}</h3>
    ${figures}
    <p>
      ${score.pairs > 0 ? say('score', { percent: formatShare(score.ranking), pairs: score.pairs }) : say('noPairs')}
    </p>
    ${table(title, columns, rows)}`;
}

interface Compared {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Fragment[])[];
}

/** Prediction beside outcome, in the way in which it was predicted: a curve, an order, or a total for each condition. */
function comparedWith(context: ReportContext, part: PartSummary, score: PredictionScore): Compared {
  const { names } = context;
  const say = (key: string): string => names.report(`prediction.${key}`);
  const numeric = (label: string): Column => ({ label, numeric: true });
  if (score.curve) {
    return {
      title: say('tableCurve'),
      columns: [{ label: say('condition') }, ...['predicted', 'measured', 'off'].map((key) => numeric(say(key)))],
      rows: score.curve.map(({ condition, predicted, measured }) => [
        names.condition(condition),
        `${threeDigits(predicted)}x`,
        speedupWords(measured),
        `${threeDigits(predicted / measured.estimate)}x`,
      ]),
    };
  }
  if (score.places) {
    return {
      title: say('tablePlaces'),
      columns: [{ label: say('condition') }, ...['predictedPlace', 'measuredPlace'].map((key) => numeric(say(key)))],
      rows: score.places.map(({ condition, predicted, measured }) => [names.condition(condition), predicted, measured]),
    };
  }
  return {
    title: say('table'),
    columns: [{ label: say('condition') }, ...['predicted', 'measured', 'off'].map((key) => numeric(say(key)))],
    rows: score.rows.map((row): Fragment[] => {
      const total = part.conditions.find((one) => one.condition === row.condition)?.total;
      return [
        names.condition(row.condition),
        formatDuration(row.predictedNs),
        total ? formatDurationInterval(total) : formatDuration(row.measuredNs),
        `${threeDigits(row.predictedNs / row.measuredNs)}x`,
      ];
    }),
  };
}

function totalsTable({ names, experiment }: ReportContext, part: PartSummary): Markup {
  const isTotal = (experiment.parts.find(({ id }) => id === part.part)?.headline ?? 'total') === 'total';
  const say = (key: string, values: TextValues = {}): string => names.report(`totals.${key}`, values);
  const rows = part.conditions.map((one): Fragment[] => {
    const seats = experiment.conditions.find(({ id }) => id === one.condition)?.seats ?? [];
    const withHiring = one.totalWithHiring ? formatDurationInterval(one.totalWithHiring) : '–';
    const hires = seats.some((seat) => seat.hired);
    const cpu = one.cpuSeconds;
    return [
      names.condition(one.condition),
      formatDurationInterval(one.total),
      ...(isTotal ? [hires ? withHiring : html`<span class="same">${say('nobodyHired')}</span>`] : []),
      cpu
        ? say('cpuValue', {
            value: threeDigits(cpu.estimate),
            bounds: boundsOf(cpu, threeDigits),
          })
        : '–',
      one.warmUpNs === undefined ? '–' : formatDuration(one.warmUpNs),
      new Set([...one.outliers, ...one.slowRounds]).size,
      one.total.n,
      ...(isTotal ? [hires && one.totalWithHiring ? one.totalWithHiring.n : '–'] : []),
    ];
  });
  const columns = ['hired', 'hiring', 'cpu', 'warmUp', 'flagged', 'n', 'hiringN'];
  const numeric = columns
    .filter((key) => isTotal || !key.startsWith('hiring'))
    .map((key) => ({ label: say(key), numeric: true }));
  return table(say('table'), [{ label: say('condition') }, ...numeric], rows);
}

/** Times by task; undefined where tasks have no names of their own. */
function servedTable({ names, experiment }: ReportContext, part: PartSummary): Markup | undefined {
  const tasks = experiment.parts.find((one) => one.id === part.part)?.tasks ?? [];
  if (tasks.length === 0) return undefined;
  const rows = part.conditions.map(({ condition, served }): Fragment[] => [
    names.condition(condition),
    ...tasks.map((task) => {
      const found = served.find((one) => one.task === task);
      return found ? formatDurationInterval(found.time) : '–';
    }),
  ]);
  const columns = tasks.map((task) => ({ label: names.task(task), numeric: true }));
  const first = { label: names.report('served.condition') };
  return table(names.report('served.table'), [first, ...columns], rows);
}

function statesTable({ names, experiment }: ReportContext, part: PartSummary): Markup {
  const rows = part.conditions.map(({ condition, stateShares, workerTimeNs, total }): Fragment[] => {
    const workers = experiment.conditions.find(({ id }) => id === condition)?.seats.length ?? 0;
    const time = workers === 0 ? total.estimate : workerTimeNs / workers;
    return [
      names.condition(condition),
      ...workerStates.map((state) => formatShare(stateShares[state])),
      names.report('states.workers', { workers, time: formatDuration(time) }),
    ];
  });
  const states = workerStates.map((state) => ({ label: translate(`glossary.state.${state}`), numeric: true }));
  const columns = [
    { label: names.report('states.condition') },
    ...states,
    { label: names.report('states.basis'), numeric: true },
  ];
  return table(names.report('states.table'), columns, rows);
}

function verdictTable(context: ReportContext, part: PartSummary): Markup {
  const say = (key: string): string => context.names.report(`verdicts.${key}`);
  const predicts = part.verdicts.some(({ expect }) => expect !== 'open');
  const rows = part.verdicts.map((verdict): Fragment[] => [
    comparisonName(context, verdict),
    verdict.ratio ? formatPlainRatio(verdict.ratio) : say('missing'),
    verdict.rounds,
    verdict.floor === null ? say('missing') : `${threeDigits(verdict.floor)}x`,
    context.names.verdict(verdict.verdict ?? 'not-measured'),
    ...(predicts
      ? [
          context.names.expect(verdict.expect),
          html`<span class="finding ${verdict.finding}">${translate(`glossary.finding.${verdict.finding}`)}</span>`,
        ]
      : []),
  ]);
  const columns = [
    { label: say('compared') },
    { label: say('ratio'), numeric: true },
    { label: say('n'), numeric: true },
    { label: say('floor'), numeric: true },
    { label: say('verdict') },
    ...(predicts ? [{ label: say('expect') }, { label: say('finding') }] : []),
  ];
  return table(say('table'), columns, rows);
}

/** More columns than this do not fit the paper. */
const measuresInTable = 3;

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** What a part measures beside its headline; undefined where it measures nothing else. */
function measuresBlock(
  { names, experiment }: ReportContext,
  part: PartSummary,
  figures: readonly Markup[],
): Markup | undefined {
  const measures = experiment.parts.find(({ id }) => id === part.part)?.measures ?? [];
  if (measures.length === 0) return undefined;
  const tables = inGroups(measures, measuresInTable).map((group) => {
    const rows = part.conditions.map((one): Fragment[] => [
      names.condition(one.condition),
      ...group.map((measure) => {
        const found = one.measures.find((summary) => summary.measure === measure);
        return found ? formatMeasure(measureUnits[measure], found.value) : '–';
      }),
      one.total.n,
    ]);
    const columns = [
      { label: translate('report.verdicts.condition') },
      ...group.map((measure) => ({ label: translate(`glossary.measure.${measure}`), numeric: true })),
      { label: translate('report.verdicts.n'), numeric: true },
    ];
    return table(translate('report.measures.table'), columns, rows);
  });
  return html`<h3>${translate('report.measures.heading')}</h3>
    ${figures}${tables}`;
}

function levelTable({ names }: ReportContext, part: PartSummary): Markup | undefined {
  if (part.levels.length === 0) return undefined;
  const say = (key: string): string => translate(`report.verdicts.${key}`);
  const rows = part.levels.map((level): Fragment[] => {
    const { value, threshold, n } = levelValues(level, say('missing'));
    return [
      names.condition(level.condition),
      translate(`glossary.measure.${level.measure}`),
      value,
      threshold,
      n,
      translate(`glossary.level.${level.verdict ?? 'not-measured'}`),
      translate(`glossary.level.${level.expect}`),
      html`<span class="finding ${level.finding}">${translate(`glossary.finding.${level.finding}`)}</span>`,
    ];
  });
  const columns = [
    { label: say('condition') },
    { label: say('measure') },
    { label: say('value'), numeric: true },
    { label: say('threshold'), numeric: true },
    { label: say('n'), numeric: true },
    { label: say('verdict') },
    { label: say('expect') },
    { label: say('finding') },
  ];
  return table(say('levels'), columns, rows);
}

function explanations(context: ReportContext, part: PartSummary): Markup | undefined {
  // Where nothing is predicted there is nothing to explain against.
  if (isOpen(context.experiment)) return undefined;
  const texts = part.verdicts.flatMap((verdict) => {
    const text = explanationOf(context.record, context.analysis, verdict);
    return text === undefined ? [] : [{ name: comparisonName(context, verdict), text }];
  });
  const levels = part.levels.flatMap((level) => {
    const text = levelExplanationOf(context.record, context.analysis, level);
    const name = `${context.names.condition(level.condition)}: ${translate(`glossary.measure.${level.measure}`)}`;
    return text === undefined ? [] : [{ name, text }];
  });
  if (texts.length + levels.length === 0) return undefined;
  const blocks = [...texts, ...levels].map(
    ({ name, text }) =>
      html`<div>
        <h4>${name}</h4>
        <p>${text}</p>
      </div>`,
  );
  const n = roundsInWords(roundsOf(part));
  return html`<h3>${translate('report.explanation.heading')}</h3>
    <p class="note">${translate('report.explanation.note', { n })}</p>
    <div class="explanations">${blocks}</div>`;
}
