import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import desk from './programs/desk.py?raw';
import host from './programs/host.py?raw';
import knead from './programs/knead.py?raw';
import labWorker from './programs/lab_worker.py?raw';
import lifeline from './programs/lifeline.py?raw';
import seats from './programs/seats.py?raw';
import work from './programs/work.py?raw';

/** They travel inside the bundle: an interpreter cannot read what lies in the program's archive. */
const programs = { desk, host, knead, lab_worker: labWorker, lifeline, seats, work };

/** Whether a run has conditions that an interpreter of Python executes. */
export function usesPython({ conditions }: Pick<ExperimentDefinition, 'conditions'>): boolean {
  return conditions.some(({ python }) => python !== undefined);
}

/** The folder of the programs below a run's private one. */
export function programsIn(folder: string): string {
  return join(folder, 'python');
}

/** Writes the programs into the run's private folder, from where interpreters execute them. */
export async function writePrograms(folder: string): Promise<void> {
  const own = programsIn(folder);
  await mkdir(own, { recursive: true });
  await Promise.all(Object.entries(programs).map(([name, text]) => writeFile(join(own, `${name}.py`), text)));
}
