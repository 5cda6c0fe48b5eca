import { roundCells } from '../../analysis/cells';
import type { CellRecord } from '../../record/events';
import type { ReportContext } from '../../words/context';
import { observation, type Observation } from '../observation';

const ways = ['in-turn', 'side-by-side', 'pieces'] as const;
type Way = (typeof ways)[number];

/** How the tasks of Promise.all followed each other, in the recorded spans of every round. */
export function observe({ record, analysis, names }: ReportContext): Observation {
  const rounds = roundCells(record, 'computing', 'together').filter(({ round }) => round > 0);
  const seen = new Set(rounds.map(({ cell }) => wayOf(cell)));
  const [only] = seen;
  const isTold = rounds.length >= analysis.method.minimumRounds && seen.size === 1 && only !== undefined;
  return observation(
    ways.map((id) => ({
      id,
      label: names.text(`questions.observe.options.${id}`),
      truth: isTold ? (id === only ? 'right' : 'wrong') : 'open',
    })),
    'timeline',
    { rounds: rounds.length },
  );
}

/** How the tasks of one execution followed each other; undefined where fewer than two were recorded. */
function wayOf(cell: CellRecord): Way | undefined {
  const busy = cell.workers
    .flatMap(({ spans }) => spans)
    .flatMap(({ state, task, startNs, endNs }) =>
      state === 'busy' && task !== undefined ? [{ task, startNs, endNs }] : [],
    )
    .sort((a, b) => a.startNs - b.startNs);
  if (new Set(busy.map(({ task }) => task)).size < 2) return undefined;
  const next = (index: number) => busy[index + 1];
  if (busy.some(({ task, endNs }, index) => (next(index)?.startNs ?? Infinity) < endNs && next(index)?.task !== task)) {
    return 'side-by-side';
  }
  const changes = busy.filter(({ task }, index) => next(index) !== undefined && next(index)?.task !== task).length;
  return changes === new Set(busy.map(({ task }) => task)).size - 1 ? 'in-turn' : 'pieces';
}
