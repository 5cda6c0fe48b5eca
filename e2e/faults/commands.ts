/** Where a finished or broken off run's record may be. */
export type Where = 'file' | 'stdout' | 'Notebook' | 'journal' | 'elsewhere' | 'nowhere';

/** A command of the suite: what is typed, and what it does by its own account. */
export interface FaultCommand {
  readonly name: string;
  /** RECORD, FOLDER, JSON and PDF stand for places of the case. */
  readonly words: readonly string[];
  readonly measures: boolean;
  /** Where its record goes if nothing is in the way. */
  readonly keeps: Where;
  /** It writes results to standard output. */
  readonly speaks: boolean;
  readonly prints: boolean;
}

/** Small, so that what a case takes is the fault and not the run. */
export const shortBench = [
  ...['bench', '--workload', 'timer', '--task-ms', '1', '--tasks', '2'],
  ...['--strategies', 'sync,threads', '--workers', '1', '--rounds', '3'],
] as const;

const shortRun = [
  ...['run', 'eggs-and-toast', '--preset', 'quick', '--seed', '7', '--set', 'rounds=1'],
  ...['--set', 'eggsMs=12', '--set', 'toastMs=8', '--set', 'cleaningMs=2', '--set', 'doughMs=3'],
] as const;

function asks(name: string, words: readonly string[], more: Partial<FaultCommand> = {}): FaultCommand {
  return { name, words, measures: false, keeps: 'nowhere', speaks: true, prints: false, ...more };
}

function measures(name: string, words: readonly string[], more: Partial<FaultCommand> = {}): FaultCommand {
  return { name, words, measures: true, keeps: 'nowhere', speaks: true, prints: false, ...more };
}

export const commands: readonly FaultCommand[] = [
  asks('help', ['help']),
  asks('list', ['list']),
  asks('doctor', ['doctor']),
  asks('code', ['code', 'eggs-and-toast']),
  asks('verify FILE', ['verify', 'RECORD']),
  asks('verify FOLDER', ['verify', 'FOLDER']),
  asks('report --pdf', ['report', 'RECORD', '--pdf', 'PDF'], { speaks: false, prints: true }),
  asks('worksheet --pdf', ['worksheet', 'eggs-and-toast', '--pdf', 'PDF'], { speaks: false, prints: true }),
  measures('run', shortRun),
  measures('run --json FILE --pdf FILE', [...shortRun, '--json', 'JSON', '--pdf', 'PDF'], {
    keeps: 'file',
    prints: true,
  }),
  measures('bench', shortBench),
  measures('bench --save', [...shortBench, '--save'], { keeps: 'Notebook' }),
  measures('bench --json FILE', [...shortBench, '--json', 'JSON'], { keeps: 'file' }),
  measures('bench --json -', [...shortBench, '--json', '-'], { keeps: 'stdout' }),
];

/** One of the commands by its name. @throws Error for a name that is none */
export function commandNamed(name: string): FaultCommand {
  const found = commands.find((one) => one.name === name);
  if (!found) throw new Error(`There is no command "${name}" in the suite.`);
  return found;
}

/** The words of a command with the places of a case; a run that shall be disturbed takes a hundred times as many rounds. */
export function wordsFor(
  { words }: FaultCommand,
  places: Readonly<Record<'RECORD' | 'FOLDER' | 'JSON' | 'PDF', string>>,
  isLong: boolean,
): readonly string[] {
  return words.map((word, at) => {
    if (word in places) return places[word as keyof typeof places];
    if (!isLong) return word;
    if (word === 'rounds=1') return 'rounds=40';
    return words[at - 1] === '--rounds' ? '200' : word;
  });
}
