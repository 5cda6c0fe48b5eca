import type { InputOf, OutputOf, PayloadOf } from './contract';
import type { Envelope } from './envelope';
import type { CallName, EventName } from './names';

/** What the preload puts on `window.lab`: one function per call, one per event; a subscription returns its own end. */
export type LabBridge = {
  readonly [Name in CallName]: (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>>>;
} & {
  readonly [Name in EventName as `on:${Name}`]: (listener: (payload: PayloadOf<Name>) => void) => () => void;
};
