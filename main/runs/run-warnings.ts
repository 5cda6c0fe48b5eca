import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { Workload } from '@core/experiments/definition-types';
import { coarseGrain } from '@core/experiments/timer-grain';
import type { Environment } from '@core/record/environment';
import type { RunEvent, RunWarning } from '@core/record/events';
import { memoryNeed } from '@core/record/memory-need';
import type { MemoryNeed } from '@core/record/memory-need';
import type { RunPlan } from '@core/record/plan';

/** Other programs may keep this share of all cores busy before a run without a warning. */
const quietShare = 0.1;
/** On many cores a whole one that is busy is a small share, and yet in the way of whoever runs on it. */
const oneCore = 0.9;
/** Governors (Linux cpufreq) under which a core's speed follows its load, or is held down. */
const changingGovernors: readonly string[] = ['powersave', 'ondemand', 'conservative', 'schedutil'];
/** Workloads that measure the disk under the folder for temporary files. */
const diskWorkloads: readonly Workload[] = ['file', 'database'];

/** What about the machine makes the numbers of this run doubtful, known before it starts. */
export function environmentWarnings(
  environment: Environment,
  experiment: ExperimentDefinition,
  plan: RunPlan,
): readonly RunWarning[] {
  const warnings: RunWarning[] = [];
  const { virtualMachine, powerSource, governor, cpuQuotaCores, runtime, electron, availableParallelism } = environment;
  if (virtualMachine === true) warnings.push({ code: 'virtual-machine', values: {} });
  if (powerSource === 'battery') warnings.push({ code: 'battery', values: {} });
  if (governor?.split(', ').some((one) => changingGovernors.includes(one))) {
    warnings.push({ code: 'governor', values: { governor } });
  }
  if (cpuQuotaCores !== null && cpuQuotaCores < availableParallelism) {
    warnings.push({ code: 'cpu-quota', values: { cores: cpuQuotaCores } });
  }
  if (environment.coreKinds) {
    const kinds = environment.coreKinds.map(({ cpus, speed }) => (speed === null ? cpus : `${cpus} (${speed}x)`));
    warnings.push({ code: 'core-kinds', values: { kinds: kinds.join('; ') } });
  }
  const grain = coarseGrain(environment.timerGrainMs);
  if (grain !== undefined) {
    const open = experiment.parts.filter(({ openBecause }) => openBecause === 'timer-grain');
    warnings.push({ code: 'timer-grain', values: { grain } });
    // One warning of a kind for each run: the first part stands for all.
    const [first] = open;
    if (first) warnings.push({ code: 'waits-too-short', values: { grain, part: first.id, parts: open.length } });
  }
  warnings.push(...memoryWarnings(environment, memoryNeed(experiment, plan)));
  if (environment.temporaryFolderInMemory === true && usesDisk(experiment)) {
    warnings.push({ code: 'temp-in-memory', values: {} });
  }
  if (runtime === 'fallback') warnings.push({ code: 'old-runtime', values: { version: electron } });
  return warnings;
}

function usesDisk({ parts }: ExperimentDefinition): boolean {
  return parts.some(({ work }) => work !== undefined && diskWorkloads.includes(work.workload));
}

/** Refused are only runs that cannot do with what is there (`memoryProblem`); this one may be short of it. */
function memoryWarnings({ memoryAvailableBytes }: Environment, need: MemoryNeed): readonly RunWarning[] {
  const { workers, mostBytes } = need;
  if (memoryAvailableBytes === undefined || memoryAvailableBytes === null || mostBytes <= memoryAvailableBytes)
    return [];
  const values = { workers, needed: megabytes(mostBytes), available: megabytes(memoryAvailableBytes) };
  return [{ code: 'memory-low', values }];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** A warning that an event of the run gives rise to at once. */
export function eventWarning(event: RunEvent, plan: RunPlan): RunWarning | undefined {
  if (event.type === 'load' && event.load.round === -1) {
    const { perCore, usable } = event.load;
    const ours = usable?.flatMap((place) => perCore[place] ?? []) ?? perCore;
    const busyCores = ours.reduce((sum, share) => sum + share, 0);
    const busy = busyCores / Math.max(1, ours.length);
    if (busy > quietShare) return { code: 'other-load-before', values: { percent: Math.round(busy * 100) } };
    if (busyCores >= oneCore) {
      return { code: 'other-load-core', values: { busy: Math.round(busyCores * 10) / 10, cores: ours.length } };
    }
  }
  if (event.type === 'worker' && plan.lowerPriority && event.worker.nice !== null && event.worker.nice < 5) {
    return { code: 'priority-not-lowered', values: {} };
  }
  if (event.type === 'pinned' && !event.pinning.verified) {
    const { cores, method, allowed } = event.pinning;
    const found = allowed === null || allowed.length === 0 ? 'unknown' : allowed.join('; ').slice(0, 80);
    return { code: 'not-pinned', values: { cores, method, allowed: found } };
  }
  return undefined;
}
