/** What main sends to every helper that it watches, and the helper's answer: nothing else is meant by it. */
export interface Beat {
  readonly type: 'beat';
}

export const beat: Beat = { type: 'beat' };

export function isBeat(message: unknown): message is Beat {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'beat';
}
