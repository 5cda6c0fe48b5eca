import { computed, shallowRef, watch } from 'vue';
import type { ComputedRef, ShallowRef } from 'vue';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { typicalRound } from '@core/analysis/typical-round';
import type { RunRecord } from '@core/record/record';
import { repetitionsOf, roundsOf, timelineOf } from '../timeline/timeline-layout';
import type { Timeline, TimelineChoice } from '../timeline/timeline-layout';

/** What timeline, kitchen and recorded load of one record share: which executions are shown, and the moment in them. */
export interface Replay {
  readonly experiment: ComputedRef<ExperimentDefinition>;
  /** What was chosen, as far as it was recorded; otherwise the first part, its typical round and the first repetition. */
  readonly choice: ComputedRef<TimelineChoice>;
  readonly timeline: ComputedRef<Timeline>;
  /** The condition that the kitchen shows; empty if none of the choice was recorded. */
  readonly condition: ComputedRef<string>;
  /** The cursor: nanoseconds since the start of each execution, from 0 to the end of the longest. */
  readonly cursorNs: Readonly<ShallowRef<number>>;
  readonly isPlaying: Readonly<ShallowRef<boolean>>;
  choose(part: Partial<TimelineChoice>): void;
  chooseCondition(id: string): void;
  /** Moves the cursor to a whole nanosecond; stops at both ends. */
  seek(timeNs: number): void;
  play(): void;
  pause(): void;
}

/** One for each record that is shown. Other executions begin at 0 again, and nothing plays on by itself. */
export function useReplay(record: () => RunRecord): Replay {
  const experiment = computed(() => record().definition);
  const chosen = shallowRef<Partial<TimelineChoice>>({});
  const chosenCondition = shallowRef('');
  const cursorNs = shallowRef(0);
  const isPlaying = shallowRef(false);
  const choice = computed((): TimelineChoice => {
    const one = record();
    const recorded = experiment.value.parts.filter((part) => roundsOf(one, part.id).length > 0);
    const part = (recorded.find(({ id }) => id === chosen.value.part) ?? recorded[0])?.id ?? '';
    const rounds = roundsOf(one, part);
    const round =
      rounds.find((number) => number === chosen.value.round) ??
      typicalRound(one, experiment.value, part)?.round ??
      rounds.find((number) => number > 0) ??
      0;
    const repetitions = repetitionsOf(one, part, round);
    const repetition = repetitions.find((number) => number === chosen.value.repetition) ?? repetitions[0] ?? 0;
    return { part, round, repetition };
  });
  const timeline = computed(() => timelineOf(record(), experiment.value, choice.value));
  const condition = computed(() => {
    const recorded = timeline.value.groups.map((group) => group.condition);
    return recorded.find((id) => id === chosenCondition.value) ?? recorded[0] ?? '';
  });

  watch(timeline, () => {
    pause();
    cursorNs.value = 0;
  });

  return { experiment, choice, timeline, condition, cursorNs, isPlaying, choose, chooseCondition, seek, play, pause };

  function choose(part: Partial<TimelineChoice>): void {
    chosen.value = { ...choice.value, ...part };
  }

  function chooseCondition(id: string): void {
    pause();
    chosenCondition.value = id;
  }

  function play(): void {
    isPlaying.value = true;
  }

  function pause(): void {
    isPlaying.value = false;
  }

  function seek(timeNs: number): void {
    cursorNs.value = Math.min(Math.max(0, Math.round(timeNs)), timeline.value.longestNs);
  }
}
