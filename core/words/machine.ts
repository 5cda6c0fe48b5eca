import type { Environment } from '../record/environment';
import { threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import type { Fact } from './blocks';

/**
 * The machine and the runtime, one fact a row.
 * @param appVersion version of the program that measured
 */
export function machineFacts(machine: Environment, appVersion: string): readonly Fact[] {
  const say = (key: string, values: TextValues = {}): string => translate(`report.machine.${key}`, values);
  const fact = (key: string, text: string): Fact => ({ name: say(key), lines: [text] });
  const { physicalCores, logicalCores, availableParallelism, virtualMachine, cpuQuotaCores } = machine;
  return [
    fact('cpu', machine.cpuModel.trim()),
    fact(
      'cores',
      say('coresValue', {
        physical: physicalCores ?? say('physicalUnknown'),
        logical: logicalCores,
        available: availableParallelism,
      }),
    ),
    fact('memory', say('gigabytes', { amount: threeDigits(machine.memoryBytes / 1e9) })),
    fact('system', `${machine.platform} ${machine.osRelease}, ${machine.architecture}`),
    fact(
      'runtime',
      say('runtimeValue', {
        electron: machine.electron,
        kind: say(`runtimeKind.${machine.runtime}`),
        chromium: machine.chromium,
        node: machine.node,
        v8: machine.v8,
      }),
    ),
    fact(
      'program',
      say('programValue', { version: appVersion, form: say(machine.packaged ? 'packaged' : 'unpackaged') }),
    ),
    fact('power', say(`powerValue.${machine.powerSource}`)),
    fact('virtual', virtualMachine === null ? say('unknown') : say(virtualMachine ? 'yes' : 'no')),
    fact('quota', cpuQuotaCores === null ? say('noQuota') : say('quotaValue', { cores: threeDigits(cpuQuotaCores) })),
    fact('governor', machine.governor ?? say('unknown')),
    ...(machine.coreKinds
      ? [
          fact(
            'coreKinds',
            machine.coreKinds.map(({ cpus, speed }) => (speed === null ? cpus : `${cpus} (${speed}x)`)).join('; '),
          ),
        ]
      : []),
    ...(machine.notPassedOn ? [fact('notPassedOn', machine.notPassedOn.join(', '))] : []),
    ...(machine.virtualDisplay === true ? [fact('display', say('displayVirtual'))] : []),
  ];
}
