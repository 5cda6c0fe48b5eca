import { describe, expect, it } from 'vitest';
import { answerChoice } from '@core/experiments/workbench/answer-choice';
import { standardChoice, workbenchSchema } from '@core/experiments/workbench/choice';
import { allowedBy, allowedText } from './allowed-values';
import { benchOptions, parseBench } from './bench-arguments';
import { helpText } from './help';
import { UsageError } from './words';

const cores = 2;
const bench = (line: string) => parseBench(line === '' ? [] : line.split(' '), cores);

describe('parseBench', () => {
  it('takes what nobody says from the standard choice', () => {
    expect(bench('')).toEqual({
      options: {
        experiments: ['workbench'],
        preset: 'standard',
        seed: undefined,
        parameters: {},
        workbench: standardChoice,
        json: undefined,
        pdf: undefined,
        save: false,
        wait: false,
        lowerPriority: true,
      },
      notes: [],
    });
  });

  it('reads every option', () => {
    const { options, notes } = bench(
      '--workload mixed --operation chase --strategies async-chunked,threads-async --workers 1,8 --in-flight 1,16 --task-ms 2.5 --tasks 10 --chunk-ms 0.5 --wait-share 0.25 --jitter 0.2 --pin 1 --memory-limit 256 --task-timeout 5000 --target-width 0.05 --rounds 9 --preset quick --seed 7 --json - --pdf r.pdf --save --wait --keep-priority',
    );
    expect(options).toEqual({
      experiments: ['workbench'],
      preset: 'quick',
      seed: 7,
      parameters: { rounds: 9 },
      workbench: {
        workload: 'mixed',
        operation: 'chase',
        strategies: ['async-chunked', 'threads-async'],
        workers: [1, 8],
        inFlight: [1, 16],
        taskMs: 2.5,
        tasks: 10,
        chunkMs: 0.5,
        waitShare: 0.25,
        jitterShare: 0.2,
        pinnedCores: 1,
        memoryLimitMb: 256,
        taskTimeoutMs: 5000,
        targetWidth: 0.05,
        cold: false,
        watchWindow: false,
      },
      json: '-',
      pdf: 'r.pdf',
      save: true,
      wait: true,
      lowerPriority: false,
    });
    expect(notes).toEqual([]);
  });

  it('hires anew inside each cell where it is told to', () => {
    expect(bench('--cold').options.workbench).toEqual({ ...standardChoice, cold: true });
    expect(bench('--cold').notes).toEqual([]);
    expect(bench('--watch-window').options.workbench).toEqual({ ...standardChoice, watchWindow: true });
  });

  it.each([
    ['cpu', 'knead'],
    ['mixed', 'knead'],
    ['threadpool', 'pbkdf2'],
    ['socket', 'none'],
    ['timer', 'none'],
  ])('gives the workload %s its first operation', (workload, operation) => {
    expect(bench(`--workload ${workload}`).options.workbench).toMatchObject({ workload, operation });
  });

  it.each([
    ['--workload gpu', '--workload takes cpu, socket, file, database, timer, threadpool, mixed, not "gpu".'],
    ['--operation zlib', '--operation takes knead, mandelbrot, chase with --workload cpu, not "zlib".'],
    ['--workload timer --operation knead', '--operation takes nothing with --workload timer'],
    ['--strategies sync,fork', '--strategies takes one or more of sync, async, async-chunked, threads'],
    ['--strategies sync,sync', 'not "sync,sync". Name each strategy once.'],
    ['--strategies ,', '--strategies takes one or more of'],
    [
      '--workers 9',
      '--workers takes up to 12 whole numbers from 1 to 8, separated by commas (at most 4 per core; this machine offers 2 cores), not "9".',
    ],
    ['--workers 0,1', '--workers takes up to 12 whole numbers from 1 to 8'],
    ['--workers two', 'not "two".'],
    ['--workers 1,1', 'Name each number once.'],
    ['--workers 1.5', '--workers takes'],
    ['--in-flight 257', '--in-flight takes up to 8 whole numbers from 1 to 256, separated by commas, not "257".'],
    ['--task-ms 0', '--task-ms takes a number from 0.01 to 2000, not "0".'],
    ['--task-ms 5ms', '--task-ms takes a number from 0.01 to 2000, not "5ms".'],
    ['--task-ms -5', '--task-ms takes a number from 0.01 to 2000, not "-5".'],
    ['--tasks 1001', '--tasks takes a whole number from 1 to 1000, not "1001".'],
    ['--tasks 0x10', '--tasks takes a whole number from 1 to 1000, not "0x10".'],
    ['--chunk-ms 0.01', '--chunk-ms takes a number from 0.1 to 1000'],
    ['--wait-share 1.1', '--wait-share takes a number from 0 to 1'],
    ['--jitter 1', '--jitter takes a number from 0 to 0.9'],
    ['--pin 3', '--pin takes a whole number from 1 to 2 (this machine offers 2 cores), not "3".'],
    ['--memory-limit 1', '--memory-limit takes a whole number from 16 to 16384'],
    ['--task-timeout 5', '--task-timeout takes a whole number from 10 to 600000'],
    ['--target-width 2', '--target-width takes a number from 0.005 to 1'],
    ['--rounds 0', '--rounds takes a whole number from 1 to 200, not "0".'],
    ['--rounds many', '--rounds takes a whole number from 1 to 200, not "many".'],
    ['--preset slow', '--preset takes quick, standard, thorough, not "slow".'],
    ['--seed x', '--seed takes a whole number'],
    ['--sead 1', "Unknown option '--sead'"],
    ['--tasks', "Option '--tasks <value>' argument missing"],
    ['cpu', 'bench does not take "cpu".'],
    [
      '--strategies threads-async,processes-async --workers 1,2,3,4 --in-flight 1,2,3,4',
      'at most 24 can be compared in one run. What decides about it: --strategies,',
    ],
    ['--cold --pin 1', 'cannot be pinned. Choose one or the other. What decides about it:'],
    ['--tasks 1000 --rounds 200', 'Choose fewer tasks, rounds or conditions. What decides about it:'],
  ])('refuses "%s" and says what it takes', (line, message) => {
    expect(() => bench(line)).toThrow(UsageError);
    expect(() => bench(line)).toThrow(message);
  });

  it.each([
    ['--workload cpu --jitter 0.1', ['jitter']],
    ['--workload socket --jitter 0.1 --wait-share 0.1 --chunk-ms 1', ['chunk-ms', 'wait-share']],
    ['--workload socket --strategies async-chunked --chunk-ms 1', ['chunk-ms']],
    ['--strategies sync --workers 2 --in-flight 4 --cold', ['workers', 'in-flight', 'cold']],
    ['--strategies sync,threads,async-chunked --workers 2 --in-flight 4 --chunk-ms 1', []],
  ])('says which options change nothing: %s', (line, options) => {
    expect(
      bench(line)
        .notes.map((note) => /^--([a-z-]+) changes nothing/.exec(note)?.[1])
        .sort(),
    ).toEqual([...options].sort());
  });

  it('has an option for every part of the choice, and help shows each', () => {
    expect([...Object.values(benchOptions), 'cold', 'watchWindow', 'answer'].sort()).toEqual(
      Object.keys(workbenchSchema.entries).sort(),
    );
    for (const option of [...Object.keys(benchOptions), 'rounds', 'cold', 'watch-window'])
      expect(helpText).toContain(`--${option} `);
  });
});

