import { describe, expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';
import { commandArguments, parseCommand } from './arguments';
import { UsageError } from './words';

const here = process.cwd();

describe('commandArguments', () => {
  it.each([
    ['development window', ['electron', '.'], here, undefined],
    [
      'development window with switches',
      ['electron', '-r', 'x.js', '--user-data-dir=/x', '.', '--no-sandbox'],
      here,
      undefined,
    ],
    [
      'development command',
      ['electron', '.', 'run', 'eggs-and-toast', '--seed', '7'],
      here,
      ['run', 'eggs-and-toast', '--seed', '7'],
    ],
    ['installed window', ['concurrency-lab', '--no-sandbox'], undefined, undefined],
    ['installed command', ['concurrency-lab', '--no-sandbox', 'list'], undefined, ['list']],
    ['installed help', ['concurrency-lab', '--help'], undefined, ['--help']],
    ['a mistyped command is still a command', ['electron', '.', 'rnu'], here, ['rnu']],
  ])('%s', (_name, argv, appPath, expected) => {
    expect(commandArguments(argv, appPath)).toEqual(expected);
  });
});

describe('parseCommand', () => {
  it('reads a run with everything', () => {
    const words = 'run eggs-and-toast --preset quick --seed 7 --json r.json --pdf r.pdf --set rounds=9 --save --wait';
    expect(parseCommand(words.split(' '), 2)).toEqual({
      name: 'run',
      options: {
        experiments: ['eggs-and-toast'],
        preset: 'quick',
        seed: 7,
        parameters: { rounds: 9 },
        json: 'r.json',
        pdf: 'r.pdf',
        save: true,
        wait: true,
        lowerPriority: true,
      },
    });
  });

  it('takes - for standard output, and all for every experiment', () => {
    const command = parseCommand(['run', 'all', '--json', '-'], 2);
    expect(command).toMatchObject({
      options: { json: '-', experiments: catalogue.map(({ id }) => id), preset: 'standard' },
    });
  });

  it.each(['--help', '-h', 'help', 'run --help', 'bench --workload cpu -h', ''])('"%s" is a wish for help', (words) => {
    expect(parseCommand(words === '' ? [] : words.split(' '), 2)).toEqual({ name: 'help' });
  });

  it('takes one lesson for a worksheet', () => {
    const command = parseCommand(['worksheet', 'eggs-and-toast', '--pdf', 'a.pdf'], 2);
    expect(command).toEqual({ name: 'worksheet', experiment: 'eggs-and-toast', pdf: 'a.pdf' });
  });

  it('takes one record or several for a report', () => {
    const command = parseCommand(['report', 'a.json', 'b.json', '--pdf', 'both.pdf'], 2);
    expect(command).toEqual({ name: 'report', files: ['a.json', 'b.json'], pdf: 'both.pdf', appendix: false });
    expect(parseCommand(['report', 'a.json', '--pdf', 'a.pdf', '--appendix'], 2)).toMatchObject({ appendix: true });
  });

  it.each([
    ['rnu', 'Type one of: help, list'],
    ['run', 'Which experiment?'],
    ['run nothing', `There is no experiment "nothing". Known: ${catalogue.map(({ id }) => id).join(', ')}.`],
    ['run workbench', 'is started by "bench"'],
    ['run eggs-and-toast --preset slow', '--preset takes quick, standard, thorough'],
    ['run eggs-and-toast --seed -1', '--seed takes a whole number from 0 to 4294967295, not "-1"'],
    ['run eggs-and-toast --seed 1.5', '--seed takes a whole number'],
    ['run eggs-and-toast --set rounds', '--set takes NAME=NUMBER'],
    ['run eggs-and-toast --jsn x', "Unknown option '--jsn'"],
    ['verify', 'Type: verify <record.json|folder|-...>'],
    ['report a.json', 'Type: report <record.json|-...> --pdf FILE'],
    ['worksheet', 'Type: worksheet <id> --pdf FILE. Known: noise-floor'],
    ['worksheet eggs-and-toast', 'Type: worksheet <id> --pdf FILE'],
    ['worksheet workbench --pdf a.pdf', 'There is no experiment "workbench". Known: '],
    ['worksheet noise-floor many-cooks --pdf a.pdf', 'worksheet does not take "many-cooks"'],
    ['list me', 'list does not take "me"'],
  ])('refuses "%s" and says what to type', (line, message) => {
    const attempt = (): unknown => parseCommand(line.split(' '), 2);
    expect(attempt).toThrow(UsageError);
    expect(attempt).toThrow(message);
  });
});
