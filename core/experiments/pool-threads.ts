/**
 * Threads of the libuv pool of every process of a run, unless an experiment asks for another number. It is set in the
 * environment of each process: Node's own default is 4 as well, and may change (nodejs/node#61533).
 */
export const poolThreads = 4;
