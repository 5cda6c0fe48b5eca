import { describe, expect, it } from 'vitest';
import { standardChoice } from '../experiments/workbench/choice';
import { workbenchDefinition } from '../experiments/workbench/definition';
import { thousandWaits } from '../experiments/thousand-waits/definition';
import { mostOpenFiles, openFilesProblem } from './open-files';

const sockets = workbenchDefinition({
  ...standardChoice,
  workload: 'socket',
  operation: 'none',
  strategies: ['async', 'threads-async'],
  workers: [4],
  inFlight: [256],
});

describe('open files', () => {
  it('the limit is the soft one, and none where there is none', () => {
    const read = (value: string) => mostOpenFiles({ read: () => value, list: () => [] });
    expect(read('Max open files            1024                 1048576              files     \n')).toBe(1024);
    expect(read('Max open files            unlimited            unlimited            files     \n')).toBeNull();
    expect(read('')).toBeNull();
  });

  it('B26 a run that would certainly have too many is refused, with what to do', () => {
    expect(openFilesProblem(sockets, 1024)).toMatch(/about 1152 .* 1024 are allowed.*ulimit -n 2048.*--in-flight/);
    expect(openFilesProblem(sockets, 4096)).toBeUndefined();
    expect(openFilesProblem(sockets, 1024, 500)).toBeUndefined();
    expect(openFilesProblem(workbenchDefinition(standardChoice), 256)).toBeUndefined();
    // An experiment has no option for it.
    expect(openFilesProblem(thousandWaits, 1024)).toMatch(
      /about 1128 .* 1024 are allowed\. Raise .*ulimit -n 2048\)\.$/,
    );
    expect(openFilesProblem(thousandWaits, 2048)).toBeUndefined();
    for (const unknown of [null, undefined]) expect(openFilesProblem(sockets, unknown)).toBeUndefined();
  });
});
