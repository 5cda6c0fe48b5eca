import type { Race } from '../experiment';

/** The two kitchens that race: the same cook, who stands beside the stove or sets timers. */
export const race: Race = { part: 'first-course', conditions: ['sync', 'async'] };
