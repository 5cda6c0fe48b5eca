import type { RunState, RecordSummary } from '@core/ipc/payloads';

export function recordSummary(changes: Partial<RecordSummary> = {}): RecordSummary {
  return {
    id: '20250101T000000Z-00000001',
    title: 'A run',
    experiment: 'eggs-and-toast',
    preset: 'quick',
    startedAt: '2025-01-01T00:00:00Z',
    rounds: 7,
    outcome: { status: 'completed' },
    notes: '',
    warnings: 0,
    seconds: 30,
    prediction: 'skipped',
    isMeasured: true,
    answered: [],
    ...changes,
  };
}

export const runningState: RunState & { phase: 'running' | 'stopping' } = {
  phase: 'running',
  id: '20250101T000000Z-00000001',
  plan: {
    experiment: 'eggs-and-toast',
    preset: 'quick',
    seed: 7,
    rounds: 7,
    hiringTrials: 3,
    timeBudgetSeconds: 90,
    lowerPriority: true,
    parameters: {},
  },
  progress: { phase: 'measuring', done: 3, planned: 70, round: 1, rounds: 7, part: null, condition: null },
  elapsedSeconds: 4,
  remainingSeconds: 20,
};
