import type { ConditionSummary, MeasureSummary, PartSummary } from '../../analysis/types';
import type { Axis } from '../../figures/axes';
import type { Estimate, PlaneFigure } from '../../figures/figure';
import { baseCaption, measuredLooks } from '../../figures/looks';
import { stateColours } from '../../figures/palette';
import { workerStates, type WorkerState } from '../../record/schema-parts';
import { formatMeasure } from '../../texts/format';
import type { ReportContext } from '../../words/context';

/** Where theory puts a synchronous wait, a CPU loop and an asynchronous wait, in percent. */
const corners = [
  { x: 0, y: 100 },
  { x: 100, y: 100 },
  { x: 0, y: 0 },
] as const;

/** CPU time and event-loop utilisation of every condition on one plane; second halves of A/A pairs are left out. */
export function blockedIsNotBusyFigures(context: ReportContext): readonly PlaneFigure[] {
  return context.analysis.parts.flatMap((part) => planeFigure(context, part) ?? []);
}

function planeFigure(context: ReportContext, part: PartSummary): PlaneFigure | undefined {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`plane.${key}`, values);
  const places = measuredLooks(context, part, false).flatMap(({ look, summary }) => {
    const cpu = summary.measures.find(({ measure }) => measure === 'cpu-share');
    const loop = summary.measures.find(({ measure }) => measure === 'utilization');
    return cpu && loop ? [{ look, summary, cpu, loop, state: mainState(summary) }] : [];
  });
  if (places.length === 0) return undefined;
  return {
    kind: 'plane',
    title: of('title', { part: names.part(part.part) }),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: `plane-${part.part}`,
    part: part.part,
    x: percentAxis(of('x')),
    y: percentAxis(of('y')),
    places: places.map(({ look, cpu, loop, state }) => ({
      name: look.name,
      look: { colour: stateColours[state], shape: look.shape },
      x: ends(cpu),
      y: ends(loop),
      singles: cpu.values.map((value, index) => {
        return { x: percent(value), y: percent(loop.values[loop.rounds.indexOf(cpu.rounds[index] ?? 0)] ?? 0) };
      }),
      side: cpu.value.estimate > 0.5 ? 'left' : 'right',
      inWords: (x, y) => of('value', { loop: y, cpu: x }),
    })),
    rings: corners,
    table: {
      columns: ['condition', 'state', 'cpu', 'loop', 'n'].map((column) => of(column)),
      rows: places.map(({ look, state, cpu, loop, summary }) => [
        look.name,
        names.glossary(`state.${state}`),
        formatMeasure('share', cpu.value),
        formatMeasure('share', loop.value),
        summary.headline.n,
      ]),
    },
  };
}

/** The worker state that filled most of the time. */
function mainState({ stateShares }: ConditionSummary): WorkerState {
  return workerStates.reduce((most, state) => (stateShares[state] > stateShares[most] ? state : most));
}

/** Marks at 0 and 100 % are drawn whole. */
function percentAxis(title: string): Axis {
  return { title, from: -8, to: 112, ticks: [0, 25, 50, 75, 100], tick: String };
}

/** A share as percent, to a tenth. */
function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function ends({ value }: MeasureSummary): Estimate {
  return { estimate: percent(value.estimate), low: percent(value.low), high: percent(value.high) };
}
