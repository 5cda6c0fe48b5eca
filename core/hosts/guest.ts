import { compute } from '../kernels/compute';
import type { TicketTimes } from '../protocol/worker';
import type { Span, TaskRecord } from '../record/events';
import type { FromGuest, GuestTicket, ToGuest } from './messages';

/** A guest that computes longer than this gives up: whatever happens, the window and main come back. */
export const longestBlockMs = 3_000;

/** What a guest needs of the host it runs in. */
export interface GuestHost {
  readonly worker: string;
  readonly pid: number;
  /** Nanoseconds since the run's start. */
  readonly now: () => number;
  readonly post: (message: FromGuest) => void;
}

/** The part of a guest that executes tasks; other messages are for its host. */
export interface Guest {
  receive(message: ToGuest): void;
}

/**
 * Executes compute tasks on the host's own thread, as a task worker does on its own: the same kernels, the same pieces, the
 * same checksums. It really blocks whoever it runs in; between two pieces it looks whether it has blocked for longer than
 * `longestBlockMs`, and then ends the task as failed.
 */
export function createGuest({ worker, pid, now, post }: GuestHost): Guest {
  let spans: Span[] = [];
  let tasks: TaskRecord[] = [];
  let tickets: TicketTimes[] = [];
  let idleSinceNs = now();

  function mark(span: Span): void {
    if (span.endNs > span.startNs) spans.push(span);
  }

  function execute(ticket: GuestTicket): void {
    const receivedNs = now();
    mark({ state: 'idle', startNs: idleSinceNs, endNs: receivedNs });
    for (const step of ticket.steps) {
      const startNs = now();
      const checksum = compute(step, () => {
        if ((now() - startNs) / 1e6 > longestBlockMs) {
          throw new Error(
            `The task was ended because it blocked for more than ${longestBlockMs / 1000} s. Choose less work.`,
          );
        }
      });
      const servedNs = now();
      mark({ state: 'busy', startNs, endNs: servedNs, task: step.task });
      const iterations = step.iterations * (step.chunks ?? 1);
      tasks.push({ task: step.task, worker, startNs, servedNs, iterations, checksum });
    }
    idleSinceNs = now();
    tickets.push({ n: ticket.n, receivedNs, doneNs: idleSinceNs });
  }

  function answer(id: number, ticket: GuestTicket): void {
    try {
      execute(ticket);
      post({ type: 'answers', ids: [id], answers: [null], tookMs: 0 });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
      post({ type: 'failures', ids: [id], errors: [{ name, message }] });
    }
  }

  return {
    receive(message) {
      switch (message.type) {
        case 'describe':
          post({
            type: 'described',
            pid,
            tid: null,
            nice: null,
            cpuSource: 'none',
            memory: { processRssBytes: null, processPssBytes: null, heapBytes: null },
            cpuSeconds: 0,
          });
          break;
        case 'prepare':
          spans = [];
          tasks = [];
          tickets = [];
          idleSinceNs = now();
          post({ type: 'prepared', cell: message.cell });
          break;
        case 'tasks':
          for (const [index, id] of message.ids.entries()) {
            const ticket = message.tasks[index];
            if (ticket) answer(id, ticket);
          }
          break;
        case 'account': {
          const nowNs = now();
          mark({ state: 'idle', startNs: idleSinceNs, endNs: nowNs });
          idleSinceNs = nowNs;
          post({
            type: 'accounted',
            cell: message.cell,
            cpuNs: null,
            waitedNs: null,
            counters: { voluntarySwitches: null, involuntarySwitches: null, utilization: null, loopDelay: null },
            spans,
            tasks,
            tickets,
          });
          break;
        }
        case 'echo':
          post({ type: 'echoed', n: message.n });
          break;
        default:
          break;
      }
    },
  };
}
