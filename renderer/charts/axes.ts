import type { Axis } from '@core/figures/axes';

/** An axis of a figure for Chart.js: it begins, ends and has its ticks where the figure says. */
export function scaleFor({ title, from, to, isLogarithmic, ticks, tick }: Axis) {
  return {
    type: isLogarithmic ? ('logarithmic' as const) : ('linear' as const),
    min: from,
    max: to,
    title: { display: true, text: title },
    border: { display: false },
    ticks: { maxRotation: 0, autoSkip: true, callback: (value: number | string) => tick(Number(value)) },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = ticks.map((value) => ({ value }));
    },
  };
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
