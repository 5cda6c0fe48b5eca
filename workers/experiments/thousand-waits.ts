import { blockedThreads, connectionCount, longWaitMs, requestCount } from '@core/experiments/thousand-waits/definition';
import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import { resolveWork } from '@core/experiments/work';
import type { RunPlan } from '@core/record/plan';
import type { Step, TimerStep } from '@core/protocol/step';
import type { CellWork, ExperimentBody, Iterations, Order } from './body';
import { sharedBody } from './shared-body';

/** Nothing of this experiment is repeated within a round: the smallest of three would stand for it, and no wait is that short. */
const longEnoughMs = 100;
/** The beats before and after the work, and as long as the requests take one after the other, within bounds. */
const beatsAroundMs = 40;
const longestIdleMs = 500;

const modes: Readonly<Record<string, Order['mode']>> = { sync: 'sync', 'process-sync': 'sync', threads: 'sync' };

function orderOf({ id, repeats = id, inFlight = 1 }: ConditionDefinition, steps: readonly Step[]): Order {
  return { mode: modes[repeats] ?? 'async', inFlight, steps };
}

/** A wait that blocks its thread whatever the mode is, or one that gives it back. */
function longWait(blocks: boolean): TimerStep {
  return { task: 'long-wait', kind: 'wait', durationMs: longWaitMs, ...(blocks && { blocks }) };
}

function requestsOf(plan: RunPlan, count: number, latencyMs: number): Step[] {
  return Array.from({ length: count }, (_, index) => {
    return { task: `task-${index + 1}`, kind: 'socket', latencyMs, seed: (plan.seed + 1 + index) >>> 0 };
  });
}

/** The body of `thousand-waits`: who waits, and whether the wait blocks its thread. */
export function thousandWaits(experiment: ExperimentDefinition): ExperimentBody {
  const taskMsOf = (part: string, plan: RunPlan): number => {
    const work = experiment.parts.find(({ id }) => id === part)?.work;
    if (!work) throw new RangeError(`Nothing says what the tasks of ${part} do.`);
    return resolveWork(work, plan.parameters).taskMs;
  };

  function besideRequests(condition: ConditionDefinition, plan: RunPlan): CellWork {
    const [seat] = condition.seats;
    const latencyMs = taskMsOf('requests', plan);
    const beats = seat ? [seat.id] : [];
    if (condition.idle) {
      return { idleMs: Math.min(longestIdleMs, requestCount * latencyMs) + beatsAroundMs, beats };
    }
    const requests = requestsOf(plan, requestCount, latencyMs);
    // The requests are under way when the one task blocks.
    const steps = condition.id === 'one-blocks' ? [...requests, longWait(true)] : requests;
    return { seats: seat ? { [seat.id]: orderOf(condition, steps) } : {}, beats };
  }

  function besideComputing(condition: ConditionDefinition, plan: RunPlan, iterations: Iterations): CellWork {
    const wait = longWait(condition.id === 'blocks');
    const described = sharedBody(experiment).work('blocked', { ...condition, strategy: 'async' }, plan, iterations);
    const computing = 'seats' in described ? Object.values(described.seats).flatMap(({ steps }) => steps) : [];
    const [seat] = condition.seats;
    return { seats: seat ? { [seat.id]: orderOf(condition, [wait, ...computing]) } : {} };
  }

  function manyWaits(condition: ConditionDefinition, plan: RunPlan): CellWork {
    const waitMs = taskMsOf('thousand', plan);
    if (condition.id === 'connections') {
      const [seat] = condition.seats;
      return { seats: seat ? { [seat.id]: orderOf(condition, requestsOf(plan, connectionCount, waitMs)) } : {} };
    }
    const orders = condition.seats.slice(0, blockedThreads).map((seat, index): [string, Order] => {
      return [seat.id, orderOf(condition, [{ task: `wait-${index + 1}`, kind: 'wait', durationMs: waitMs }])];
    });
    return { seats: Object.fromEntries(orders) };
  }

  return {
    ...sharedBody(experiment),
    queues: () => false,
    shortestCellMs: () => longEnoughMs,
    work(part, condition, plan, iterations) {
      if (part === 'requests') return besideRequests(condition, plan);
      return part === 'blocked' ? besideComputing(condition, plan, iterations) : manyWaits(condition, plan);
    },
  };
}
