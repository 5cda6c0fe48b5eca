import { programsFolder } from '../services/programs';
import { cpuWorkload } from './cpu';
import { createDatabaseWorkload } from './database';
import { createDineWorkload } from './dine';
import { createLockedWorkload } from './emulated-gil';
import { createFileWorkload } from './file';
import { mixedWorkload } from './mixed';
import { createRiskWorkload } from './risk';
import { createSectionsWorkload } from './sections';
import { createServiceClients } from './service-clients';
import { createSocketWorkload } from './socket';
import { createThreadpoolWorkload } from './threadpool';
import { timerWorkload } from './timer';
import { createUpdatesWorkload } from './updates';
import type { Workplace, WorkloadTable } from './workload';

/**
 * The workloads of one worker. Nothing is opened, started or generated before the first step that needs it: the warm-up
 * round pays for that.
 * @param programs folder of the built entries of `workers/entry`
 */
export function createWorkloads(place: Workplace, programs = programsFolder()): WorkloadTable {
  const clients = createServiceClients(place, programs);
  const dine = createDineWorkload(place);
  const updates = createUpdatesWorkload(place);
  return {
    wait: timerWorkload,
    compute: cpuWorkload,
    socket: createSocketWorkload(clients),
    file: createFileWorkload(place),
    database: createDatabaseWorkload(clients),
    threadpool: createThreadpoolWorkload(),
    mixed: mixedWorkload,
    risk: createRiskWorkload(programs),
    sections: createSectionsWorkload(place),
    dine,
    takeTable: dine.takeNotes,
    locked: createLockedWorkload(place),
    updates: updates.workload,
    takeFindings: updates.takeFindings,
    mostConnections: clients.mostConnections,
    close: clients.close,
  };
}
