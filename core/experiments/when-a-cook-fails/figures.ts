import { baseCaption } from '../../figures/looks';
import type { Figure, MatrixFigure, MatrixFigureCell } from '../../figures/figure';
import { wilsonPercent } from '../../statistics/wilson';
import { formatDurationInterval } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { measuredPart } from '../observation';
import { otherTasks, places, ways } from './definition';
import { survivalOf, type Survival } from './survival';

/** What went down with each failure in each place. */
export function whenACookFailsFigures(context: ReportContext): readonly Figure[] {
  const figure = survivalFigure(context);
  return figure ? [figure] : [];
}

/** The survival matrix: failures by places. Undefined where nothing was measured. */
export function survivalFigure(context: ReportContext): MatrixFigure | undefined {
  const { names, record } = context;
  const part = measuredPart(context, 'failures');
  if (!part) return undefined;
  const of = (key: string, values = {}): string => names.text(`matrix.${key}`, values);
  const seen = survivalOf(record);
  const told = (id: string, measure: 'headline' | 'loss-known'): string => {
    const summary = part.conditions.find(({ condition }) => condition === id);
    const value =
      measure === 'headline' ? summary?.headline : summary?.measures.find((one) => one.measure === measure)?.value;
    return value ? formatDurationInterval(value) : of('unknown');
  };

  function cellOf(survival: Survival | undefined): MatrixFigureCell {
    if (!survival) return { lines: [of('unknown')], badges: [], inWords: of('unknown') };
    const { way, place, rounds, othersLost, lost, ended } = survival;
    const [least, most] = lost;
    const all = otherTasks + 1;
    const what = lossOf(least, most, all);
    const lines = [
      of(what, { least, most }),
      of(`ended.${ended ?? 'several'}`),
      of('back', { value: told(`${way}-${place}`, 'headline') }),
      of('counted', { count: othersLost, rounds }),
    ];
    return {
      lines,
      badges: [],
      shade: othersLost / rounds,
      inWords: `${of(`way.${way}`)}, ${of(`place.${place}`)}: ${lines.join(', ')}.`,
    };
  }

  const columns = ['failure', 'place', 'ended', 'rounds', 'others', 'share', 'known', 'back'];
  return {
    kind: 'matrix',
    title: of('title'),
    lead: of('lead'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: 'survival',
    part: part.part,
    corner: of('corner'),
    columns: places.map((place) => of(`place.${place}`)),
    rows: ways.map((way) => ({
      name: of(`way.${way}`),
      cells: places.map((place) => cellOf(seen.find((one) => one.way === way && one.place === place))),
    })),
    table: {
      columns: columns.map((column) => of(`columns.${column}`)),
      rows: seen.map(({ way, place, rounds, othersLost, ended }) => [
        of(`way.${way}`),
        of(`place.${place}`),
        of(`ended.${ended ?? 'several'}`),
        rounds,
        othersLost,
        shareInWords(othersLost, rounds),
        told(`${way}-${place}`, 'loss-known'),
        told(`${way}-${place}`, 'headline'),
      ]),
    },
  };
}

/** The words for how many of `all` tasks went down, at least and at most. */
function lossOf(least: number, most: number, all: number): 'nothing' | 'all' | 'none' | 'same' | 'some' {
  if (most === 0) return 'nothing';
  if (least === all) return 'all';
  if (least !== most) return 'some';
  return most === 1 ? 'none' : 'same';
}

function shareInWords(count: number, rounds: number): string {
  const { estimate, low, high } = wilsonPercent(count, rounds);
  return `${estimate} % [${low} %, ${high} %]`;
}
