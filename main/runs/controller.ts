import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { asksForPythons } from '@core/experiments/catalogue';
import { definitionFor } from '@core/experiments/definition-for';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { measuresWindow } from '@core/experiments/measures-window';
import { placeOn } from '@core/experiments/lesson-definition';
import { openFilesProblem } from '@core/machine/open-files';
import { LabError } from '@core/ipc/envelope';
import type { RunState } from '@core/ipc/payloads';
import type { Environment } from '@core/record/environment';
import type { RunEvent, RunWarning } from '@core/record/events';
import { assembleRecord } from '@core/record/assemble';
import { memoryNeed, memoryProblem } from '@core/record/memory-need';
import { PlanError, resolvePlan } from '@core/record/plan';
import type { RunPlan, RunRequest } from '@core/record/plan';
import { currentFormat } from '@core/record/upgrade/upgrade';
import { pathsByKey, type PythonFindings } from '@core/python/interpreter';
import type { RecordHeader, RunOutcome } from '@core/record/record';
import type { RunId } from '@core/record/schema-parts';
import { todaysRules } from '@core/rules/registry';
import { translate } from '@core/texts/translate';
import type { SealedRecord } from '@core/protocol/analysis';
import { availableCores } from '../machine/description';
import type { AnalysisProcess } from '../processes/analysis-process';
import { letHelpersRest } from '../processes/watched-utility';
import { describeWriteError } from '../storage/atomic-write';
import type { WindowHost } from '../hosts/window-host';
import { environmentWarnings, eventWarning } from './run-warnings';
import { createJournal } from './journal';
import type { Journal } from './journal';
import { startLabSession } from './lab-session';
import type { LabSession, RunWatcher, SessionEnd, SessionListeners, SessionPlan } from './lab-session';
import type { MeasuringLock } from './measuring-lock';
import { ownIdentity } from './process-identity';
import { createProgressTracker } from './progress-tracker';
import { safeInJournal, sealRun } from './sealing';

export interface ControllerParts {
  /** Made anew where it has gone. */
  readonly activeFolder: string;
  readonly appVersion: string;
  readonly origin: RecordHeader['origin'];
  readonly analysis: AnalysisProcess;
  readonly environment: () => Promise<Environment>;
  /** Asked where an experiment uses them. */
  readonly pythons: () => Promise<PythonFindings>;
  /** @throws LabError `machine-busy` */
  readonly takeLock: (what: string) => MeasuringLock;
  /** Keeps the sealed record before the journal is given up. */
  readonly keep: (sealed: SealedRecord) => Promise<void>;
  readonly onState: (state: RunState) => void;
  /** Where guests in the window's page live, for experiments that look at it. */
  readonly windowHost: WindowHost;
  /** The live monitor, where there is one. */
  readonly watcher?: RunWatcher;
}

export interface StartedRun {
  readonly id: RunId;
  /** The sealed record, whatever the outcome. @throws LabError if it could not be sealed or kept; the journal stays */
  readonly finished: Promise<SealedRecord>;
}

/** The one run of this app: started, cancelled, and always ended with a record in exactly one state. */
export interface RunController {
  state(): RunState;
  /** @throws LabError `unknown-experiment`, `invalid-plan`, `not-enough-memory`, `run-active`, `machine-busy` */
  start(request: RunRequest): Promise<StartedRun>;
  /** Ends the active run as cancelled. @throws LabError `no-such-run` */
  cancel(id: RunId): Promise<void>;
  /** Ends the active run, if any, because the app quits, and waits until its record is kept. */
  interrupt(): Promise<void>;
}

interface ActiveRun {
  readonly id: RunId;
  readonly session: LabSession;
  readonly finished: Promise<SealedRecord>;
}

