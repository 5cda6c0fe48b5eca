import {
  blockingRequests,
  handingOut,
  kneading,
  processHiring,
  requesting,
  sizing,
  threadHiring,
  waiting,
} from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import * as strategy from '../../../code/strategy-pieces';
import { computingTasks, mixedTasks, requestTasks } from '../../../code/task-pieces';
import type { ExperimentCode, Source } from '../../../code/types';

/** The same, and a line that says what is bound. */
function onOneCore({ javascript, python }: Source): Source {
  return source(
    `// Pinned: the whole process runs on one core (taskset -c 0).\n${javascript}`,
    `# Pinned: the whole process runs on one core (taskset -c 0).\n${python}`,
  );
}

/** Four ways to arrange workers, each sync and async; what differs between the parts is the task. */
export const code: ExperimentCode = {
  given: joined(kneading, sizing, waiting, requesting, threadHiring, processHiring, handingOut, blockingRequests),
  tasks: {
    computing: computingTasks('computeMs', '{computeTasks}'),
    requests: requestTasks('latencyMs', '3'),
    mixed: mixedTasks('{mixedMs} * 0.75', '{mixedMs} * 0.25', '3'),
  },
  snippets: [
    { conditions: ['one-core-sync'], ...onOneCore(strategy.oneAfterTheOther) },
    { conditions: ['one-core-async'], ...onOneCore(strategy.allAtOnce) },
    { conditions: ['one-thread-sync'], ...strategy.oneAfterTheOther },
    { conditions: ['one-thread-async'], ...strategy.allAtOnce },
    { conditions: ['many-threads-sync'], ...strategy.threads },
    { conditions: ['many-threads-async'], ...strategy.asyncThreads },
    { conditions: ['many-processes-sync'], ...strategy.processes },
    { conditions: ['many-processes-async'], ...strategy.asyncProcesses },
  ],
};
