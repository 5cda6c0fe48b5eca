import { against, budgetFor, defineExperiment, type PartSource, type WorkSource } from '../define';
import type { ConditionDefinition, ExperimentDefinition, PythonSeating, Strategy } from '../definition-types';
import type { Interpreter } from '../../python/interpreter';
import { gilBytes } from '../../protocol/shared-words';
import { gainOn, type DefinitionChoice } from '../machine';
import { again, alone, hiredWorkers } from '../seats';
import { chosenPythons, type Chosen } from './interpreters';

/** Tasks that compute, and waits of the second part. */
export const computeTasks = 4;
export const waitCount = 8;
/** Workers that compute: as many as cores, two at least, and no more than there are tasks. */
export function crewSize(cores: number): number {
  return Math.min(computeTasks, Math.max(2, cores));
}
/**
 * Cores' worth of CPU time that divides one thread at a time from several. Where threads take turns they use one together; two
 * that compute at the same time use nearly two.
 */
export const severalCores = 1.4;
/** The interpreters that quick takes, and the longer presets. */
const standardInterpreters = 1;
const longerInterpreters = 2;

const jsOne: ConditionDefinition = { id: 'js-one', strategy: 'sync', seats: [alone] };
const jsAsync: ConditionDefinition = { id: 'js-async', strategy: 'async', seats: [alone], inFlight: waitCount };

/** The emulated lock on threads of JavaScript, beside threads without it. */
function javascript(workers: number): readonly ConditionDefinition[] {
  const threads = hiredWorkers('thread', workers);
  return [
    jsOne,
    again(jsOne),
    jsAsync,
    { id: 'js-gil', strategy: 'threads', seats: threads, sharedBytes: gilBytes },
    { id: 'js-gil-waiters', strategy: 'threads', seats: hiredWorkers('thread', waitCount), sharedBytes: gilBytes },
    { id: 'js-threads', strategy: 'threads', seats: threads },
    { id: 'js-processes', strategy: 'processes', seats: hiredWorkers('process', workers) },
  ];
}

/** One thread of Python, or one event loop: there because the interpreter was started. */
const one = [{ ...alone, hired: true }];

function seated(
  { key }: Chosen,
  id: string,
  strategy: Strategy,
  program: PythonSeating['program'],
  seats: ConditionDefinition['seats'],
): ConditionDefinition {
  const inFlight = strategy.includes('async') ? { inFlight: waitCount } : {};
  return { id, strategy, seats, ...inFlight, python: { interpreter: key, program } };
}

/** What every interpreter executes: one thread twice, several threads, an event loop, processes. */
function basic(python: Chosen, workers: number): readonly ConditionDefinition[] {
  const { suffix: ending } = python;
  const single = seated(python, `one${ending}`, 'sync', 'threads', one);
  return [
    single,
    again(single),
    seated(python, `threads${ending}`, 'threads', 'threads', hiredWorkers('thread', workers)),
    seated(python, `asyncio${ending}`, 'async', 'asyncio', one),
    seated(python, `processes${ending}`, 'processes', 'processes', hiredWorkers('process', workers)),
  ];
}

function waiters(python: Chosen): ConditionDefinition {
  return seated(python, `waiters${python.suffix}`, 'threads', 'threads', hiredWorkers('thread', waitCount));
}

/** What the first interpreter executes beside it: event loops with threads, event loops in processes, subinterpreters. */
function further(python: Chosen, workers: number): readonly ConditionDefinition[] {
  const conditions = [
    // The event loop has a thread of its own; the others are those that it hands computing to.
    seated(python, 'to-thread', 'threads-async', 'to-thread', hiredWorkers('thread', workers + 1)),
    seated(python, 'loops', 'processes-async', 'processes-asyncio', hiredWorkers('process', workers)),
  ];
  if (python.interpreter.subinterpreters === 'none') return conditions;
  const seats = hiredWorkers('thread', workers);
  return [...conditions, seated(python, 'subinterpreters', 'threads', 'subinterpreters', seats)];
}

/** Where nothing is known of a machine, it is shown with a Python as most have one. */
const assumed: readonly Interpreter[] = [
  { version: '3.14.0', build: 'default', gil: true, subinterpreters: 'public', startMethod: 'forkserver' },
];