/** Creates the controller. It starts nothing by itself. */
export function createRunController(parts: ControllerParts): RunController {
  let state: RunState = { phase: 'idle' };
  let active: ActiveRun | undefined;
  let starting = false;

  function show(next: RunState): void {
    // Progress that was under way when the person cancelled does not take the cancelling back.
    if (state.phase === 'stopping' && next.phase === 'running') return;
    state = next;
    letHelpersRest(next.phase === 'running' || next.phase === 'stopping');
    parts.onState(next);
  }

  async function start(request: RunRequest): Promise<StartedRun> {
    // Refuses at once what cannot be run; what is run is planned when the machine is known.
    const { plan } = planOf(request, undefined);
    if (starting || active) throw new LabError('run-active', 'A run is going on. Wait until it ends, or cancel it.');
    starting = true;
    let lock: MeasuringLock | undefined;
    try {
      const title = translate(`experiments.${plan.experiment}.title`);
      lock = parts.takeLock(title);
      const run = await begin(request, title, lock);
      active = run;
      void run.finished.catch(() => undefined).then(() => (active = undefined));
      return run;
    } catch (error) {
      lock?.release();
      throw error;
    } finally {
      starting = false;
    }
  }

  async function begin(request: RunRequest, title: string, lock: MeasuringLock): Promise<ActiveRun> {
    const startedAt = new Date();
    const environment = await parts.environment();
    const found = asksForPythons(request.experiment) ? await parts.pythons() : undefined;
    const { experiment, plan } = planOf(request, environment, found);
    const problem = memoryProblem(memoryNeed(experiment, plan), environment.memoryAvailableBytes);
    if (problem !== undefined) throw new LabError('not-enough-memory', problem);
    const files = openFilesProblem(experiment, environment.mostOpenFiles, plan.workbench?.tasks);
    if (files !== undefined) throw new LabError('invalid-plan', files);
    const id = newRunId(startedAt);
    const header: RecordHeader = {
      schemaVersion: currentFormat,
      id,
      appVersion: parts.appVersion,
      startedAt: startedAt.toISOString(),
      origin: parts.origin,
      environment,
      plan,
      definition: experiment,
      rules: todaysRules,
      prediction: request.prediction,
    };
    const journal = openJournal(parts.activeFolder, title, header);
    const events: RunEvent[] = [];
    const tracker = createProgressTracker(id, plan, !measuresWindow(experiment), show);
    const running: { session?: LabSession } = {};

    function keepEvent(event: RunEvent): void {
      events.push(event);
      try {
        journal.append(event);
      } catch (error) {
        const failure = describeWriteError(journal.path, error);
        const reason = failure.code === 'disk-full' ? 'disk-full' : 'io-error';
        running.session?.end({ type: 'failed', reason, message: failure.message });
      }
    }
    const warned = new Set<string>();
    function warn(warning: RunWarning | undefined): void {
      if (!warning || warned.has(warning.code)) return;
      warned.add(warning.code);
      keepEvent({ type: 'warning', warning });
    }

    for (const warning of environmentWarnings(environment, experiment, plan)) warn(warning);
    tracker.progress({
      phase: 'starting',
      done: 0,
      planned: 0,
      round: 0,
      rounds: plan.rounds,
      part: null,
      condition: null,
    });
    const interpreters = found ? pathsByKey(found) : {};
    const session = startSession(
      parts.windowHost,
      journal,
      { experiment, plan, interpreters },
      {
        onEvent(event) {
          keepEvent(event);
          if (event.type === 'cell') tracker.finished(event.cell);
          warn(eventWarning(event, plan));
        },
        onProgress: (progress) => {
          tracker.progress(progress);
        },
        onBeat: () => {
          lock.signOfLife();
        },
        watcher: parts.watcher,
      },
    );
    lock.whileTimed(true);

    running.session = session;

    const finished = session.ended.then(async (end) => {
      lock.whileTimed(false);
      const outcome = outcomeOf(end);
      const ending = { endedAt: new Date().toISOString(), outcome };
      journal.end(ending);
      if (end.type === 'finished') tracker.analysing();
      const ended = { phase: 'ended', id, experiment: plan.experiment, outcome } as const;
      try {
        const unsealed = assembleRecord(header, title, events, ending);
        const sealed = await sealRun(parts.analysis, unsealed);
        await parts.keep(sealed);
        journal.discard();
        show(ended);
        return sealed;
      } catch (error) {
        journal.close();
        const failure = withSafePlace(error, journal);
        show({ ...ended, problem: failure.message });
        throw failure;
      } finally {
        // Until here nobody else may measure: sealing and analysing use a core too.
        lock.release();
      }
    });
    return { id, session, finished };
  }

  return {
    state: () => state,
    start,
    async cancel(id) {
      if (active?.id !== id) throw new LabError('no-such-run', 'That run is not going on any more.');
      if (state.phase === 'running') show({ ...state, phase: 'stopping' });
      active.session.end({ type: 'stopped' });
      await active.session.ended;
    },
    async interrupt() {
      const run = active;
      if (!run) return;
      run.session.end({ type: 'failed', reason: 'app-quit', message: 'The app was quit during the run.' });
      await run.finished.catch(() => undefined);
    },
  };
}

/**
 * What a request comes to on this machine; as far as that is known without asking the system where it was not asked yet.
 * @throws LabError `unknown-experiment`, `invalid-plan`
 */
export function planOf(
  request: RunRequest,
  environment?: Environment,
  pythons?: PythonFindings,
): { readonly experiment: ExperimentDefinition; readonly plan: RunPlan } {
  const place = placeOn(environment ?? { availableParallelism: availableCores(), cpuQuotaCores: null }, pythons);
  const experiment = definitionFor({ ...request, ...place });
  if (!experiment) {
    throw new LabError('unknown-experiment', `There is no experiment "${request.experiment}". "list" shows them all.`);
  }
  try {
    const plan = resolvePlan(experiment, {
      preset: request.preset,
      seed: request.seed ?? randomBytes(4).readUInt32LE(),
      parameters: request.parameters,
      lowerPriority: request.lowerPriority,
      ...place,
      workbench: request.workbench,
    });
    return { experiment, plan };
  } catch (error) {
    if (error instanceof PlanError) throw new LabError('invalid-plan', error.message);
    throw error;
  }
}

/** @throws LabError if the run's folder cannot be made; then nothing was started and no journal is left */
function startSession(
  windowHost: WindowHost,
  journal: Journal,
  session: SessionPlan,
  listeners: SessionListeners,
): LabSession {
  try {
    return startLabSession(session, listeners, windowHost);
  } catch (error) {
    journal.discard();
    throw describeWriteError(tmpdir(), error);
  }
}

function openJournal(folder: string, title: string, header: RecordHeader): Journal {
  try {
    return createJournal(folder, ownIdentity(`${title}, run ${header.id}`), title, header);
  } catch (error) {
    throw describeWriteError(folder, error);
  }
}

/** The failure, and where what was measured is; a journal that has gone with its folder is not promised. */
function withSafePlace(error: unknown, journal: Journal): LabError {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof LabError ? error.code : 'internal';
  return new LabError(code, journal.isThere() ? `${message} ${safeInJournal(journal.path)}` : message, {
    cause: error,
  });
}

function outcomeOf(end: SessionEnd): RunOutcome {
  switch (end.type) {
    case 'finished':
      return { status: 'completed' };
    case 'stopped':
      return { status: 'cancelled' };
    case 'failed':
      return end.reason === 'app-quit'
        ? { status: 'interrupted', reason: end.reason, message: end.message }
        : { status: 'failed', reason: end.reason, message: end.message };
  }
}

/** A run id: UTC start time and eight random hex digits, sortable and usable as a file name. */
export function newRunId(startedAt: Date): RunId {
  const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}
