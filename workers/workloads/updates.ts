import { availableParallelism } from 'node:os';
import { BroadcastChannel } from 'node:worker_threads';
import { counterWords } from '@core/protocol/shared-words';
import type { UpdatesStep, UpdateWay } from '@core/protocol/step';
import type { CellAccount } from '@core/protocol/worker';
import type { UpdateLog } from '@core/record/findings';
import { createRandom } from '@core/statistics/random';
import { createBarrier } from '../runtime/barrier';
import { createMutex } from '../runtime/mutex';
import { runTogether, type AsyncWay, type LogRoom } from './async-updates';
import { createTrialBook } from './trial-book';
import type { Marks, Workload, Workplace } from './workload';
import { WorkloadError } from './workload-error';

/**
 * How long who adds looks for the others before it sleeps: through several time slices, so that the system gives each a core.
 * Where there are more threads than cores whoever looks would only keep a core from the others.
 */
const [longLookMs, shortLookMs] = [20, 0.1];

/** Ways of threads that read and write the shared counter themselves. */
type ThreadWay = Extract<UpdateWay, 'plain' | 'load-store' | 'atomic' | 'mutex'>;
/** @param log where the values go; absent: nothing is written down */
type Adding = (updates: number, log: LogRoom | undefined) => void;

export interface UpdatesWorkload {
  readonly workload: Workload<UpdatesStep>;
  readonly takeFindings: () => Pick<CellAccount, 'trials' | 'logs'>;
}

/** Adds to one counter together with others, trial by trial. The first adder, or the owner, keeps what each trial came to. */
export function createUpdatesWorkload({ worker, shared }: Workplace): UpdatesWorkload {
  const book = createTrialBook();
  let logs: UpdateLog[] = [];

  function memory(): Int32Array {
    if (!shared) throw new WorkloadError('NO_SHARED_MEMORY', `${worker} shares no memory with anybody.`);
    return new Int32Array(shared);
  }

  function barrierFor(words: Int32Array, parties: number, looksMs: number, marks: Marks): () => void {
    return createBarrier(words, counterWords.barrier, parties, {
      looksMs,
      onSleep: () => {
        marks.blocked('sync-wait');
      },
      onWake: () => {
        marks.busy();
      },
    });
  }

  function keep(rooms: readonly LogRoom[], firstAdder: number): void {
    logs = rooms.map(({ reads, writes }, n) => ({
      worker,
      adder: firstAdder + n,
      reads: Array.from(reads),
      writes: Array.from(writes),
    }));
  }

  function onThread(step: UpdatesStep, marks: Marks): void {
    const words = memory();
    const meet = barrierFor(words, step.adders, availableParallelism() < step.adders ? shortLookMs : longLookMs, marks);
    const add = addings[step.way as ThreadWay](words, marks);
    const room = step.logs && createLogRoom(step.updates);
    const looks = offsetsOf(step);
    for (let trial = 0; trial < step.trials; trial++) {
      // Whoever slept until the first meeting comes late from it; at the second both are awake.
      meet();
      meet();
      lookFor(words, looks?.[trial] ?? 0);
      add(step.updates, room);
      meet();
      if (room && trial === 0) keep([room], Number(step.place));
      if (step.place !== 0) continue;
      book.add(Atomics.load(words, counterWords.counter), step.updates * step.adders);
      Atomics.store(words, counterWords.counter, 0);
    }
  }

  /** The condition's own channels: other conditions have others of the same places. */
  function channelOf(adder: number): BroadcastChannel {
    return new BroadcastChannel(`updates/${worker.split('/')[0] ?? worker}/${adder}`);
  }

  /** Posts a message for each update. It blocks between two trials until the owner has them all. */
  function send(step: UpdatesStep, adder: number, marks: Marks): void {
    const meet = barrierFor(memory(), step.adders + 1, shortLookMs, marks);
    const channel = channelOf(adder);
    for (let trial = 0; trial < step.trials; trial++) {
      meet();
      for (let n = 0; n < step.updates; n++) channel.postMessage(1);
      meet();
    }
    channel.close();
  }

  /** Only this thread touches the counter, so an ordinary variable will do. */
  async function own(step: UpdatesStep, marks: Marks): Promise<void> {
    const meet = barrierFor(memory(), step.adders + 1, shortLookMs, marks);
    const expected = step.updates * step.adders;
    let counter = 0;
    let left = 0;
    let allThere = (): void => undefined;
    const channels = Array.from({ length: step.adders }, (_, adder) => channelOf(adder));
    for (const channel of channels) {
      channel.onmessage = () => {
        counter += 1;
        if (--left === 0) allThere();
      };
    }
    for (let trial = 0; trial < step.trials; trial++) {
      counter = 0;
      left = expected;
      const over = new Promise<void>((resolve) => (allThere = resolve));
      meet();
      await over;
      meet();
      book.add(counter, expected);
    }
    for (const channel of channels) channel.close();
  }

  return {
    workload: {
      sync(step, marks) {
        if (!(step.way in addings)) throw new WorkloadError('NOT_SYNC', `${step.way} needs an event loop.`);
        onThread(step, marks);
        return null;
      },
      async async(step, marks) {
        if (step.way === 'owner') {
          if (step.place === 'owner') await own(step, marks);
          else send(step, step.place, marks);
        } else if (step.way in addings) {
          onThread(step, marks);
        } else {
          const rooms = Array.from({ length: step.adders }, () => createLogRoom(step.updates));
          for (let trial = 0; trial < step.trials; trial++) {
            book.add(await runTogether(step.way as AsyncWay, step.updates, rooms), step.updates * step.adders);
            if (step.logs && trial === 0) keep(rooms, 0);
          }
        }
        return null;
      },
    },
    takeFindings() {
      const trials = book.take();
      const kept = logs;
      logs = [];
      return { ...(trials && { trials }), ...(kept.length > 0 && { logs: kept }) };
    },
  };
}

