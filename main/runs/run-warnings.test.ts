import { describe, expect, it } from 'vitest';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { standardChoice } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { environmentSchema } from '@core/record/environment';
import type { Environment } from '@core/record/environment';
import type { PinningRecord, RunEvent } from '@core/record/events';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { translate } from '@core/texts/translate';
import * as v from 'valibot';
import { environmentWarnings, eventWarning } from './run-warnings';

const { environment: quiet, definition: eggs, plan, workers } = syntheticRecord();

function workbench(changes: Partial<WorkbenchChoice> = {}): ExperimentDefinition {
  return workbenchDefinition({ ...standardChoice, ...changes });
}

/** Codes of the warnings of a machine that is quiet but for these facts; every one of them has a text. */
function codes(changes: Partial<Environment>, experiment: ExperimentDefinition = eggs): string[] {
  const warnings = environmentWarnings({ ...quiet, ...changes }, experiment, plan);
  for (const { code, values } of warnings) expect(translate(`warnings.${code}`, values)).not.toMatch(/[{}]/);
  return warnings.map(({ code }) => code);
}

describe('environmentWarnings', () => {
  it('has nothing to say of a quiet machine, nor of facts that old records do not have', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ memoryAvailableBytes: null, temporaryFolderInMemory: null })).toEqual([]);
    expect(v.is(environmentSchema, quiet)).toBe(true);
    expect(v.is(environmentSchema, { ...quiet, memoryAvailableBytes: 1, temporaryFolderInMemory: true })).toBe(true);
  });

  it('names each doubtful fact', () => {
    expect(codes({ virtualMachine: true })).toEqual(['virtual-machine']);
    expect(codes({ powerSource: 'battery' })).toEqual(['battery']);
    expect(codes({ runtime: 'fallback' })).toEqual(['old-runtime']);
    expect(codes({ cpuQuotaCores: 1.5 })).toEqual(['cpu-quota']);
    expect(codes({ cpuQuotaCores: quiet.availableParallelism })).toEqual([]);
    const kinds = [
      { cpus: '4-5', speed: 1 },
      { cpus: '0-3', speed: 0.44 },
    ];
    expect(codes({ coreKinds: kinds })).toEqual(['core-kinds']);
  });

  it.each([
    ['performance', false],
    ['userspace', false],
    ['schedutil', true],
    ['performance, powersave', true],
    [null, false],
  ])('governor %j: warns %s', (governor, warns) => {
    expect(codes({ governor })).toEqual(warns ? ['governor'] : []);
  });

  it('warns when the workers of all conditions together do not fit into the available memory', () => {
    // Six conditions with you, two hired threads and two hired processes: 8 threads and 2 processes.
    expect(codes({ memoryAvailableBytes: 145e6 })).toEqual([]);
    expect(codes({ memoryAvailableBytes: 143e6 })).toEqual(['memory-low']);
    const [warning] = environmentWarnings({ ...quiet, memoryAvailableBytes: 100e6 }, eggs, plan);
    expect(warning?.values).toEqual({ workers: 10, needed: 144, available: 100 });
    const many = workbench({ strategies: ['processes'], workers: [16] });
    // 16 processes and 16 more of the A/A pair.
    expect(codes({ memoryAvailableBytes: 32 * 40e6 - 1 }, many)).toEqual(['memory-low']);
    expect(codes({ memoryAvailableBytes: 32 * 40e6 }, many)).toEqual([]);
  });

  it('warns of a temporary folder in memory only where a run writes to it', () => {
    const inMemory = { temporaryFolderInMemory: true };
    expect(codes(inMemory, workbench({ workload: 'file', operation: 'none' }))).toEqual(['temp-in-memory']);
    expect(codes(inMemory, workbench({ workload: 'database', operation: 'none' }))).toEqual(['temp-in-memory']);
    expect(codes(inMemory, workbench())).toEqual([]);
    expect(codes(inMemory)).toEqual([]);
    const onDisk = { temporaryFolderInMemory: false };
    expect(codes(onDisk, workbench({ workload: 'file', operation: 'none' }))).toEqual([]);
  });
});

describe('eventWarning', () => {
  function pinned(changes: Partial<PinningRecord>): RunEvent {
    const pinning = { condition: 'sync', cores: 2, method: 'taskset', allowed: ['0-1'], verified: true, threads: 9 };
    return { type: 'pinned', pinning: { ...pinning, ...changes } as PinningRecord };
  }

  it('says when pinning could not be verified, and how it was tried', () => {
    expect(eventWarning(pinned({}), plan)).toBeUndefined();
    expect(eventWarning(pinned({ verified: false, allowed: ['0', '0-3'] }), plan)).toEqual({
      code: 'not-pinned',
      values: { cores: 2, method: 'taskset', allowed: '0; 0-3' },
    });
    const impossible = eventWarning(pinned({ verified: false, method: 'none', allowed: null }), plan);
    expect(impossible?.values).toEqual({ cores: 2, method: 'none', allowed: 'unknown' });
    expect(translate('warnings.not-pinned', impossible?.values)).not.toMatch(/[{}]/);
  });

  it('warns of a worker that kept its priority, unless that was planned', () => {
    const [worker] = workers;
    if (!worker) throw new Error('The synthetic record has workers.');
    const event = (nice: number | null): RunEvent => ({ type: 'worker', worker: { ...worker, nice } });
    expect(eventWarning(event(0), plan)?.code).toBe('priority-not-lowered');
    for (const nice of [5, 10, null]) expect(eventWarning(event(nice), plan)).toBeUndefined();
    expect(eventWarning(event(0), { ...plan, lowerPriority: false })).toBeUndefined();
  });

  it('warns of other load before the run above a tenth of the machine, not of load during it', () => {
    const load = (round: number, perCore: number[]): RunEvent => ({
      type: 'load',
      load: { round, startNs: 0, endNs: 1, perCore, ownCpuSeconds: 0 },
    });
    expect(eventWarning(load(-1, [0.3, 0]), plan)).toEqual({ code: 'other-load-before', values: { percent: 15 } });
    expect(eventWarning(load(-1, [0.1, 0.1]), plan)).toBeUndefined();
    expect(eventWarning(load(1, [1, 1]), plan)).toBeUndefined();
    const many = (busy: number): number[] => [busy, ...Array.from({ length: 63 }, () => 0)];
    expect(eventWarning(load(-1, many(1)), plan)).toEqual({ code: 'other-load-core', values: { busy: 1, cores: 64 } });
    expect(eventWarning(load(-1, many(0.5)), plan)).toBeUndefined();
    expect(translate('warnings.other-load-core', { busy: 1, cores: 64 })).not.toMatch(/[{}]/);
    // Only what goes on where the lab may run disturbs it.
    const masked = (perCore: number[], usable: number[]): RunEvent => ({
      type: 'load',
      load: { round: -1, startNs: 0, endNs: 1, perCore, usable, ownCpuSeconds: 0 },
    });
    expect(eventWarning(masked(many(1), [0]), plan)?.values).toEqual({ percent: 100 });
    expect(eventWarning(masked(many(1), [1, 2]), plan)).toBeUndefined();
  });
});
