// The worker of poolifier. Idle workers are kept: the bench leaves each pool idle while the others are measured.
import { isMainThread } from 'node:worker_threads';
import { ClusterWorker, ThreadWorker } from 'poolifier';
import { answer } from './tasks';
import type { Task } from './tasks';

const options = { maxInactiveTime: 3_600_000 };
const work = (task?: Task): number => answer(task ?? 0);

if (isMainThread) new ClusterWorker<Task, number>(work, options);
else new ThreadWorker<Task, number>(work, options);
