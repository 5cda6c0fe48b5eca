// The worker of piscina and tinypool, in a thread or a process: a module that exports the function.
export { answer } from './tasks';
