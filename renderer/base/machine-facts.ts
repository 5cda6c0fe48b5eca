import type { MachineDescription } from '@core/ipc/payloads';
import type { PythonFindings } from '@core/python/interpreter';
import { threeDigits } from '@core/texts/format';
import { pythonName } from '@core/words/python';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const pending = '…';

type Translate = (path: string, values?: Record<string, string | number>) => string;

const rows = ['cpu', 'cores', 'memory', 'system', 'power', 'runtime', 'pinning', 'python'] as const;

/** The rows of a machine card before the machine has been described: what will appear, in the place it will have. */
export function pendingFacts(t: Translate): readonly Fact[] {
  return rows.map((row) => ({ name: t(`app.machine.${row}`), value: pending }));
}

/**
 * What a machine card says. Memory in GB (10^9 bytes); what this machine does not tell is left out or named so.
 * @param pythons undefined: still looked for; null: could not be asked for
 */
export function machineFacts(
  { environment, pinning }: MachineDescription,
  pythons: PythonFindings | null | undefined,
  t: Translate,
): readonly Fact[] {
  const text = (key: string, values?: Record<string, string | number>): string => t(`app.machine.${key}`, values ?? {});
  const { logicalCores: logical, physicalCores: physical } = environment;
  const cores = physical === null ? text('coresUnknown', { logical }) : text('coresValue', { logical, physical });
  const usable = text('usable', { count: environment.availableParallelism });
  const quota = environment.cpuQuotaCores;
  const system = `${environment.platform} ${environment.osRelease}, ${environment.architecture}`;
  const runtime = text('runtimeValue', { electron: environment.electron });
  return [
    { name: text('cpu'), value: environment.cpuModel },
    {
      name: text('cores'),
      value: [cores, usable, ...(quota === null ? [] : [text('quota', { cores: threeDigits(quota) })])].join('; '),
    },
    { name: text('memory'), value: text('memoryValue', { size: threeDigits(environment.memoryBytes / 1e9) }) },
    { name: text('system'), value: environment.virtualMachine === true ? `${system}; ${text('virtual')}` : system },
    { name: text('power'), value: text(`powerSource.${environment.powerSource}`) },
    { name: text('runtime'), value: environment.runtime === 'fallback' ? `${runtime}; ${text('fallback')}` : runtime },
    { name: text('pinning'), value: pinning ?? text('notPinned') },
    {
      name: text('python'),
      value:
        pythons === undefined
          ? pending
          : (pythons?.usable.map(pythonName).join(', ') ?? text('pythonUnknown')) || text('noPython'),
    },
  ];
}
