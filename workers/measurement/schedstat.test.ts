import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProgram } from '../machine/facts';
import { bundlePrograms } from '../services/testing/bundle-programs';
import type { BundledPrograms } from '../services/testing/bundle-programs';
import { parseMigrations } from './migrations';
import { createSchedReader, parseSchedstat } from './schedstat';

const onLinux = process.platform === 'linux';
const parse = (text: string) => parseSchedstat(Buffer.from(text, 'latin1'), text.length);

describe('schedstat', () => {
  it('has time on a core and time without one in its first two fields', () => {
    expect(parse('122135155 2351334 25\n')).toEqual({ cpuNs: 122_135_155, waitedNs: 2_351_334 });
    expect(parse('0 0 0\n')).toEqual({ cpuNs: 0, waitedNs: 0 });
  });

  it.each(['', '\n', '12', '12 34', '12 ', '-1 2 3\n', 'a b c\n', '1\n2 3\n', '99999999999999999999 1 1\n'])(
    'tells nothing in another form: %j',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );

  it('is read to the length given, not to what an earlier reading left behind it', () => {
    expect(parseSchedstat(Buffer.from('1 2 3\n9999'), 3)).toBeNull();
  });

  describe('a file kept open', () => {
    const folder = mkdtempSync(join(tmpdir(), 'schedstat-'));
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    it('is read from its begin each time', () => {
      const file = join(folder, 'schedstat');
      writeFileSync(file, '10 20 1\n');
      const read = createSchedReader(file);
      expect(read()).toEqual({ cpuNs: 10, waitedNs: 20 });
      writeFileSync(file, '300 4000 2\n');
      expect(read()).toEqual({ cpuNs: 300, waitedNs: 4000 });
      writeFileSync(file, 'something else');
      expect(read()).toBeNull();
    });

    it('that is not there tells nothing', () => {
      expect(createSchedReader(join(folder, 'none'))()).toBeNull();
    });
  });
});

describe('migrations', () => {
  it('are a field of sched; a text without it tells nothing', () => {
    expect(parseMigrations('node (1, #threads: 7)\nse.nr_migrations      :      7\nnr_switches : 40\n')).toBe(7);
    expect(parseMigrations('nr_switches : 40\n')).toBeNull();
  });
});

describe.runIf(onLinux && createSchedReader()() !== null && findProgram('taskset') !== null)(
  'waiting for a core, on this machine',
  () => {
    let programs: BundledPrograms;
    beforeAll(async () => {
      programs = await bundlePrograms('measurement/testing/busy-thread');
    }, 60_000);
    afterAll(() => {
      programs.remove();
    });

    /** So many busy threads on one core: what share of its time each waited. */
    async function sharesWaited(threads: number): Promise<number[]> {
      const workers = Array.from({ length: threads }, () => new Worker(join(programs.folder, 'busy-thread.cjs')));
      const next = <T>(worker: Worker): Promise<T> => new Promise((resolve) => worker.once('message', resolve));
      const ids = await Promise.all(workers.map((worker) => next<number>(worker)));
      for (const id of ids) execFileSync('taskset', ['-pc', '0', String(id)]);
      const done = workers.map((worker) => next<{ waitedNs: number; wallNs: number }>(worker));
      for (const worker of workers) worker.postMessage('go');
      const found = await Promise.all(done);
      await Promise.all(workers.map((worker) => worker.terminate()));
      return found.map(({ waitedNs, wallNs }) => waitedNs / wallNs);
    }

    it('two busy threads on one core wait longer than one alone, and each for a good part of the time', async () => {
      const [[alone = 1], both] = [await sharesWaited(1), await sharesWaited(2)];
      for (const share of both) {
        // Half, if nobody else uses the core and both begin together.
        expect(share).toBeGreaterThan(0.2);
        expect(share).toBeLessThan(0.95);
      }
      expect(Math.min(...both)).toBeGreaterThan(alone * 0.8);
    }, 60_000);
  },
);
