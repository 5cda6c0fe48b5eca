import { setTimeout as pause } from 'node:timers/promises';
import type { ClockMapping, ProbeSeries, WindowProbes } from '@core/record/events';
import type { FromWorker, ToWorker, WorkerOptions } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import { RunFailure } from './run-failure';
import type { ProcessAgency, WorkerHandle } from './worker-handle';

/** Watches the window's frames, the input that reaches it, calls to main, and main's loop, during a cell. */
export interface WindowWatch {
  /** Settles when everything has been watched for a moment. */
  begin(): Promise<void>;
  /** Goes on watching until what a block held up has come, and gives what was seen. */
  end(): Promise<WindowProbes>;
  readonly guests: readonly WorkerHandle[];
}

export interface WatchContext {
  readonly clock: RunClock;
  readonly options: Omit<WorkerOptions, 'worker'>;
  readonly agency: ProcessAgency;
}

/** Before a cell begins and after it has ended, in milliseconds: a few frames, so that every gap has both its ends. */
const leadMs = 35;
const tailMs = 40;
const periodNs = 10e6;
/** A block lasts at most 3 s. Whoever needs longer than this to answer is lost. */
const answerTimeoutMs = 10_000;

/**
 * Invites one guest into the page and one into main. Calls to main are asked from this thread and not from the page, so that
 * a page that is blocked is not taken for a main that is: they go through the relay of the lab process straight to main.
 * @throws RunFailure if there is no window
 */
export async function createWindowWatch({ clock, options, agency }: WatchContext): Promise<WindowWatch> {
  const page = await agency.invite({ ...options, worker: 'watch/page' }, 'renderer');
  const main = await agency.invite({ ...options, worker: 'watch/main' }, 'main');
  let echoes: EchoProbe | undefined;

  return {
    guests: [page, main],
    async begin() {
      await Promise.all([
        ask(page, { type: 'watch-begin' }, 'watching'),
        ask(main, { type: 'watch-begin' }, 'watching'),
      ]);
      echoes = createEchoProbe(main, clock);
      await pause(leadMs);
    },
    async end() {
      await pause(tailMs);
      const ipc = await (echoes?.end() ?? emptySeries(clock));
      echoes = undefined;
      const atMain = await ask(main, { type: 'watch-end', inputs: 0 }, 'watched');
      const onPage = await ask(page, { type: 'watch-end', inputs: atMain.inputs }, 'watched');
      const { beats } = atMain;
      if (!beats) throw new RunFailure('protocol-error', 'Main watched without a beat.');
      const input = inputSeries(beats, onPage.inputsNs);
      return {
        framesNs: onPage.framesNs,
        frameNs: Math.max(1, onPage.frameNs),
        ipc,
        input,
        ...(!input && { lostInputs: { sent: beats.latencyNs.length, arrived: onPage.inputsNs.length } }),
        main: roundedSeries(beats),
      };
    },
  };
}

/** An input was sent with every beat, and counts from when that was due. Null unless every one of them arrived. */
function inputSeries(beats: ProbeSeries, arrivedNs: readonly number[]): ProbeSeries | null {
  if (arrivedNs.length !== beats.latencyNs.length) return null;
  const { periodNs: period, firstDueNs } = beats;
  return roundedSeries({
    periodNs: period,
    firstDueNs,
    latencyNs: arrivedNs.map((atNs, index) => atNs - firstDueNs - index * period),
  });
}

/** Clocks of two hosts agree to within the error of their mapping: what seems to come before it was due came at once. */
function roundedSeries({ periodNs: period, firstDueNs, latencyNs }: ProbeSeries): ProbeSeries {
  return { periodNs: period, firstDueNs, latencyNs: latencyNs.map((ns) => Math.max(0, Math.round(ns))) };
}

function emptySeries(clock: RunClock): ProbeSeries {
  return { periodNs, firstDueNs: clock.now(), latencyNs: [] };
}

interface EchoProbe {
  /** Sends no more, and settles when every echo is back. */
  end(): Promise<ProbeSeries>;
}

/** Open-loop: an echo is due every 10 ms, whether or not the one before is back. */
function createEchoProbe(main: WorkerHandle, clock: RunClock): EchoProbe {
  const firstDueNs = clock.now() + periodNs;
  const latencyNs: number[] = [];
  let sent = 0;
  let back = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let allBack: (() => void) | undefined;

  main.onEcho((n, gotNs) => {
    latencyNs[n] = gotNs - (firstDueNs + n * periodNs);
    back++;
    if (back === sent) allBack?.();
  });

  function tick(): void {
    while (firstDueNs + sent * periodNs <= clock.now()) main.post({ type: 'echo', n: sent++ });
    const dueNs = firstDueNs + sent * periodNs;
    timer = setTimeout(tick, Math.max(1, Math.ceil((dueNs - clock.now()) / 1e6)));
  }
  tick();

  return {
    async end() {
      clearTimeout(timer);
      if (back < sent) {
        const returned = new Promise<boolean>((resolve) => (allBack = () => resolve(true)));
        const limit = new AbortController();
        const late = pause(answerTimeoutMs, false, { signal: limit.signal }).catch(() => false);
        if (!(await Promise.race([returned, late]))) {
          throw new RunFailure('unresponsive', `Main did not answer within ${answerTimeoutMs / 1000} s.`);
        }
        limit.abort();
      }
      return roundedSeries({ periodNs, firstDueNs, latencyNs });
    },
  };
}

/** Has a guest map its clock anew. */
export async function mapClock(handle: WorkerHandle): Promise<ClockMapping> {
  const { pings, shortestTripNs, driftNs } = await ask(handle, { type: 'map-clock' }, 'clock-mapped');
  return { host: handle.id, pings, shortestTripNs: Math.round(shortestTripNs), driftNs: Math.round(driftNs) };
}

async function ask<T extends 'watching' | 'watched' | 'clock-mapped'>(
  handle: WorkerHandle,
  message: ToWorker,
  answer: T,
): Promise<Extract<FromWorker, { type: T }>> {
  const answered = handle.answers.next(answer, answerTimeoutMs);
  handle.post(message);
  return (await answered).message;
}
