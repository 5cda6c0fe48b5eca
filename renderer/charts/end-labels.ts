/** A name at the end of a curve, in lines below each other, with what is drawn before it. */
export interface EndLabel {
  /** Where its curve ends, in px. */
  readonly y: number;
  readonly lines: readonly string[];
}

export const lineHeight = 14;

/** Labels in the order of their curves' ends, moved apart so that none covers another. */
export function spreadLabels<T extends EndLabel>(labels: readonly T[], top: number, bottom: number): T[] {
  const heightOf = ({ lines }: T): number => lines.length * lineHeight;
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let free = top;
  const pushed = sorted.map((label) => {
    const y = Math.max(free, label.y);
    free = y + heightOf(label);
    return { ...label, y };
  });
  // What was pushed out at the bottom moves back up, and its neighbours with it.
  let limit = bottom + lineHeight / 2;
  return pushed
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, limit - heightOf(label) + lineHeight / 2);
      limit = y - lineHeight / 2;
      return { ...label, y };
    })
    .reverse();
}
