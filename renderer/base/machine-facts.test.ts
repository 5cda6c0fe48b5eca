import { describe, expect, it } from 'vitest';
import { translate } from '@core/texts/translate';
import { machineDescription, machinePythons } from '@core/testing/machine-description';
import { machineFacts, pendingFacts } from './machine-facts';

function factsOf(
  changes: Partial<typeof machineDescription>,
  pythons: Parameters<typeof machineFacts>[1] = machinePythons,
): Readonly<Record<string, string>> {
  const facts = machineFacts({ ...machineDescription, ...changes }, pythons, translate);
  return Object.fromEntries(facts.map(({ name, value }) => [name, value]));
}

describe('machineFacts', () => {
  it('says what limits the lab on this machine', () => {
    expect(factsOf({})).toEqual({
      Processor: 'Example CPU',
      Cores: '4 logical, 2 physical; 3 usable by the lab; limited to 2.50 by a control group',
      Memory: '16.4 GB',
      System: 'linux 6.1.0, x64; virtual machine',
      Power: 'battery',
      Runtime: 'Electron 25.1.1; old fallback runtime',
      'Pinning to cores': 'taskset',
      Python: '3.14.0t, 3.11.2',
    });
  });

  it('keeps the rows of the waiting card', () => {
    const waiting = pendingFacts(translate).map(({ name }) => name);
    expect(waiting).toEqual(machineFacts(machineDescription, machinePythons, translate).map(({ name }) => name));
  });

  it('does not invent what the machine does not tell', () => {
    const environment = {
      ...machineDescription.environment,
      physicalCores: null,
      cpuQuotaCores: null,
      virtualMachine: null,
      runtime: 'official' as const,
    };
    expect(factsOf({ environment, pinning: null }, { usable: [], problems: [] })).toMatchObject({
      Cores: '4 logical; 3 usable by the lab',
      System: 'linux 6.1.0, x64',
      Runtime: 'Electron 25.1.1',
      'Pinning to cores': 'not possible here',
      Python: 'none found',
    });
  });

  it('says that Pythons are still looked for, or could not be', () => {
    const python = (found: Parameters<typeof machineFacts>[1]) =>
      machineFacts(machineDescription, found, translate).find(({ name }) => name === 'Python')?.value;
    expect(python(undefined)).toBe('…');
    expect(python(null)).toBe(translate('app.machine.pythonUnknown'));
  });
});
