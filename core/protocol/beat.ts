/** What a helper says of its own accord while it computes in the thread that would answer: it gets on. */
export interface Step {
  readonly type: 'step';
}

export const step: Step = { type: 'step' };

export function isStep(message: unknown): message is Step {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'step';
}

/** What main sends to every helper that it watches, and the helper's answer: nothing else is meant by it. */
export interface Beat {
  readonly type: 'beat';
}

export const beat: Beat = { type: 'beat' };

export function isBeat(message: unknown): message is Beat {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'beat';
}
