import type { Page } from '@playwright/test';
import type { PayloadOf } from '@core/ipc/contract';
import { callNames, eventNames, monitorPortMessage } from '@core/ipc/names';
import type { CallName, EventName } from '@core/ipc/names';
import type { MonitorMessage } from '@core/ipc/monitor';
import type { FakeMain } from './fake-main';

/** The page's side, hidden behind one name: what the preload does in the app. */
interface PageSide {
  emit(name: string, payload: unknown): void;
  /** Sends to the page over the monitor's port; the first message hands the port over. */
  monitor(message: unknown): void;
}
interface FakeWindow {
  lab?: Record<string, unknown>;
  fakeMain?: (name: string, input: unknown) => Promise<unknown>;
  fakeBridge?: PageSide;
}

/** Puts a bridge with exactly the names of the contract on every document of the page, answered by the fake. */
export async function installBridge(page: Page, main: FakeMain): Promise<void> {
  await page.exposeFunction('fakeMain', (name: CallName, input: unknown) => main.answer(name, input));
  await page.addInitScript(
    ({ callNames, eventNames, portMessage }) => {
      const here = globalThis as unknown as FakeWindow;
      const listeners = new Map<string, Set<(payload: unknown) => void>>();
      const bridge: Record<string, unknown> = {};
      for (const name of callNames) bridge[name] = (input: unknown) => here.fakeMain?.(name, input);
      for (const name of eventNames) {
        const set = new Set<(payload: unknown) => void>();
        listeners.set(name, set);
        bridge[`on:${name}`] = (listener: (payload: unknown) => void) => {
          set.add(listener);
          return () => set.delete(listener);
        };
      }
      here.lab = Object.freeze(bridge);
      let port: MessagePort | undefined;
      here.fakeBridge = {
        emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload)),
        monitor(message) {
          if (!port) {
            const channel = new MessageChannel();
            port = channel.port1;
            window.postMessage({ type: portMessage }, location.origin, [channel.port2]);
          }
          port.postMessage(message);
        },
      };
    },
    { callNames, eventNames, portMessage: monitorPortMessage },
  );
}

/** Tells the page what main would tell it. */
export async function emit<Name extends EventName>(page: Page, name: Name, payload: PayloadOf<Name>): Promise<void> {
  await page.evaluate(([event, value]) => (globalThis as unknown as FakeWindow).fakeBridge?.emit(event, value), [
    name,
    payload,
  ] as const);
}

/** Sends samples over the monitor's port. */
export async function sendSamples(page: Page, samples: readonly MonitorMessage[]): Promise<void> {
  await page.evaluate(
    (messages) => messages.forEach((message) => (globalThis as unknown as FakeWindow).fakeBridge?.monitor(message)),
    samples,
  );
}
