import { getCurrentScope, onScopeDispose } from 'vue';
import type { InputOf, OutputOf, PayloadOf } from '@core/ipc/contract';
import { LabError, unwrap } from '@core/ipc/envelope';
import type { Envelope } from '@core/ipc/envelope';
import { monitorPortMessage } from '@core/ipc/names';
import type { CallName, EventName } from '@core/ipc/names';

// The only file that touches `window.lab`: everything else in the window goes through these three functions.

type Caller<Name extends CallName> = (input: InputOf<Name>) => Promise<Envelope<OutputOf<Name>>>;
type Subscriber<Name extends EventName> = (listener: (payload: PayloadOf<Name>) => void) => () => void;
/** Calls without an input are written without one. */
type Arguments<Name extends CallName> = undefined extends InputOf<Name> ? [] : [input: InputOf<Name>];

/**
 * Asks main for something and gives back the bare answer.
 * @throws LabError with the code and the message that main sent
 */
export async function call<Name extends CallName>(name: Name, ...[input]: Arguments<Name>): Promise<OutputOf<Name>> {
  const caller = window.lab[name] as Caller<Name>;
  return unwrap(await caller(input as InputOf<Name>));
}

/**
 * Listens to main. Returns the end of the subscription; inside a component, a store or any other effect scope it also
 * ends together with that scope.
 */
export function subscribe<Name extends EventName>(
  name: Name,
  listener: (payload: PayloadOf<Name>) => void,
): () => void {
  const subscriber = window.lab[`on:${name}`] as Subscriber<Name>;
  return endingWithScope(subscriber(listener));
}

/**
 * Listens for the monitor's port, which the preload script hands over as a window message. Messages of other windows,
 * other types or without exactly one port are ignored. Returns the end of the subscription, as `subscribe` does.
 */
export function onMonitorPort(listener: (port: MessagePort) => void): () => void {
  const receive = (message: MessageEvent<unknown>): void => {
    const port = monitorPortOf(message);
    if (port) listener(port);
  };
  window.addEventListener('message', receive);
  return endingWithScope(() => window.removeEventListener('message', receive));
}

function monitorPortOf(message: MessageEvent<unknown>): MessagePort | undefined {
  if (message.source !== window || message.ports.length !== 1) return undefined;
  const { data } = message;
  const isOurs = typeof data === 'object' && data !== null && 'type' in data && data.type === monitorPortMessage;
  return isOurs ? message.ports[0] : undefined;
}

function endingWithScope(end: () => void): () => void {
  if (getCurrentScope()) onScopeDispose(end);
  return end;
}

/** Any failure as a LabError, so that a person always gets a text that says what happened. */
export function asLabError(error: unknown): LabError {
  if (error instanceof LabError) return error;
  return new LabError('internal', error instanceof Error ? error.message : String(error), { cause: error });
}
