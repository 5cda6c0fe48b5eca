import { payloadBytes } from '@core/experiments/passing-data/definition';
import type { PassingWay } from '@core/protocol/worker';
import type { ExperimentBody } from './body';

const ways: Readonly<Record<string, PassingWay>> = { transfer: 'transfer', shared: 'shared' };

/** For the plan alone: a payload is read at about this rate or faster, in bytes per millisecond. */
const readingRate = 0.5e6;

/** Each cell passes one payload to the one worker of its condition, who reads it. */
export const passingData: ExperimentBody = {
  computeMs: () => ({}),
  shortestCellMs: (part) => payloadBytes(part) / readingRate,
  taskTimeoutMs: () => 60_000,
  work: (part, condition, plan) => ({
    payload: { task: 'task-1', way: ways[condition.id] ?? 'clone', bytes: payloadBytes(part), seed: plan.seed },
  }),
};
