import type { TasksMessage } from '@core/protocol/tasks';
import { PoolError } from '../pool-error';
import type { LinkEvents, PoolLink } from '../pool-types';
import type { Transfer } from '../wire';

/** A worker of the unit tests: it does nothing until the test says so. */
export interface FakeLink<Task, Answer> extends PoolLink<Task, Answer> {
  readonly slot: number;
  readonly messages: readonly TasksMessage<Task>[];
  readonly transfers: readonly (readonly Transfer[] | undefined)[];
  /** Tasks given to it and not answered yet, in order. */
  readonly open: readonly { readonly id: number; readonly task: Task }[];
  readonly state: 'ready' | 'ending' | 'ended' | 'lost';
  /** Answers the first `count` open tasks in one message. */
  answer(of: (task: Task) => Answer, count?: number, tookMs?: number): void;
  /** Answers the task at this position of `open`. */
  answerAt(position: number, of: (task: Task) => Answer): void;
  failAt(position: number, message: string): void;
  lose(reason?: Error): void;
}

export interface FakeOffice<Task, Answer> {
  readonly links: readonly FakeLink<Task, Answer>[];
  /** The workers that are ready. */
  readonly living: readonly FakeLink<Task, Answer>[];
  /** How many are there, those that are just being ended included. */
  readonly present: number;
  hire(slot: number): Promise<FakeLink<Task, Answer>>;
  /** What `post` does before it takes the tasks; may throw. */
  onPost: (message: TasksMessage<Task>) => void;
  /** What `hire` does before the worker is ready; may reject. */
  onHire: (slot: number) => Promise<void>;
  /** What `end` waits for. */
  onEnd: () => Promise<void>;
}

export function createFakeOffice<Task, Answer>(): FakeOffice<Task, Answer> {
  const links: FakeLink<Task, Answer>[] = [];
  const office: FakeOffice<Task, Answer> = {
    links,
    get living() {
      return links.filter((link) => link.state === 'ready');
    },
    get present() {
      return links.filter((link) => link.state === 'ready' || link.state === 'ending').length;
    },
    onPost: () => undefined,
    onHire: () => Promise.resolve(),
    onEnd: () => Promise.resolve(),
    async hire(slot) {
      await office.onHire(slot);
      const link = createFakeLink(`${slot}#${links.length}`, slot, office);
      links.push(link);
      return link;
    },
  };
  return office;
}

function createFakeLink<Task, Answer>(
  id: string,
  slot: number,
  office: FakeOffice<Task, Answer>,
): FakeLink<Task, Answer> {
  const messages: TasksMessage<Task>[] = [];
  const transfers: (readonly Transfer[] | undefined)[] = [];
  let open: { readonly id: number; readonly task: Task }[] = [];
  let events: LinkEvents<Answer> | undefined;
  let state: FakeLink<Task, Answer>['state'] = 'ready';

  function take(position: number, count: number) {
    const taken = open.slice(position, position + count);
    open = open.filter((one) => !taken.includes(one));
    return taken;
  }

  function answerSome(taken: typeof open, of: (task: Task) => Answer, tookMs: number): void {
    events?.received({
      type: 'answers',
      ids: taken.map((one) => one.id),
      answers: taken.map((one) => of(one.task)),
      tookMs,
    });
  }

  return {
    id,
    slot,
    messages,
    transfers,
    get open() {
      return open;
    },
    get state() {
      return state;
    },
    post(message, transfer) {
      office.onPost(message);
      messages.push(message);
      transfers.push(transfer);
      const { ids, tasks } = message;
      open = [...open, ...ids.map((number, i) => ({ id: number, task: tasks[i] as Task }))];
    },
    listen(given) {
      events = given;
    },
    async end() {
      if (state === 'ready') state = 'ending';
      await office.onEnd();
      if (state === 'ending') state = 'ended';
    },
    answer(of, count = open.length, tookMs = 10 * count) {
      answerSome(take(0, count), of, tookMs);
    },
    answerAt(position, of) {
      answerSome(take(position, 1), of, 10);
    },
    failAt(position, message) {
      const ids = take(position, 1).map((one) => one.id);
      events?.received({
        type: 'failures',
        ids,
        errors: ids.map(() => ({ name: 'TypeError', message, code: 'E_FAKE' })),
      });
    },
    lose(reason = new PoolError('worker-lost', `${id} is gone`)) {
      state = 'lost';
      events?.lost(reason);
    },
  };
}
