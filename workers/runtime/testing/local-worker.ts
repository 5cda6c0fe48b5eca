import type { FromWorker, Ticket, ToWorker } from '@core/protocol/worker';
import { createClock } from '../../measurement/clock';
import type { SeatedWorker } from '../crew';
import { createMailbox } from '../mailbox';
import type { LinkEvents } from '../pool/pool-types';
import { createTaskServer } from '../pool/serve-tasks';
import type { RunFailure } from '../run-failure';

const clock = createClock();
const noCounters = { voluntarySwitches: null, involuntarySwitches: null, utilization: null, loopDelay: null };

/** A worker in this thread that answers at once; what it was given can be looked at, and it can be lost. */
export function localWorker(
  seat: string,
  hired: boolean,
  answer: (ticket: Ticket) => null | Promise<null> = () => null,
) {
  const mailbox = createMailbox(seat);
  const given: Ticket[] = [];
  const prepared: Extract<ToWorker, { type: 'prepare' }>[] = [];
  let events: LinkEvents<null> | undefined;
  let stuck = false;
  const server = createTaskServer<Ticket, null>(
    (ticket) => {
      given.push(ticket);
      return stuck ? new Promise(() => undefined) : answer(ticket);
    },
    (message) => queueMicrotask(() => events?.received(message)),
  );
  const post = (message: ToWorker): void => {
    let reply: FromWorker | undefined;
    if (message.type === 'tasks') server.receive(message);
    if (message.type === 'prepare') {
      prepared.push(message);
      reply = { type: 'prepared', cell: message.cell };
    }
    if (message.type === 'account') {
      const { cell } = message;
      const tasks = given.flatMap(({ steps }) =>
        steps.map(({ task }) => ({ task, worker: seat, startNs: 1, servedNs: 2, iterations: 0, checksum: null })),
      );
      reply = { type: 'accounted', cell, cpuNs: 5, waitedNs: 1, counters: noCounters, spans: [], tickets: [], tasks };
    }
    if (reply) mailbox.deliver(reply, clock.now());
  };
  const member: SeatedWorker = {
    seat,
    hired,
    handle: {
      id: `c/${seat}`,
      kind: 'thread',
      requestedNs: 0,
      readyNs: 1,
      post,
      transport: 'thread-port',
      answers: mailbox,
      onEcho: () => undefined,
      link: { id: `c/${seat}`, post, listen: (one) => (events = one), end: () => Promise.resolve() },
      dismiss: () => Promise.resolve(),
    },
  };
  return {
    member,
    given,
    prepared,
    hang: () => (stuck = true),
    lose: (reason: RunFailure) => {
      mailbox.fail(reason);
      events?.lost(reason);
    },
  };
}