/** The same work by all conditions of one interpreter, or of JavaScript. Factor in each part: who executes it, and how. */
export function pythonGil(
  cores: number,
  { quotaCores, pythons = assumed, parameters = {} }: DefinitionChoice = {},
): ExperimentDefinition {
  const workers = crewSize(cores);
  const gain = gainOn(cores, quotaCores);
  const most = parameters['interpreters'] ?? standardInterpreters;
  const { locked, free } = chosenPythons(pythons, most);
  const [first] = locked;
  const hasSubinterpreters = first !== undefined && first.interpreter.subinterpreters !== 'none';
  const computing: WorkSource = { workload: 'cpu', taskMs: { parameter: 'computeMs' }, tasks: computeTasks };
  const waiting: WorkSource = { workload: 'timer', taskMs: { parameter: 'waitMs' }, tasks: waitCount };
  const routine: WorkSource = { ...computing, workload: 'threadpool', operation: 'pbkdf2' };
  const mixed: WorkSource = { ...computing, workload: 'mixed', waitShare: 0.5 };

  const many = cores > 1 ? 'above' : 'below';
  /** Cores' worth of CPU time, for each condition whether theory says that of several. */
  const share = (expected: Readonly<Record<string, 'above' | 'below'>>): Pick<PartSource, 'measures' | 'levels'> => ({
    measures: ['cpu-share'],
    levels: Object.entries(expected).map(([condition, expect]) => {
      return { condition, measure: 'cpu-share', threshold: severalCores, expect } as const;
    }),
  });
  const named = (suffix: string, names: readonly string[]): string[] =>
    names.flatMap((name) => (name === 'one' ? [`one${suffix}`, `one${suffix}-again`] : [`${name}${suffix}`]));

  /** @param isFree without the lock, threads compute at the same time */
  function computingPart({ suffix }: Chosen, isFree: boolean): PartSource {
    const isFirst = suffix === '';
    const subinterpreters = isFirst && hasSubinterpreters ? ['subinterpreters'] : [];
    const [threads, processes] = [`threads${suffix}`, `processes${suffix}`];
    return {
      id: `cpu${suffix}`,
      conditions: [...named(suffix, ['one', 'threads', 'asyncio', 'processes']), ...subinterpreters],
      comparisons: against(`one${suffix}`, {
        [threads]: isFree ? gain : 'not-faster',
        [processes]: gain,
        [`asyncio${suffix}`]: 'not-faster',
        ...(subinterpreters.length > 0 && { subinterpreters: gain }),
      }),
      ...share({ [threads]: isFree ? many : 'below', [processes]: many }),
      work: computing,
      predicted: isFirst ? ['one', 'threads', 'processes'] : [],
      predictionScaleMs: 200,
    };
  }

  function partsOf(python: Chosen): readonly PartSource[] {
    const { suffix } = python;
    const isFirst = suffix === '';
    return [
      computingPart(python, false),
      {
        id: `waiting${suffix}`,
        conditions: named(suffix, ['one', 'waiters', 'asyncio']),
        comparisons: against(`one${suffix}`, { [`waiters${suffix}`]: 'faster', [`asyncio${suffix}`]: 'faster' }),
        work: waiting,
        predicted: isFirst ? ['one', 'waiters', 'asyncio'] : [],
        predictionScaleMs: 250,
      },
      ...(isFirst
        ? ([
            {
              id: 'routine',
              conditions: named('', ['one', 'threads']),
              comparisons: against('one', { threads: gain }),
              work: routine,
              predicted: [],
              predictionScaleMs: 200,
            },
            {
              id: 'mixed',
              conditions: named('', ['one', 'asyncio', 'to-thread', 'loops']),
              comparisons: [
                ...against('one', { asyncio: 'faster' }),
                ...against('asyncio', { 'to-thread': 'not-faster', loops: gain }),
              ],
              work: mixed,
              predicted: [],
              predictionScaleMs: 200,
            },
          ] satisfies PartSource[])
        : []),
    ];
  }

  const emulated: readonly PartSource[] = [
    {
      id: 'js-cpu',
      conditions: ['js-one', 'js-one-again', 'js-gil', 'js-async', 'js-threads', 'js-processes'],
      comparisons: against('js-one', {
        'js-gil': 'not-faster',
        'js-processes': gain,
        'js-async': 'not-faster',
        'js-threads': gain,
      }),
      ...share({ 'js-gil': 'below', 'js-threads': many }),
      work: computing,
      predicted: first ? [] : ['js-one', 'js-gil', 'js-processes'],
      predictionScaleMs: 200,
    },
    {
      id: 'js-waiting',
      conditions: ['js-one', 'js-one-again', 'js-gil-waiters', 'js-async'],
      comparisons: against('js-one', { 'js-gil-waiters': 'faster', 'js-async': 'faster' }),
      work: waiting,
      predicted: first ? [] : ['js-one', 'js-gil-waiters', 'js-async'],
      predictionScaleMs: 250,
    },
    {
      id: 'js-routine',
      conditions: ['js-one', 'js-one-again', 'js-gil'],
      comparisons: against('js-one', { 'js-gil': gain }),
      work: routine,
      predicted: [],
      predictionScaleMs: 200,
    },
  ];

  const python = [
    ...locked.flatMap((chosen) => [
      ...basic(chosen, workers),
      waiters(chosen),
      ...(chosen.suffix === '' ? further(chosen, workers) : []),
    ]),
    ...free.flatMap((chosen) => basic(chosen, workers)),
  ];
  const seconds = (rounds: number, interpreters: number): number => {
    const extra = Math.max(0, Math.min(interpreters, pythons.length) - 1);
    return Math.ceil(4 + (rounds + 1) * (1.2 + (first ? 1.7 : 0) + 0.9 * extra));
  };
  const expectedSeconds = [
    seconds(7, standardInterpreters),
    seconds(15, longerInterpreters),
    seconds(30, longerInterpreters),
  ] as const;
  return defineExperiment({
    id: 'python-gil',
    track: 'E',
    conditions: [...python, ...javascript(workers)],
    parts: [...locked.flatMap(partsOf), ...free.map((python) => computingPart(python, true)), ...emulated],
    parameters: [
      { id: 'computeMs', unit: 'ms', minimum: 10, maximum: 200, standard: 20 },
      { id: 'waitMs', unit: 'ms', minimum: 10, maximum: 200, standard: 15 },
      { id: 'interpreters', unit: 'interpreters', minimum: 1, maximum: 9, standard: standardInterpreters },
    ],
    longer: { interpreters: longerInterpreters },
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds),
  });
}
