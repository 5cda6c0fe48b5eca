import type { WebContents } from 'electron';
import type { PayloadOf } from '@core/ipc/contract';
import { channelOf } from '@core/ipc/names';
import type { EventName } from '@core/ipc/names';

/** Sends an event of the contract to the page, unless the page has gone. */
export type SendEvent = <Name extends EventName>(name: Name, payload: PayloadOf<Name>) => void;

/** @param page the page that listens at present, undefined while there is none */
export function createEventSender(page: () => WebContents | undefined): SendEvent {
  return (name, payload) => {
    const target = page();
    if (target && !target.isDestroyed() && !target.isCrashed()) target.send(channelOf(name), payload);
  };
}
