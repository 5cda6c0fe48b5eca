import type { ForecastScore } from '../analysis/forecast-types';
import { drawnTotalsMs } from '../analysis/drawn-totals';
import type { ForecastDefinition, PickRule } from '../experiments/forecasts';
import type { StoryQuestion } from '../experiments/story-plan';
import { formatDuration } from '../texts/format';
import type { ReportContext } from './context';
import { forecastOf, guessInWords, optionName, rangeInWords } from './forecasts';

/** What was said in a forecast about the answer's own conditions, against what came; undefined where nothing was. */
export function saidInForecasts(context: ReportContext, answer: StoryQuestion): string | undefined {
  for (const score of context.analysis.forecasts ?? []) {
    const forecast = forecastOf(context, score.forecast);
    const said = forecast && saidIn(context, forecast, score, answer);
    if (said !== undefined) return said;
  }
  return undefined;
}

function saidIn(
  context: ReportContext,
  forecast: ForecastDefinition,
  score: ForecastScore,
  answer: StoryQuestion,
): string | undefined {
  const { names } = context;
  const id = rowAbout(forecast, answer);
  switch (score.kind) {
    case 'trace':
      return score.part === partOfAnswer(answer) ? drawnTotals(context, answer) : undefined;
    case 'pick': {
      const row = score.rows.find((one) => one.id === id);
      if (!row || row.measured === undefined) return undefined;
      const [picked, measured] = [optionName(names, row.picked), optionName(names, row.measured)];
      return names.text('story.prediction.picked', { picked, measured });
    }
    case 'size':
    case 'apart': {
      const row = score.rows.find((one) => one.id === id);
      if (!row?.measured) return undefined;
      const predicted = guessInWords(score, row.predicted);
      return names.text('story.prediction.said', { predicted, measured: rangeInWords(score, row.measured, names) });
    }
    case 'marks':
      return undefined;
  }
}

function partOfAnswer(answer: StoryQuestion): string | undefined {
  return 'part' in answer ? answer.part : undefined;
}

/** The row of a forecast that the answer is about. */
function rowAbout(forecast: ForecastDefinition, answer: StoryQuestion): string | undefined {
  if (answer.kind === 'noise')
    return 'rows' in forecast ? forecast.rows.find(({ part }) => part === answer.part)?.id : undefined;
  if (forecast.kind === 'size') {
    const isAbout =
      (forecast.of === 'break-even' && answer.kind === 'break-even') ||
      (answer.kind === 'cost' && forecast.of === answer.cost) ||
      (forecast.of === 'headline' && forecast.part === partOfAnswer(answer));
    return isAbout ? answer.condition : undefined;
  }
  if (answer.kind === 'level' && forecast.kind === 'pick') {
    const isIt = (by: PickRule): boolean =>
      'measure' in by && by.condition === answer.condition && by.measure === answer.measure;
    return forecast.rows.find(({ part, by }) => part === answer.part && isIt(by))?.id;
  }
  if (answer.kind !== 'comparison') return undefined;
  const isSame = (one: { readonly condition: string; readonly baseline: string }): boolean =>
    one.condition === answer.condition && one.baseline === answer.baseline;
  if (forecast.kind === 'apart') return forecast.rows.find((row) => row.part === answer.part && isSame(row))?.id;
  if (forecast.kind !== 'pick') return undefined;
  return forecast.rows.find(
    ({ part, by }) => part === answer.part && ('along' in by || ('baseline' in by && isSame(by))),
  )?.id;
}

function drawnTotals({ record, analysis, names }: ReportContext, answer: StoryQuestion): string | undefined {
  if (answer.kind !== 'comparison' || record.prediction.status !== 'given') return undefined;
  const drawn = drawnTotalsMs(record.definition, record.prediction.forecasts)[answer.part] ?? {};
  const part = analysis.parts.find((one) => one.part === answer.part);
  const measured = (id: string) => part?.conditions.find(({ condition }) => condition === id)?.headline.estimate;
  const [first, second] = [drawn[answer.baseline], drawn[answer.condition]];
  const [firstMeasured, secondMeasured] = [measured(answer.baseline), measured(answer.condition)];
  if (first === undefined || second === undefined || firstMeasured === undefined || secondMeasured === undefined)
    return undefined;
  return names.text('story.prediction.times', {
    baseline: names.short(answer.baseline),
    short: names.short(answer.condition),
    first: formatDuration(first * 1e6),
    second: formatDuration(second * 1e6),
    firstMeasured: formatDuration(firstMeasured),
    secondMeasured: formatDuration(secondMeasured),
  });
}
