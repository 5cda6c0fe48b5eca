// The only file that may import ipcMain: one guarded door into main.
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import { calls } from '@core/ipc/contract';
import type { CheckedInputOf, OutputOf } from '@core/ipc/contract';
import { LabError } from '@core/ipc/envelope';
import type { Envelope } from '@core/ipc/envelope';
import { isTooLarge, tooLargeMessage } from '@core/ipc/input-size';
import { callNames, channelOf } from '@core/ipc/names';
import type { CallName } from '@core/ipc/names';
import { isTrustedFrame } from './trusted-sender';

/** A handler for every call of the contract. */
export type Handlers = {
  readonly [Name in CallName]: (
    input: CheckedInputOf<Name>,
    sender: WebContents,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/**
 * Registers all calls. Every answer is an envelope: a refusal says why, an unexpected error is reported to `onError`
 * and reaches the page without stack or path.
 */
export function registerCalls(
  handlers: Handlers,
  isOurWindow: (sender: WebContents) => boolean,
  onError: (name: CallName, error: unknown) => void,
): void {
  for (const name of callNames) {
    ipcMain.handle(channelOf(name), (event, raw: unknown) => answer(name, event, raw));
  }

  async function answer(name: CallName, event: IpcMainInvokeEvent, raw: unknown): Promise<Envelope<unknown>> {
    // Read first and at once: the frame may be gone after an await.
    const trusted = isTrustedFrame(event.senderFrame, event.sender.mainFrame) && isOurWindow(event.sender);
    if (!trusted) return refuse('untrusted-sender', `The call ${name} does not come from the app's own window.`);
    const input = checkInput(name, raw);
    if (!input.ok) return refuse('invalid-request', input.reason);
    try {
      const handler = handlers[name] as (input: unknown, sender: WebContents) => unknown;
      return { ok: true, value: await handler(input.value, event.sender) };
    } catch (error) {
      if (error instanceof LabError) return refuse(error.code, error.message);
      onError(name, error);
      return refuse(
        'internal',
        'Something went wrong inside the app; nothing was lost. Try again, and restart it if this comes back.',
      );
    }
  }
}

function refuse(code: LabError['code'], message: string): Envelope<never> {
  return { ok: false, error: { code, message } };
}

type Checked = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

/** Checks a call's input against the contract. */
export function checkInput(name: CallName, raw: unknown): Checked {
  if (isTooLarge(name, raw)) return { ok: false, reason: tooLargeMessage(name) };
  if (isExotic(raw)) return { ok: false, reason: `The call ${name} was malformed: its input is no plain object.` };
  const result = v.safeParse(calls[name].input, raw);
  if (result.success) return { ok: true, value: result.output };
  const [issue] = result.issues;
  return { ok: false, reason: `The call ${name} was malformed: ${v.getDotPath(issue) ?? 'input'}: ${issue.message}` };
}

/** Cloning also brings dates, maps, bytes and the like, which a schema without required fields takes for empty objects. */
function isExotic(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  const prototype: unknown = Object.getPrototypeOf(raw);
  return prototype !== null && prototype !== Object.prototype;
}
