/** Writes to standard output and waits until the last byte has left: `app.exit` otherwise cuts a pipe at 64 KiB. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      // A reader that has had enough (`| head`) closes the pipe: that is no failure of ours.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

/** Writes a line to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** True if a person watches standard error. */
export function isTerminal(): boolean {
  return process.stderr.isTTY || process.env['LAB_STDERR_TTY'] === '1';
}

/** A line that is rewritten in place on a terminal and written once per change elsewhere. */
export function createProgressLine(): { show(text: string): void; end(): void } {
  // `npm run lab` filters standard error through a pipe and says whether a person watches it.
  const terminal = isTerminal();
  let last = '';
  return {
    show(text) {
      if (text === last) return;
      last = text;
      process.stderr.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end() {
      if (terminal && last !== '') process.stderr.write('\n');
      last = '';
    },
  };
}
