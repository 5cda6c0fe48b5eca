import { programsFolder } from '../services/programs';
import { cpuWorkload } from './cpu';
import { createDatabaseWorkload } from './database';
import { createFileWorkload } from './file';
import { mixedWorkload } from './mixed';
import { createServiceClients } from './service-clients';
import { createSocketWorkload } from './socket';
import { createThreadpoolWorkload } from './threadpool';
import { timerWorkload } from './timer';
import type { Workplace, WorkloadTable } from './workload';

/**
 * The workloads of one worker. Nothing is opened, started or generated before the first step that needs it: the warm-up
 * round pays for that.
 * @param programs folder of the built entries of `workers/entry`
 */
export function createWorkloads(place: Workplace, programs = programsFolder()): WorkloadTable {
  const clients = createServiceClients(place, programs);
  return {
    wait: timerWorkload,
    compute: cpuWorkload,
    socket: createSocketWorkload(clients),
    file: createFileWorkload(place),
    database: createDatabaseWorkload(clients),
    threadpool: createThreadpoolWorkload(),
    mixed: mixedWorkload,
    close: clients.close,
  };
}
