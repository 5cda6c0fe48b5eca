// The worker of workerpool, in a thread or a process.
import workerpool from 'workerpool';
import { answer } from './tasks';

workerpool.worker({ answer });
