import { spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import * as v from 'valibot';
import type { PythonSeating, WorkerKind } from '@core/experiments/definition-types';
import type { ToWorker } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import { keyOf, type Interpreter } from '@core/python/interpreter';
import { createDesk, type Desk } from '../runtime/desk';
import { RunFailure } from '../runtime/run-failure';
import type { WorkerHandle } from '../runtime/worker-handle';
import { asWorker, lineSchema, type Calibrated, type Hello, type Said } from './account';
import { mapTimes, type ClockTrip } from './clock-map';
import { endGroup } from './end-group';
import { pythonEnvironment } from './environment';
import { programsIn } from './programs';

/** Where interpreters are and what a run gives them. */
export interface PythonPlace {
  /** Path of each interpreter, by its key. */
  readonly interpreters: Readonly<Record<string, string>>;
  /** What the plan says of them. */
  readonly planned: readonly Interpreter[];
  /** The run's private folder, with the programs in it. */
  readonly folder: string;
  readonly lowerPriority: boolean;
}

/** A worker that an interpreter has: its name in the run, its seat, and what it is. */
export interface PythonSeat {
  readonly id: string;
  readonly seat: string;
  readonly kind: WorkerKind;
}

/** One interpreter with its workers. */
export interface PythonTeam {
  readonly hello: Hello;
  readonly requestedNs: number;
  readonly readyNs: number;
  readonly handles: readonly WorkerHandle[];
  /** How fast it kneads. @throws RunFailure */
  calibrate(): Promise<Calibrated>;
  /** Ends the interpreter and all that it has started. Settles when it is gone. */
  end(): Promise<void>;
}

const startTimeoutMs = 20_000;
/** After its input has ended it has so long before it is killed, in milliseconds. */
const graceMs = 250;
const clockTrips = 25;
/** A line longer than this is no account of a cell. */
const mostCharacters = 20e6;
const lastWords = 2000;

/** Starts an interpreter and waits until its workers are ready. @throws RunFailure if it is missing, ends, does not get ready, or is another one than was planned */
export async function startPython(
  { interpreter, program }: PythonSeating,
  seats: readonly PythonSeat[],
  place: PythonPlace,
  clock: RunClock,
): Promise<PythonTeam> {
  const who = `Python ${interpreter} (${program})`;
  const path = place.interpreters[interpreter];
  if (path === undefined) throw new RunFailure('launch-failed', `${who}: there is no such interpreter any more.`);
  const requestedNs = clock.now();
  const config = {
    program,
    seats: seats.map(({ seat }) => seat),
    lowerPriority: place.lowerPriority,
    parent: process.pid,
    originNs: String(clock.originNs),
  };
  const file = join(programsIn(place.folder), 'lab_worker.py');
  const python = spawn(path, ['-I', '-B', file, JSON.stringify(config)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: pythonEnvironment(place.folder),
    cwd: parse(place.folder).root,
    // At the head of a group of its own: whatever it has started is ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const desks = new Map(seats.map(({ id, seat }): [string, Desk] => [seat, createDesk(id)]));
  const names = new Map(seats.map(({ id, seat }) => [seat, id]));
  let onRun: (ns: number) => number = Math.round;
  let waiting: ((said: Said, gotNs: number) => void) | undefined;
  let refuse: ((failure: RunFailure) => void) | undefined;
  let failure: RunFailure | undefined;
  let isEnding = false;
  let words = '';
  const gone = new Promise<void>((resolve) => {
    python.once('exit', () => {
      resolve();
    });
    python.once('error', () => {
      resolve();
    });
  });

  function fail(reason: RunFailure): void {
    failure ??= reason;
    refuse?.(failure);
    for (const desk of desks.values()) desk.fail(failure);
  }

  python.once('error', ({ message }) => {
    fail(new RunFailure('launch-failed', `${who} could not be started: ${message}`));
  });
  python.once('exit', (code, signal) => {
    if (isEnding) return;
    // What it has started must not outlive it. On Windows its number may be another program's by now.
    if (process.platform !== 'win32') endGroup(python.pid);
    const last = words.trim().split('\n').slice(-3).join(' ').slice(-300);
    fail(new RunFailure('worker-crashed', `${who} ended (${signal ?? `exit ${code}`}). ${last}`.trim()));
  });
  python.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-lastWords)));
  // A pipe that breaks is told by the program's end.
  python.stdin.on('error', () => undefined);
  python.stdout.setEncoding('utf8').on('data', linesOf(receive));

  function receive(line: string): void {
    const gotNs = clock.now();
    const read = v.safeParse(lineSchema, parsed(line));
    if (!read.success) {
      fail(new RunFailure('protocol-error', `${who} said what the lab does not understand: ${line.slice(0, 120)}`));
      return;
    }
    const { seat, message } = read.output;
    const desk = desks.get(seat);
    if (!desk || message.type === 'calibrated') waiting?.(message, gotNs);
    else {
      const said = asWorker(message, names.get(seat) ?? seat, onRun);
      if (said) desk.receive(said, gotNs);
    }
  }

  /** Waits for what belongs to no worker. */
  function next<T extends Said['type']>(type: T): Promise<{ said: Extract<Said, { type: T }>; gotNs: number }> {
    return new Promise((resolve, reject) => {
      if (failure) {
        reject(failure);
        return;
      }
      const limit = setTimeout(() => {
        fail(new RunFailure('unresponsive', `${who} did not answer within ${startTimeoutMs / 1000} s.`));
      }, startTimeoutMs);
      refuse = (reason) => {
        clearTimeout(limit);
        reject(reason);
      };
      waiting = (said, gotNs) => {
        if (said.type !== type) return;
        clearTimeout(limit);
        refuse = undefined;
        resolve({ said: said as Extract<Said, { type: T }>, gotNs });
      };
    });
  }

  let outbox: [seat: string, message: unknown][] = [];
  /** What is posted in one turn of the loop goes as one line: all workers get their tickets together. */
  function post(seat: string, message: unknown): void {
    outbox.push([seat, message]);
    if (outbox.length > 1) return;
    setImmediate(() => {
      python.stdin.write(`${JSON.stringify(outbox)}\n`);
      outbox = [];
    });
  }

  async function mapClock(): Promise<ClockTrip[]> {
    const trips: ClockTrip[] = [];
    for (let n = 0; n < clockTrips; n++) {
      const answer = next('clock');
      const askedNs = clock.now();
      python.stdin.write(`${JSON.stringify([['', { type: 'clock', n }]])}\n`);
      const { said, gotNs } = await answer;
      trips.push({ askedNs, toldNs: said.nowNs, gotNs });
    }
    return trips;
  }

  let ending: Promise<void> | undefined;
  /** Every worker of the interpreter asks for it; it is ended once. */
  function end(): Promise<void> {
    return (ending ??= endOnce());
  }

  async function endOnce(): Promise<void> {
    isEnding = true;
    python.stdin.end();
    const kill = setTimeout(endGroup, graceMs, python.pid);
    await gone;
    clearTimeout(kill);
    if (process.platform !== 'win32') endGroup(python.pid);
    // What it has started may have kept them open.
    python.stdout.destroy();
    python.stderr.destroy();
  }

  try {
    const { said: hello, gotNs: readyNs } = await next('hello');
    const other = otherThanPlanned(hello, interpreter, place.planned);
    if (other !== '') throw new RunFailure('launch-failed', `${who} is not what the run was planned with: ${other}.`);
    onRun = mapTimes(await mapClock());
    const handles = seats.map(({ id, seat, kind }): WorkerHandle => {
      const desk = desks.get(seat) ?? createDesk(id);
      const postTo = (message: ToWorker): void => {
        post(seat, message);
      };
      return {
        id,
        kind,
        requestedNs,
        readyNs,
        post: postTo,
        transport: 'pipe',
        answers: desk.mailbox,
        onEcho: desk.onEcho,
        link: desk.linkOf(id, postTo, end),
        dismiss: end,
      };
    });
    const calibrate = async (): Promise<Calibrated> => {
      const answer = next('calibrated');
      post(seats[0]?.seat ?? '', { type: 'calibrate' });
      return (await answer).said;
    };
    return { hello, requestedNs, readyNs, handles, calibrate, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** In what an interpreter differs from the plan, in words; empty where it is the planned one. */
function otherThanPlanned(hello: Hello, key: string, planned: readonly Interpreter[]): string {
  const expected = planned.find((one) => keyOf(one) === key);
  if (!expected) return 'the plan does not name it';
  const kept = ['version', 'gil', 'startMethod'] as const;
  return kept
    .filter((name) => hello[name] !== expected[name])
    .map((name) => `${name} ${hello[name]}, planned ${expected[name]}`)
    .join('; ');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Cuts what arrives into lines. */
function linesOf(receive: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, mostCharacters);
    for (const line of lines) receive(line);
  };
}
