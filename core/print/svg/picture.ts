import type { Markup } from '../html';

/** What is drawn on one page, as wide as every figure, and how high it is. */
export interface Picture {
  readonly height: number;
  readonly content: Markup;
}