function createLogRoom(updates: number): LogRoom {
  return { reads: new Int32Array(updates), writes: new Int32Array(updates) };
}

/** Looks before each trial, drawn before the first so that no trial draws; undefined where all begin at once. */
function offsetsOf({ offsets, trials }: UpdatesStep): Int32Array | undefined {
  if (!offsets) return undefined;
  const random = createRandom(offsets.seed);
  return Int32Array.from({ length: trials }, () => Math.floor(random.next() * (offsets.most + 1)));
}

/** Passes a moment far shorter than any timer: that many looks at a word that nobody writes meanwhile. */
function lookFor(words: Int32Array, looks: number): void {
  for (let look = 0; look < looks; look++) Atomics.load(words, counterWords.barrier + 1);
}

const { counter, lock } = counterWords;

/** The section is two accesses to memory: only who waits for a thread that lost its core needs to sleep. */
const shortSectionLooks = 2_000;

const addings: Readonly<Record<ThreadWay, (words: Int32Array, marks: Marks) => Adding>> = {
  plain: (words) => (updates) => {
    // What `words[counter]++` does. Atomics would give it an order; this is what a program does that forgot them.
    for (let n = 0; n < updates; n++) words[counter] = (words[counter] as number) + 1;
  },
  'load-store': (words) => (updates, log) => {
    for (let n = 0; n < updates; n++) addInTwoSteps(words, n, log);
  },
  atomic: (words) => (updates) => {
    for (let n = 0; n < updates; n++) Atomics.add(words, counter, 1);
  },
  mutex: (words, marks) => {
    const mutex = createMutex(words, lock, {
      looks: shortSectionLooks,
      onSleep: () => {
        marks.blocked('lock');
      },
      onWake: () => {
        marks.busy();
      },
    });
    return (updates, log) => {
      for (let n = 0; n < updates; n++) {
        mutex.lock();
        addInTwoSteps(words, n, log);
        mutex.unlock();
      }
    };
  },
};

/** Each of the two steps is atomic; the update of both together is not. */
function addInTwoSteps(words: Int32Array, n: number, log: LogRoom | undefined): void {
  const read = Atomics.load(words, counter);
  if (log) log.reads[n] = read;
  const written = Atomics.store(words, counter, read + 1);
  if (log) log.writes[n] = written;
}
