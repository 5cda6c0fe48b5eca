import type { Axis } from '@core/figures/axes';

/** What of a Chart.js axis its title is fitted to. */
interface TitledAxis {
  readonly chart: { readonly width: number; readonly height: number };
  readonly options: object;
}

/** An axis of a figure for Chart.js: it begins, ends and has its ticks where the figure says. `along`: what it runs along. */
export function scaleFor({ title, from, to, isLogarithmic, ticks, tick }: Axis, along: 'width' | 'height' = 'width') {
  return {
    type: isLogarithmic ? ('logarithmic' as const) : ('linear' as const),
    min: from,
    max: to,
    title: { display: true, text: title },
    // Chart.js sets a title that is too long narrower instead of breaking it.
    beforeUpdate: ({ chart, options }: TitledAxis) => {
      Object.assign((options as { title: object }).title, { text: titleLines(title, chart[along] * axisShare[along]) });
    },
    border: { display: false },
    ticks: { maxRotation: 0, autoSkip: true, callback: (value: number | string) => tick(Number(value)) },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map((value) => ({ value }));
    },
  };
}

/** About how much of a drawing an axis has beside what stands at its ends, and the px of a letter of its title. */
const axisShare = { width: 0.55, height: 0.7 } as const;
const titleLetter = 5.8;

/** The title of an axis, in two lines where one has no room. `length` of the axis in px. */
export function titleLines(title: string, length: number): string[] {
  if (length === 0 || title.length * titleLetter <= length) return [title];
  return inLines(title, Math.ceil(title.length / 2) + 4);
}

/** One row per name, the first on top; a heading stands out. */
export function rowAxis(rows: readonly { readonly name: string; readonly isHeading?: boolean }[]) {
  return {
    type: 'category' as const,
    labels: rows.map(({ name }) => inLines(name)),
    offset: true,
    grid: { display: false },
    border: { display: false },
    ticks: {
      autoSkip: false,
      crossAlign: 'far' as const,
      padding: 8,
      font: ({ index }: { readonly index: number }) => (rows[index]?.isHeading ? { weight: 600 } : {}),
    },
  };
}

/** Breaks a long name, after its comma or else near its middle, so that narrow windows keep room for the data. */
export function inLines(name: string, most = 17): string[] {
  if (name.length <= most) return [name];
  const comma = name.indexOf(', ');
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2));
  const at = comma > 0 && name.length <= 2 * most + 4 ? comma + 1 : middle;
  if (at === undefined) return [name];
  return [name.slice(0, at), name.slice(at + 1)].flatMap((part) => inLines(part, Math.max(most, 24)));
}
