/** Height of the plot of a figure that still fits on a page with its title and caption, in units of the figure. */
const tallest = 820;

/** A piece of a figure that is never cut. */
export interface Row<T> {
  readonly height: number;
  readonly item: T;
}

/** Splits the rows of a figure so that each group fits on a page; a row taller than a page is a group of its own. */
export function inPages<T>(rows: readonly Row<T>[], most = tallest): (readonly Row<T>[])[] {
  const pages: Row<T>[][] = [];
  let height = Infinity;
  for (const row of rows) {
    if (height + row.height > most) {
      pages.push([]);
      height = 0;
    }
    pages.at(-1)?.push(row);
    height += row.height;
  }
  return pages;
}
