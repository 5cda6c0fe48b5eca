/** One line on standard error, for whoever looks into a problem. Never called while something is timed. */
export function log(message: string, error?: unknown): void {
  const detail =
    error instanceof Error ? (error.stack ?? error.message) : error === undefined ? '' : JSON.stringify(error);
  process.stderr.write(`[concurrency-lab] ${message}${detail === '' ? '' : `: ${detail}`}\n`);
}
