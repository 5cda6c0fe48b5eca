import { forestFigure } from '../../figures/forest';
import type { ReportContext } from '../../words/context';
import { isJudged, measuredPart, observation, type Observation, type Truth } from '../observation';

const parts = ['computing', 'waiting'] as const;

/** One part is clearly wider if its largest difference is at least so many times the other's; below the smaller number the two are about equal. */
const [aboutEqual, clearlyWider] = [1.25, 2];

/** In which part equal work differed more: the largest ratio between two names, away from 1. */
export function observe(context: ReportContext): Observation {
  const { names, analysis } = context;
  const found = parts.map((id) => {
    const part = measuredPart(context, id);
    const ratios = (part?.verdicts ?? []).flatMap(({ ratio, rounds }) => {
      return ratio && rounds >= analysis.method.minimumRounds ? [Math.abs(Math.log(ratio.estimate))] : [];
    });
    const isTold = part !== undefined && isJudged(part) && ratios.length === part.verdicts.length && ratios.length > 0;
    return { id, part, largest: isTold ? Math.max(...ratios) : undefined };
  });
  const [computing, waiting] = found.map(({ largest }) => largest);
  const truths = truthsOf(computing, waiting);
  return observation(
    [
      ...parts.map((id) => ({ id, label: names.part(id), truth: truths[id] })),
      { id: 'same', label: names.text('questions.observe.options.same'), truth: truths.same },
    ],
    [forestFigure(context) ?? []].flat(),
    { computing: percent(computing), waiting: percent(waiting) },
  );
}

function truthsOf(
  computing: number | undefined,
  waiting: number | undefined,
): Readonly<Record<'computing' | 'waiting' | 'same', Truth>> {
  if (computing === undefined || waiting === undefined) return { computing: 'open', waiting: 'open', same: 'open' };
  const wider = computing > waiting ? 'computing' : 'waiting';
  const narrower = wider === 'computing' ? 'waiting' : 'computing';
  const [small, large] = [Math.min(computing, waiting), Math.max(computing, waiting)];
  const times = small === 0 ? (large === 0 ? 1 : Infinity) : large / small;
  const truth = (isRight: boolean): Truth => (isRight ? 'right' : 'wrong');
  // In between, "wider" and "about equally far" can both be read off the chart.
  return {
    [wider]: truth(times > aboutEqual),
    [narrower]: 'wrong',
    same: truth(times < clearlyWider),
  } as Readonly<Record<'computing' | 'waiting' | 'same', Truth>>;
}

/** The largest ratio as a percentage away from 1, to a tenth. */
function percent(logRatio: number | undefined): string {
  if (logRatio === undefined) return '';
  const tenths = Math.round(1000 * (Math.exp(logRatio) - 1));
  return tenths < 1 ? '<0.1' : String(tenths / 10);
}
