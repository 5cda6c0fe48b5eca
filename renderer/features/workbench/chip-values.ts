/** Numbers of tasks in flight that are offered. */
export const inFlightValues: readonly number[] = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Up to this many chips every number is offered, above it steps. */
const mostChips = 16;
const steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512];

/**
 * Numbers of workers that are offered: 1 to four times the cores, on large machines in steps that hold the cores, twice
 * and four times the cores. What is chosen already stays offered.
 */
export function workerValues(cores: number, chosen: readonly number[]): readonly number[] {
  const most = 4 * cores;
  const offered =
    most <= mostChips
      ? Array.from({ length: most }, (_, index) => index + 1)
      : [...steps.filter((count) => count <= most), cores, 2 * cores, most];
  return [...new Set([...offered, ...chosen])].sort((a, b) => a - b);
}
