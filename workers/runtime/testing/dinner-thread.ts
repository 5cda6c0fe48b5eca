// A philosopher of the tests: as many dinners as it is told.
import { parentPort, workerData } from 'node:worker_threads';
import { createPlace } from '../dinner';
import type { DinnerAnswer, DinnerTask } from './dinner-task';

const { memory, options, dinners } = workerData as DinnerTask;
const meetings = { slept: 0, woken: 0 };
const atTable = { onSleep: () => meetings.slept++, onWake: () => meetings.woken++ };
const place = createPlace(memory, options, {}, atTable);
const notes = Array.from({ length: dinners }, (_, dinner) => place.dine(dinner));
parentPort?.postMessage({ notes, meetings } satisfies DinnerAnswer);
