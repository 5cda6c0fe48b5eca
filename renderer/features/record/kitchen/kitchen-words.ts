import { workerStates } from '@core/record/schema-parts';
import { formatDuration } from '@core/texts/format';
import type { ValueTable } from '@core/figures/value-table';
import type { Names } from '@core/words/names';
import { toMs } from '@core/figures/looks';
import { exactly } from '../timeline/timeline-words';
import type { Kitchen } from './kitchen-run';
import type { KitchenScene, SceneCook } from './kitchen-scene';

/** Cooks up to whom each is named in one sentence; more are counted by state. */
const fewCooks = 6;
/** Changes of one moment that are named. */
const fewChanges = 4;

/** `blocked, Eggs`, or the state alone. */
export function stateInWords({ state, task }: SceneCook, { text: of, glossary }: Names): string {
  const words = glossary(`state.${state}`);
  return task === undefined ? words : `${words}, ${of(`task.${task}`)}`;
}

/** The whole scene in one sentence, for a screen reader. */
export function sceneInWords(kitchen: Kitchen, scene: KitchenScene, texts: Names): string {
  const { text: of, glossary } = texts;
  const cooks =
    scene.cooks.length <= fewCooks
      ? scene.cooks.map((cook, index) => `${nameOf(kitchen, index, texts)} ${stateInWords(cook, texts)}`)
      : workerStates.flatMap((state) => {
          const count = scene.cooks.filter((cook) => cook.state === state).length;
          return count > 0 ? [of('results.replay.stateCount', { count, state: glossary(`state.${state}`) })] : [];
        });
  return of('results.replay.words', {
    time: exactly(scene.timeNs),
    workers: cooks.join('; '),
    open: scene.open.length,
    done: scene.served.length,
  });
}

/** What changes exactly at the scene's time: new states, tasks begun, served, sent and answered. */
export function changesAt(kitchen: Kitchen, scene: KitchenScene, texts: Names): string[] {
  const { text: of } = texts;
  const at = scene.timeNs;
  const states = scene.cooks.flatMap((cook, index) => {
    if (cook.sinceNs !== at) return [];
    const task = cook.task === undefined ? '' : of('results.timeline.spanTask', { task: of(`task.${cook.task}`) });
    const state = texts.glossary(`state.${cook.state}`);
    return [of('results.replay.change.state', { worker: nameOf(kitchen, index, texts), state, task })];
  });
  const tasks = kitchen.tasks.flatMap(({ task, startNs, servedNs, sentNs, answeredNs }) =>
    (
      [
        ['sent', sentNs],
        ['begun', startNs],
        ['served', servedNs],
        ['answered', answeredNs],
      ] as const
    ).flatMap(([change, timeNs]) =>
      timeNs === at ? [of(`results.replay.change.${change}`, { task: of(`task.${task}`) })] : [],
    ),
  );
  return [...states, ...tasks];
}

/** The changes of a moment in one line. */
export function changesInWords(kitchen: Kitchen, scene: KitchenScene, texts: Names): string {
  const changes = changesAt(kitchen, scene, texts);
  // Nothing begins or ends just now: what is going on then.
  if (changes.length === 0) return sceneInWords(kitchen, scene, texts);
  const named = changes.slice(0, fewChanges);
  const count = changes.length - named.length;
  if (count > 0) named.push(texts.text('results.replay.change.more', { count }));
  return texts.text('results.replay.now', {
    time: exactly(scene.timeNs),
    changes: named.join('; '),
  });
}

/** Who does what: one row per cook, with what waits for it and the CPU time of the whole execution. */
export function sceneTable(kitchen: Kitchen, scene: KitchenScene, texts: Names): ValueTable {
  const { text: of, glossary } = texts;
  const names = ['worker', 'state', 'task', 'since', 'until', 'waiting', 'cpu'] as const;
  return {
    columns: names.map((name) => of(`results.replay.column.${name}`)),
    rows: scene.cooks.map((cook, index) => [
      nameOf(kitchen, index, texts),
      glossary(`state.${cook.state}`),
      cook.task === undefined ? '' : of(`task.${cook.task}`),
      toMs(cook.sinceNs).toFixed(3),
      toMs(cook.untilNs).toFixed(3),
      waitingInWords(scene, index, texts),
      cpuInWords(kitchen.cooks[index]?.cpuNs ?? null, texts),
    ]),
  };
}

/** The tasks of a cook that get on by themselves or lie on the worktop: the name of one, the number of several. */
export function waitingInWords(scene: KitchenScene, cook: number, { text: of }: Names): string {
  return namedOrCounted(
    scene.dishes.filter((dish) => dish.cook === cook).map(({ task }) => task),
    of,
  );
}

export function namedOrCounted(tasks: readonly string[], of: Names['text']): string {
  const [only] = tasks;
  if (only === undefined) return '';
  return tasks.length === 1 ? of(`task.${only}`) : of('results.replay.several', { count: tasks.length });
}

/** `Cook 1`. */
export function nameOf(kitchen: Kitchen, cook: number, { text: of }: Names): string {
  return of(`seat.${kitchen.cooks[cook]?.seat ?? ''}`);
}

/** `12.3 ms of the run`, for the explanation of a speed. */
export function runTimePerSecond(speed: number): string {
  return formatDuration(speed * 1e9);
}

function cpuInWords(cpuNs: number | null, { text: of }: Names): string {
  return cpuNs === null ? of('results.replay.unknown') : toMs(cpuNs).toFixed(1);
}