describe('allowedBy', () => {
  const { entries } = workbenchSchema;
  it('reads the limits that the schema itself enforces', () => {
    expect(allowedText(allowedBy(entries.tasks))).toBe('a whole number from 1 to 1000');
    expect(allowedText(allowedBy(entries.pinnedCores))).toBe('a whole number from 1 to 512');
    expect(allowedText(allowedBy(entries.waitShare))).toBe('a number from 0 to 1');
    expect(allowedText(allowedBy(entries.inFlight))).toBe('up to 8 whole numbers from 1 to 256, separated by commas');
    expect(allowedBy(entries.strategies)).toMatchObject({ kind: 'choice', most: Number.POSITIVE_INFINITY });
    expect(allowedBy(entries.operation).choices).toContain('zlib');
  });
});

describe('bench --answer', () => {
  it('asks for the numbers of a task on this machine', () => {
    const { options } = bench('--answer --cpu-ms 2 --waiting-ms 8 --preset quick --seed 7');
    expect(options).toMatchObject({ answer: true, preset: 'quick', seed: 7, experiments: ['workbench'] });
    expect(options.workbench).toEqual(answerChoice({ cpuMs: 2, waitingMs: 8 }, cores));
  });

  it.each([
    ['--answer --cpu-ms 2', /--answer needs --waiting-ms\. Type: bench --answer --cpu-ms 2 --waiting-ms 8\.$/],
    ['--answer --cpu-ms two --waiting-ms 8', /--cpu-ms takes a number from 0 to 1000, not "two"/],
    ['--answer --cpu-ms 2 --waiting-ms 8 --workers 4', /--answer decides about --workers itself/],
    ['--answer --cpu-ms 2 --waiting-ms 8 --cold', /--answer decides about --cold itself/],
    ['--answer --cpu-ms 0 --waiting-ms 0', /at least 0\.01 ms together/],
    ['--cpu-ms 2', /--cpu-ms goes with --answer/],
  ])('%s is refused with what to type', (line, message) => {
    expect(() => bench(line)).toThrow(UsageError);
    expect(() => bench(line)).toThrow(message);
  });
});
