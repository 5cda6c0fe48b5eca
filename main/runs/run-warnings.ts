import type { Environment } from '@core/runs/environment';
import type { RunEvent, RunWarning } from '@core/runs/events';
import type { RunPlan } from '@core/runs/plan';

/** Other programs may keep this share of all cores busy before a run without a warning. */
const quietShare = 0.1;

/** What about the machine makes the numbers of any run doubtful. */
export function environmentWarnings(environment: Environment): readonly RunWarning[] {
  const warnings: RunWarning[] = [];
  const { virtualMachine, powerSource, governor, cpuQuotaCores, runtime, electron, availableParallelism } = environment;
  if (virtualMachine === true) warnings.push({ code: 'virtual-machine', values: {} });
  if (powerSource === 'battery') warnings.push({ code: 'battery', values: {} });
  if (governor === 'powersave' || governor === 'ondemand') warnings.push({ code: 'governor', values: { governor } });
  if (cpuQuotaCores !== null && cpuQuotaCores < availableParallelism) {
    warnings.push({ code: 'cpu-quota', values: { cores: cpuQuotaCores } });
  }
  if (runtime === 'fallback') warnings.push({ code: 'old-runtime', values: { version: electron } });
  return warnings;
}

/** A warning that an event of the run gives rise to at once. */
export function eventWarning(event: RunEvent, plan: RunPlan): RunWarning | undefined {
  if (event.type === 'load' && event.load.round === -1) {
    const { perCore } = event.load;
    const busy = perCore.reduce((sum, share) => sum + share, 0) / Math.max(1, perCore.length);
    if (busy > quietShare) return { code: 'other-load-before', values: { percent: Math.round(busy * 100) } };
  }
  if (event.type === 'worker' && plan.lowerPriority && event.worker.nice !== null && event.worker.nice < 5) {
    return { code: 'priority-not-lowered', values: {} };
  }
  return undefined;
}
