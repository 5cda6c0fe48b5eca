// What is said of a stage when it has ended: its time beside its budget.

/**
 * @param {{ name: string, minutes: number, seconds: number, isGood: boolean }} stage `minutes`: its budget
 * @returns {{ text: string, overrun: string, isFarOver: boolean }} `overrun`: what to say loudly, empty within the budget;
 *   `isFarOver`: more than eight times the budget, which is a failure by itself. The same host, with nothing else on it, has taken
 *   3.2 times as long on one day as on another, and 4.3 times while it was busy
 */
export function stageLine({ name, minutes, seconds, isGood }) {
  const share = seconds / (minutes * 60);
  const isFarOver = share > 8;
  const text = `[${name}] ${isGood && !isFarOver ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s of ${minutes} min`;
  if (share <= 1) return { text, overrun: '', isFarOver };
  const consequence = isFarOver ? 'more than eight times is a failure' : 'shorten it, or say what it displaces';
  const overrun = `[${name}] took ${share.toFixed(1)} times its budget of ${minutes} min: ${consequence}`;
  return { text: `${text}, OVER BUDGET`, overrun, isFarOver };
}
