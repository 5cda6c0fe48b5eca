import type { FigureLane, LanesFigure } from '../../figures/figure';
import { mergedSpans } from '../../figures/merged-spans';
import { stateColours, stateInks } from '../../figures/palette';
import { workerStates } from '../../record/schema-parts';
import { translate } from '../../texts/translate';
import { html, type Markup } from '../html';
import { inPages } from '../pages';
import {
  acrossAxis,
  axisHeight,
  box,
  figureWidth,
  fits,
  group,
  legendRows,
  px,
  rowLabel,
  scaleOf,
  stroke,
  widthOf,
  lettering,
  type Scale,
} from './drawing';
import type { Picture } from './picture';

const headHeight = 21;
const laneHeight = 23;
const barHeight = 14;
const gap = 6;
/** Height of the strip that a person drew, above the recorded bar, and the room that it takes. */
const drawnHeight = 6;
const drawnRoom = 8;
/** Narrowest span that is still visible in print. */
const leastWidth = 0.8;
/** Up to this many marks of a lane each is drawn; of more, those at least this far apart. */
const fewMarks = 12;
const leastMarkDistance = 3;

/** One lane of a figure; the first lane of a condition carries its name above it. */
interface Lane {
  readonly lane: FigureLane;
  readonly head: LanesFigure['groups'][number] | undefined;
}

/** Recorded spans, one lane per worker, on one time axis, in as many pictures as pages are needed. */
export function lanesPictures({ axis, groups, leastNs }: LanesFigure): readonly Picture[] {
  const start = Math.max(62, ...groups.flatMap(({ lanes }) => lanes.map(({ name }) => widthOf(name) + 12)));
  const scale = scaleOf(axis, start, figureWidth - 22);
  const legend = legendRows(
    workerStates.map((state) => ({
      name: translate(`glossary.state.${state}`),
      room: 14,
      sample: (x: number, y: number) => box('swatch', x, y - 6, 10, 10, stateColours[state]),
    })),
    start,
  );
  const rows = groups.flatMap((head) =>
    head.lanes.map((lane, index) => ({
      height:
        laneHeight +
        (lane.drawn ? drawnRoom : 0) +
        (index === 0 ? headHeight : 0) +
        (index === head.lanes.length - 1 ? gap : 0),
      item: { lane, head: index === 0 ? head : undefined },
    })),
  );
  return inPages(rows).map((page) => {
    const top = legend.height + 2;
    let y = top;
    const lanes = page.map(({ item, height }) => {
      const drawn = drawLane(item, scale, leastNs, y);
      y += height;
      return drawn;
    });
    return {
      height: y + axisHeight,
      content: html`${legend.markup}${acrossAxis(axis, scale, top, y)}${lanes}`,
    };
  });
}

function drawLane({ lane, head }: Lane, scale: Scale, leastNs: number, top: number): Markup {
  const y = top + (head ? headHeight : 0) + (lane.drawn ? drawnRoom : 0) + laneHeight - barHeight;
  const drawn = (lane.drawn ?? []).map(({ state, startNs, endNs }) => {
    const x = scale.at(startNs);
    return box('span', x, y - drawnRoom, Math.max(leastWidth, scale.at(endNs) - x), drawnHeight, stateColours[state]);
  });
  const pieces = mergedSpans(lane.spans, leastNs).map(({ startNs, endNs, state, task }) => {
    const x = scale.at(startNs);
    const width = Math.max(leastWidth, scale.at(endNs) - x);
    const texts = task === undefined ? [] : [`${task}: ${translate(`glossary.state.${state}`)}`, task];
    const text = texts.find((one) => fits(one, width));
    return html`${box('span', x, y, width, barHeight, stateColours[state])}${
      text === undefined
        ? undefined
        : lettering('inside', x + width / 2, y + barHeight / 2 + 3.4, text, { anchor: 'middle', ink: stateInks[state] })
    }`;
  });
  return group(
    head && rowLabel(head.look, head.name, top + headHeight / 2 + 2, figureWidth - 20),
    lettering('tick', scale.start - 8, y + 10.4, lane.name, { anchor: 'end' }),
    drawn,
    pieces,
    servedMarks(lane, scale, lane.drawn ? y - drawnRoom : y),
  );
}

/** A mark per served dish; its name stands before it unless the mark before is too close. */
function servedMarks({ served }: FigureLane, scale: Scale, y: number): Markup[] {
  let free = scale.start;
  let before = -Infinity;
  return served.flatMap(({ atNs, name }) => {
    const x = scale.at(atNs);
    if (served.length > fewMarks && x - before < leastMarkDistance) return [];
    before = x;
    const named = fits(name, x - free);
    free = x + 4;
    const mark = stroke('served', `M${px(x - 3)} ${px(y - 6)}H${px(x + 3)}L${px(x)} ${px(y - 1)}z`);
    return named ? html`${mark}${lettering('tick', x - 5, y - 1.5, name, { anchor: 'end' })}` : mark;
  });
}
