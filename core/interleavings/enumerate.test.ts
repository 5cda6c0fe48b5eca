import { describe, expect, it } from 'vitest';
import { enumerate, schedulesOf, type Instruction, type Program } from './enumerate';

const update: readonly Instruction[] = ['load', 'add', 'store'];
const locked: readonly Instruction[] = ['lock', ...update, 'unlock'];

/** (a + b + ...)! / (a! b! ...): so many orders of sequences that never wait. */
function multinomial(...lengths: readonly number[]): number {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return lengths.reduce((left, n) => left / factorial(n), factorial(lengths.reduce((sum, n) => sum + n, 0)));
}

describe('enumerate', () => {
  it.each([[[1, 1]], [[3, 3]], [[1, 5]], [[4, 6]], [[2, 2, 2]], [[3, 3, 3]], [[5]]])(
    'finds as many schedules of %j additions as the closed form says',
    (lengths) => {
      const program: Program = lengths.map((length) => Array.from({ length }, () => 'add' as const));
      expect(enumerate(program).schedules).toBe(multinomial(...lengths));
    },
  );

  it('of two updates: 20 schedules, of which 2 lose nothing', () => {
    const { schedules, stuck, outcomes } = enumerate([update, update]);
    expect([schedules, stuck]).toEqual([multinomial(3, 3), 0]);
    expect(outcomes.map(({ counter, schedules: n }) => [counter, n])).toEqual([
      [1, 18],
      [2, 2],
    ]);
    // One after the other.
    expect(outcomes[1]?.example).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('of two updates under a lock: one after the other, in either order, and nothing is lost', () => {
    const { schedules, stuck, outcomes } = enumerate([locked, locked]);
    expect([schedules, stuck]).toEqual([2, 0]);
    expect(outcomes).toEqual([{ counter: 2, schedules: 2, example: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1] }]);
  });

  it('of three updates each: everything from 2 to 6, as Ben-Ari shows', () => {
    const three = [...update, ...update, ...update];
    const { schedules, outcomes } = enumerate([three, three]);
    expect(schedules).toBe(multinomial(9, 9));
    expect(outcomes.map(({ counter }) => counter)).toEqual([2, 3, 4, 5, 6]);
  });

  it('an example leads to its outcome', () => {
    for (const { counter, example } of enumerate([update, update]).outcomes) {
      // Each thread alone can do nothing but what its turns say.
      let shared = 0;
      const registers = [0, 0];
      const at = [0, 0];
      for (const thread of example) {
        const instruction = update[at[thread] ?? 0];
        if (instruction === 'load') registers[thread] = shared;
        if (instruction === 'add') registers[thread] = (registers[thread] ?? 0) + 1;
        if (instruction === 'store') shared = registers[thread] ?? 0;
        at[thread] = (at[thread] ?? 0) + 1;
      }
      expect(shared).toBe(counter);
    }
  });

  it('lists every schedule once, each with its outcome', () => {
    const all = [...schedulesOf([update, update])];
    expect(new Set(all.map(({ turns }) => turns.join(''))).size).toBe(multinomial(3, 3));
    expect(all.filter(({ counter }) => counter === 2).map(({ turns }) => turns.join(''))).toEqual(['000111', '111000']);
    expect([...schedulesOf([['lock'], ['lock']])]).toEqual([
      { turns: [0], counter: null },
      { turns: [1], counter: null },
    ]);
  });

  it('counts those who wait for ever, and refuses a lock that is not held', () => {
    expect(enumerate([['lock'], ['lock']])).toMatchObject({ schedules: 0, stuck: 2 });
    expect(() => enumerate([['unlock']])).toThrow('does not have');
  });
});
