import {
  enumerate,
  schedulesOf,
  type Enumeration,
  type Instruction,
  type Schedule,
} from '../../interleavings/enumerate';
import { threads } from './definition';

const update: readonly Instruction[] = ['load', 'add', 'store'];

/** What each thread of a condition executes in a trial. */
const programs: Readonly<Record<string, readonly Instruction[]>> = {
  'no-lock': update,
  lock: ['lock', ...update, 'unlock'],
};

/** A condition that has a program, with everything that can come of it. */
export interface Possible extends Enumeration {
  readonly condition: string;
  readonly program: readonly Instruction[];
}

/** Of every condition its program and what its schedules come to: computed, whatever was run. In the order of the definition. */
export function possibleOutcomes(): readonly Possible[] {
  return Object.entries(programs).map(([condition, program]) => {
    return { condition, program, ...enumerate(Array.from({ length: threads }, () => program)) };
  });
}

/**
 * The schedules that the thread which goes first begins, that thread being the first. Both threads execute the same, so those of
 * the other one are the same with the two exchanged.
 */
export function schedulesOfFirst({ program }: Pick<Possible, 'program'>): readonly Schedule[] {
  return [...schedulesOf(Array.from({ length: threads }, () => program))].filter(({ turns }) => turns[0] === 0);
}

/** One turn of a schedule: which thread executes which of its instructions. */
export interface Turn {
  readonly thread: number;
  readonly instruction: Instruction;
}

/** The turns of a schedule with the instruction that each executes. */
export function turnsOf({ program }: Pick<Possible, 'program'>, turns: readonly number[]): readonly Turn[] {
  const at = new Map<number, number>();
  return turns.map((thread) => {
    const place = at.get(thread) ?? 0;
    at.set(thread, place + 1);
    return { thread, instruction: program[place] ?? 'add' };
  });
}
