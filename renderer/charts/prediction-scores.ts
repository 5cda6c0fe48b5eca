import type { ChartConfiguration, Plugin } from 'chart.js';
import type { PairScore } from '@core/analysis/prediction-score';
import type { TextValues } from '@core/texts/translate';
import type { ChartView } from './chart-of';
import { accentColor, surfaceColor, textColor } from './theme-colors';

/** One run whose prediction was scored. */
export interface ScoredRun {
  /** Number of the experiment in the suggested order. */
  readonly number: number;
  readonly experiment: string;
  /** When it began, in words. */
  readonly started: string;
  readonly score: PairScore;
}

export interface ScoredRuns {
  /** Oldest first. */
  readonly runs: readonly ScoredRun[];
  /** Runs that have no score: because the prediction was skipped, or because nothing of it was measured. */
  readonly skipped: number;
  readonly unmeasured: number;
}

type Translate = (path: string, values?: TextValues) => string;

/** More points than this would lie on each other. */
export const mostPoints = 30;
const font = '550 11px "Inter Variable", system-ui, sans-serif';

/** Share of pairs in the right order, run by run: one point each, with the number of its experiment beside it. */
export function predictionScoresChart({ runs, skipped, unmeasured }: ScoredRuns, t: Translate): ChartView {
  const text = (path: string, values?: TextValues): string => t(`predictionScores.${path}`, values ?? {});
  const shown = runs.slice(-mostPoints);
  const pairs = runs.reduce((sum, { score }) => sum + score.pairs, 0);
  const caption = text(shown.length < runs.length ? 'captionLast' : 'caption', {
    runs: runs.length,
    shown: shown.length,
    pairs,
  });
  const left = [text(`skipped.${plural(skipped)}`, { count: skipped })];
  left.push(text(`unmeasured.${plural(unmeasured)}`, { count: unmeasured }));
  const names = ['number', 'experiment', 'started', 'right', 'pairs', 'share'] as const;
  return {
    config: configOf(shown, text),
    table: {
      columns: names.map((name) => text(`column.${name}`)),
      rows: shown.map(({ number, experiment, started, score }) => [
        number,
        experiment,
        started,
        score.right,
        score.pairs,
        percent(score),
      ]),
    },
    title: text('title'),
    caption: [caption, ...left.filter((sentence) => sentence !== '')].join(' '),
    name: 'prediction-scores',
    height: 168,
  };
}

function plural(count: number): 'none' | 'one' | 'many' {
  return count === 0 ? 'none' : count === 1 ? 'one' : 'many';
}

/** Share in percent to one decimal. */
function percent({ right, pairs }: PairScore): number {
  return Math.round((1000 * right) / pairs) / 10;
}

function configOf(runs: readonly ScoredRun[], text: Translate): ChartConfiguration {
  return {
    type: 'line',
    data: {
      datasets: [
        {
          label: text('axisShare'),
          data: runs.map(({ score }, index) => ({ x: index + 1, y: percent(score) })),
          borderColor: () => `${accentColor()}55`,
          borderWidth: 1,
          pointBackgroundColor: accentColor,
          pointBorderColor: surfaceColor,
          // A point at 100 % is drawn whole.
          clip: 8,
          pointRadius: 4,
          pointHoverRadius: 6,
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { top: 22, right: 16 } },
      scales: {
        x: {
          type: 'linear',
          min: 0.5,
          max: Math.max(runs.length, 4) + 0.5,
          grid: { display: false },
          ticks: { display: false },
          title: { display: true, text: text('axisRun') },
        },
        y: {
          type: 'linear',
          min: 0,
          max: 100,
          border: { display: false },
          ticks: { stepSize: 50 },
          title: { display: true, text: text('axisShare') },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => {
              const run = runs[item?.dataIndex ?? -1];
              return run ? `${run.number} ${run.experiment}, ${run.started}` : '';
            },
            label: (item) => {
              const score = runs[item.dataIndex]?.score;
              return score ? text('point', { ...score, share: percent(score) }) : '';
            },
          },
        },
      },
    },
    plugins: [numbers(runs)],
  };
}

/** Writes the number of its experiment above each point; the padding leaves room for it at 100 %. */
function numbers(runs: readonly ScoredRun[]): Plugin {
  return {
    id: 'experimentNumbers',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      ctx.font = font;
      ctx.fillStyle = textColor();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'bottom';
      chart.getDatasetMeta(0).data.forEach((point, index) => {
        const run = runs[index];
        if (run) ctx.fillText(String(run.number), point.x, point.y - 6);
      });
      ctx.restore();
    },
  };
}
