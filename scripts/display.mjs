// A virtual display for machines without a screen, and child programs that get each signal once.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants as fsConstants } from 'node:fs';
import { connect } from 'node:net';
import { constants, homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { cleanEnvironment, likelyCause } from './runtime-environment.mjs';

/**
 * Calls `use` with an environment that has a display and nothing that changes the runtime; starts a private Xvfb where there is
 * none that answers, and ends it afterwards. On it the app is told so.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => T | Promise<T>} use
 * @param {{ ownDisplay?: boolean }} [how] `ownDisplay: false`: nothing is shown, so the user's display is of no concern
 * @returns {Promise<T>}
 */
export async function withDisplay(use, { ownDisplay = true } = {}) {
  const env = cleanEnvironment(process.env, (line) => process.stderr.write(`${line}\n`));
  // What an outer launcher said of its display is not true of ours.
  delete env['LAB_DISPLAY'];
  if (process.platform !== 'linux') return use(env);
  // Chromium's sandbox cannot be set up by root; a release refuses to run as root instead.
  if (process.getuid?.() === 0) env['ELECTRON_DISABLE_SANDBOX'] = '1';
  if (ownDisplay && (await displayAnswers(env))) return use(env);
  delete env['WAYLAND_DISPLAY'];
  const display = await startXvfb();
  try {
    // Without a Wayland session in the environment every Electron takes the X display.
    return await use({
      ...env,
      DISPLAY: `:${display.number}`,
      XDG_SESSION_TYPE: 'x11',
      LAB_DISPLAY: 'virtual',
    });
  } finally {
    await display.end();
  }
}

const answerMs = 2_000;

/**
 * Whether a display is there at all: variables outlive it in tmux and after `ssh -X`. It need not let us in.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
export async function displayAnswers(env) {
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = env;
  if (wayland && (await accepts(connect(path.resolve(env['XDG_RUNTIME_DIR'] ?? '/', wayland))))) return true;
  const [, host, number] = /^(?:unix\/?)?([^:/]*):(\d+)(?:\.\d+)?$/.exec(x11 ?? '') ?? [];
  if (number === undefined) return false;
  if (host) return accepts(connect(6000 + Number(number), host));
  const name = `/tmp/.X11-unix/X${number}`;
  return (await accepts(connect(`\0${name}`))) || (await accepts(connect(name)));
}

/**
 * @param {import('node:net').Socket} socket
 * @returns {Promise<boolean>}
 */
function accepts(socket) {
  return new Promise((resolve) => {
    const settle = (/** @type {boolean} */ answered) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
    socket.setTimeout(answerMs, () => settle(false));
  });
}

async function startXvfb() {
  // -displayfd lets the server pick a free number, so that two runs cannot collide. A group of its own, so that Ctrl-C ends
  // the app first and the display last. -terminate ends the server with its last client: see `hold`.
  const server = spawn('Xvfb', ['-displayfd', '3', '-terminate', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const gone = once(server, 'exit');
  gone.catch(() => undefined); // reported below
  try {
    const number = await displayNumber(server);
    const holder = await hold(number);
    return {
      number,
      async end() {
        holder.destroy();
        server.kill();
        await gone;
      },
    };
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.once('error', reject);
    server.once('exit', (code, signal) => {
      reject(new Error(`the virtual display (Xvfb) ended before it was ready (${signal ?? code ?? 'unknown'})`));
    });
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      text += chunk.toString();
      if (text.endsWith('\n')) resolve(Number(text));
    });
  });
}

/**
 * Becomes the server's first client and stays it. However this process ends, the system then closes the connection; and
 * with the last app gone too, the server ends by itself. Nothing is left behind even after `kill -9`.
 * @param {number} number
 * @returns {Promise<import('node:net').Socket>}
 */
async function hold(number) {
  const socket = await openLocal(number);
  if (!(await isLetIn(socket))) throw new Error('the virtual display (Xvfb) refused the connection');
  socket.on('error', () => undefined).resume();
  return socket;
}

/**
 * Whether a local X display turns this user away, as it does after `sudo -u` and `su`. With a key at hand it is not asked.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>}
 */
export async function displayRefuses(env) {
  const [, number] = /^:(\d+)(?:\.\d+)?$/.exec(env['DISPLAY'] ?? '') ?? [];
  if (number === undefined || env['WAYLAND_DISPLAY']) return false;
  try {
    accessSync(env['XAUTHORITY'] ?? path.join(homedir(), '.Xauthority'), fsConstants.R_OK);
    return false;
  } catch {
    // no key that could be read
  }
  try {
    const socket = await openLocal(Number(number));
    const isRefused = !(await isLetIn(socket));
    socket.destroy();
    return isRefused;
  } catch {
    return false; // it does not answer, which is another matter
  }
}

/** @param {number} number */
function openLocal(number) {
  const name = `/tmp/.X11-unix/X${number}`;
  return open(`\0${name}`).catch(() => open(name));
}

/**
 * Says the first words to an X server, without a key.
 * @param {import('node:net').Socket} socket
 */
async function isLetIn(socket) {
  // The opening of the X11 protocol: little-endian, version 11.0, no authorisation.
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  /** @type {Buffer} */
  const reply = await new Promise((resolve, reject) => {
    socket.once('data', resolve).once('error', reject);
    socket.once('close', () => reject(new Error('the display closed the connection')));
  });
  return reply[0] === 1;
}

/** @param {string} name */
async function open(name) {
  const socket = connect(name);
  await once(socket, 'connect');
  return socket;
}

const passed = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const echoMs = 500;
const crashes = new Set(['SIGTRAP', 'SIGILL', 'SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGXFSZ', 'SIGSYS']);

/**
 * Runs a program to its end. It gets a process group of its own, because a terminal sends Ctrl-C to the whole foreground
 * group: the signal would come from there and from here (and npm repeats it). So it is passed on from here alone, once.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {(started: import('node:child_process').ChildProcess) => void} [attach] to read from the pipes
 * @returns {Promise<number>} the exit status; 128 + n after signal n, but 1 after a crash, whose likely cause is said
 */
export function child(command, args, options, attach) {
  return new Promise((resolve, reject) => {
    const started = spawn(command, args, { stdio: 'inherit', detached: process.platform !== 'win32', ...options });
    attach?.(started);
    /** @type {Map<NodeJS.Signals, number>} */
    const last = new Map();
    const pass = (/** @type {NodeJS.Signals} */ signal) => {
      const now = performance.now();
      if (now - (last.get(signal) ?? -Infinity) < echoMs) return; // the same key press, repeated by npm
      last.set(signal, now);
      started.kill(signal);
    };
    for (const signal of passed) process.on(signal, pass);
    const stop = () => {
      for (const signal of passed) process.off(signal, pass);
    };
    started.once('error', (error) => {
      stop();
      reject(error);
    });
    // `close` rather than `exit`: what the program wrote last has been read by then.
    started.once('close', (code, signal) => {
      stop();
      const hasCrashed = signal !== null && crashes.has(signal);
      if (hasCrashed) process.stderr.write(`${likelyCause(signal)}\n`);
      resolve(hasCrashed ? 1 : (code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  });
}
