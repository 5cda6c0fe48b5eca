import type { Figure } from '../figures/figure';
import { rowInWords } from '../figures/value-table';
import { translate } from '../texts/translate';
import { figure as frame } from './elements';
import type { Markup } from './html';
import { curvesPicture } from './svg/curves';
import { picture } from './svg/drawing';
import { lanesPictures } from './svg/lanes';
import { matrixPicture } from './svg/matrix';
import type { Picture } from './svg/picture';
import { planePicture } from './svg/plane';
import { rowsPictures } from './svg/rows';

/** A figure as it is printed: title, drawing with a text alternative, caption; numbered where it takes several pages. */
export function figureMarkup(figure: Figure): Markup[] {
  const pictures = picturesOf(figure);
  const caption = figure.kind === 'matrix' ? `${figure.lead} ${figure.caption}` : figure.caption;
  return pictures.map(({ height, content }, index) => {
    const title =
      pictures.length === 1
        ? figure.title
        : translate('report.continued', { title: figure.title, page: index + 1, pages: pictures.length });
    return frame(title, picture(height, `${title}. ${valuesInWords(figure)}`, content), caption);
  });
}

/** The first page of a figure, for a place that has room for one. */
export function firstFigureMarkup(figure: Figure): Markup | undefined {
  return figureMarkup(figure)[0];
}

function picturesOf(figure: Figure): readonly Picture[] {
  switch (figure.kind) {
    case 'rows':
      return rowsPictures(figure);
    case 'curves':
      return [curvesPicture(figure)];
    case 'plane':
      return [planePicture(figure)];
    case 'lanes':
      return lanesPictures(figure);
    case 'matrix':
      return [matrixPicture(figure)];
  }
}

/** The numbers of a figure for who cannot see it. */
function valuesInWords(figure: Figure): string {
  if (figure.kind === 'matrix') return figure.rows.flatMap(({ cells }) => cells.map((cell) => cell.inWords)).join(' ');
  return figure.table.rows.map((_, index) => `${rowInWords(figure.table, index)}.`).join(' ');
}
