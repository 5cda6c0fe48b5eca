import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Whether a module is the script that was started, rather than imported by another.
 * @param {string} url the module's `import.meta.url`
 */
export function isStarted(url) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
}

/**
 * @param {string} file
 * @returns {unknown}
 */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Tells the person what is going on. Never on stdout: that belongs to results.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`[set-up] ${text}\n`);
}

/** Something that the person must do before the project can run; the message says what to type. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {{ onlyDisplay?: boolean }} [facts] `onlyDisplay`: all that is missing is the virtual display
   */
  constructor(message, { onlyDisplay = false } = {}) {
    super(message);
    this.name = 'SetupError';
    this.onlyDisplay = onlyDisplay;
  }
}
