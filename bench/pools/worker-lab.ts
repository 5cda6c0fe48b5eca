// A thread worker of the lab's pool.
import { serveThreadTasks } from '../../workers/runtime/pool/thread-link';
import { answer } from './tasks';

serveThreadTasks(answer);
