/** Ends a program that was started at the head of a group of its own, and what it has started. Never throws. */
export function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it has gone: that is what was wanted
  }
}
