import type { InputOf, OutputOf, PayloadOf } from '@core/ipc/contract';
import type { Envelope, LabErrorCode } from '@core/ipc/envelope';
import { callNames, eventNames } from '@core/ipc/names';
import type { CallName, EventName } from '@core/ipc/names';

/** Answers of main by call; whatever a test does not name is refused, so that nothing passes unnoticed. */
export type FakeAnswers = {
  readonly [Name in CallName]?: (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>>> | Envelope<OutputOf<Name>>;
};

export interface FakeLab {
  /** Inputs of every call so far, in order. */
  readonly made: readonly { readonly name: CallName; readonly input: unknown }[];
  readonly emit: <Name extends EventName>(name: Name, payload: PayloadOf<Name>) => void;
  readonly listenerCount: (name: EventName) => number;
}

export function answer<T>(value: T): Envelope<T> {
  return { ok: true, value };
}

export function refusal(code: LabErrorCode, message: string): Envelope<never> {
  return { ok: false, error: { code, message } };
}

/** Puts a bridge on `window.lab` with exactly the names of the contract, and gives back its other end. */
export function installFakeLab(answers: FakeAnswers = {}): FakeLab {
  const made: { name: CallName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>(eventNames.map((name) => [name, new Set()]));
  const listenersOf = (name: EventName): Set<(payload: unknown) => void> => listeners.get(name) ?? new Set();
  const bridge: Record<string, unknown> = {};
  for (const name of callNames) {
    bridge[name] = async (input: never) => {
      made.push({ name, input });
      const reply = answers[name] as ((input: never) => unknown) | undefined;
      return reply ? await reply(input) : refusal('internal', `The test gives no answer to ${name}.`);
    };
  }
  for (const name of eventNames) {
    bridge[`on:${name}`] = (listener: (payload: unknown) => void) => {
      listenersOf(name).add(listener);
      return () => listenersOf(name).delete(listener);
    };
  }
  Object.defineProperty(window, 'lab', { configurable: true, value: bridge });
  return {
    made,
    emit: (name, payload) => listenersOf(name).forEach((listener) => listener(payload)),
    listenerCount: (name) => listenersOf(name).size,
  };
}
