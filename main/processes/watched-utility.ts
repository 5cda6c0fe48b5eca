import { beat, isBeat, isStep } from '@core/protocol/beat';
import type { ExitReport } from './exit-classification';
import { cpuTicksOf, helpersOutOf, killFamily } from './kill-family';
import { runningUtilities } from './running-utilities';
import { createSilence } from './silence';
import { createStanding } from './standing';
import { startUtility } from './utility';
import type { SupervisedProcess } from './utility';

/** A helper whose end is seen, and whose hanging is: stopped, deadlocked, or held by a file system that does not answer. */
export interface WatchedUtility extends SupervisedProcess {
  /** Settles when it has gone or is given up, with the reason. Never rejects. */
  readonly lost: Promise<ExitReport>;
  /** Ends it at once, with all that it has started. */
  giveUp(message: string): void;
}

export interface WatchOptions {
  /** True while it owes an answer: then it is asked every second whether it lives, else every 5 s. */
  readonly isBusy: () => boolean;
  /**
   * For a helper whose one thread computes its answers, and cannot tell meanwhile that it lives: CPU time, in ms, that it may use for
   * what it does now without saying that it gets on. Given, it is excused from beats while it is busy.
   */
  readonly stepCpuMs?: () => number | undefined;
}

let areResting = false;

/** While a run is measured idle helpers are not asked whether they live: no message but the run's own. */
export function letHelpersRest(isMeasuring: boolean): void {
  areResting = isMeasuring;
}

const lookMs = 1_000;
const idleBeatMs = 5_000;
/** A helper that lives answers within milliseconds; one that is stopped uses no CPU time either. */
const silenceLimitMs = 5_000;
/** Of a helper that computes nothing for long: so much CPU time between a beat and its answer is a loop. */
const answerCpuMs = 10_000;
/** Until its first word it may be loaded from a slow disk; where no CPU time can be read yet, that is not told from hanging. */
const startLimitMs = 10_000;
const startUnseenMs = 20_000;

/**
 * Starts one of the built entries of `workers/entry` and asks it regularly whether it lives. One that hangs is ended. Call only
 * when the app is ready.
 */
export function startWatchedUtility(entry: string, label: string, { isBusy, stepCpuMs }: WatchOptions): WatchedUtility {
  const utility = startUtility(entry, label);
  const silence = createSilence(lookMs, performance.now());
  const standing = createStanding();
  let hasSpoken = false;
  /** A beat was sent that waits for its answer. */
  let asked = false;
  let sinceBeatMs = 0;
  let lose: (report: ExitReport) => void = () => undefined;
  const lost = new Promise<ExitReport>((resolve) => (lose = resolve));

  function giveUp(message: string): void {
    lose({ asked: false, reason: 'killed', message });
    const pid = utility.pid();
    const pids = pid === undefined ? helpersOutOf(runningUtilities().map((one) => one.pid)) : [pid];
    for (const one of pids) killFamily(one);
    void utility.stop();
  }

  function beats(): void {
    asked = true;
    sinceBeatMs = 0;
    utility.post(beat);
  }

  const watch = setInterval(() => {
    const pid = utility.pid();
    // Looked up only while an answer is awaited: an idle helper costs main nothing during a run.
    const ticks = pid === undefined || !asked ? undefined : cpuTicksOf(pid);
    const isExcused = !asked || (stepCpuMs !== undefined && isBusy() && ticks === undefined && hasSpoken);
    const limitMs = hasSpoken ? silenceLimitMs : ticks === undefined ? startUnseenMs : startLimitMs;
    if (silence.look(performance.now(), ticks, isExcused) > limitMs) {
      giveUp(`It did not answer for ${limitMs / 1000} s.`);
      return;
    }
    const mostCpuMs = stepCpuMs?.() ?? answerCpuMs;
    if (hasSpoken && standing.look(ticks) > mostCpuMs) {
      giveUp(`It computed for ${Math.round(mostCpuMs / 1000)} s without getting on.`);
      return;
    }
    sinceBeatMs += lookMs;
    if (!asked && (isBusy() || (!areResting && sinceBeatMs >= idleBeatMs))) beats();
  }, lookMs);

  utility.onMessage((message) => {
    hasSpoken = true;
    // The beat that was sent is still to be answered: another one would only wait behind it.
    if (!isStep(message)) asked = false;
    silence.heard();
    standing.heard();
  });
  void utility.exited.then((report) => {
    clearInterval(watch);
    lose(report);
  });
  void lost.then(() => clearInterval(watch));
  beats();

  return {
    ...utility,
    onMessage(listener) {
      utility.onMessage((message) => {
        if (!isBeat(message) && !isStep(message)) listener(message);
      });
    },
    lost,
    giveUp,
  };
}
