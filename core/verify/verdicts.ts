import type { Analysis } from '../analysis/types';
import type { LevelVerdict, Verdict } from '../analysis/verdicts';
import type { RunRecord, UnsealedRecord } from '../record/record';
import { contradiction, type Contradiction, type Contradictions } from './contradiction';
import { isSame } from './same';

/** Stored verdicts and levels are what the record's own rules give of its own cells: each once, none besides. */
export function* verdictsThatDoNotFollow(
  record: UnsealedRecord & Pick<Partial<RunRecord>, 'fileFormat'>,
  analysis: Analysis,
): Contradictions {
  const verdicts = analysis.parts.flatMap((part) => part.verdicts);
  yield* compared(record.verdicts, verdicts, {
    kind: 'verdict',
    keyOf: ({ part, condition, baseline }: Verdict) => `${part} ${condition} ${baseline}`,
    placeOf: ({ part, condition, baseline }) => ({ part, condition, other: baseline }),
    boundsOf: ({ ratio }) => ratio,
    fields: [
      ['rounds', 'rounds'],
      ['ratio', 'ratio'],
      ['floor', 'floor'],
      ['verdict', 'word'],
      ['expect', 'finding'],
      ['finding', 'finding'],
    ],
  });
  // Programs before levels were stored wrote none.
  if (record.levels === undefined && record.fileFormat !== undefined) return;
  const levels = analysis.parts.flatMap((part) => part.levels);
  yield* compared(record.levels ?? [], levels, {
    kind: 'level',
    keyOf: ({ part, condition, measure, expect }: LevelVerdict) => `${part} ${condition} ${measure} ${expect}`,
    placeOf: ({ part, condition, measure }) => ({ part, condition, other: measure }),
    boundsOf: ({ value }) => value,
    fields: [
      ['rounds', 'rounds'],
      ['threshold', 'threshold'],
      ['value', 'value'],
      ['verdict', 'word'],
      ['finding', 'finding'],
    ],
  });
}

interface Comparing<One> {
  readonly kind: 'verdict' | 'level';
  readonly keyOf: (one: One) => string;
  readonly placeOf: (one: One) => Contradiction['values'];
  readonly boundsOf: (one: One) => Verdict['ratio'];
  /** What is compared, and under which code it is told. */
  readonly fields: readonly (readonly [
    keyof One,
    'rounds' | 'ratio' | 'floor' | 'word' | 'finding' | 'threshold' | 'value',
  ])[];
}

function* compared<One extends Verdict | LevelVerdict>(
  stored: readonly One[],
  computed: readonly One[],
  { kind, keyOf, placeOf, boundsOf, fields }: Comparing<One>,
): Contradictions {
  const wanted = new Map(computed.map((one) => [keyOf(one), one]));
  const seen = new Set<string>();
  for (const one of stored) {
    const key = keyOf(one);
    const place = placeOf(one);
    if (seen.has(key)) yield contradiction(`${kind}-doubled`, place);
    seen.add(key);
    const right = wanted.get(key);
    if (!right) {
      yield contradiction(`${kind}-unknown`, place);
      continue;
    }
    const bounds = boundsOf(one);
    if (bounds && !(bounds.low <= bounds.estimate && bounds.estimate <= bounds.high)) {
      yield contradiction(`${kind}-bounds`, { ...place, low: short(bounds.low), high: short(bounds.high) });
    }
    for (const [field, code] of fields) {
      if (isSame(one[field], right[field])) continue;
      const values = { ...place, stored: inWords(one[field]), computed: inWords(right[field]) };
      yield contradiction(`${kind}-${code}` as Contradiction['code'], values);
    }
  }
  for (const [key, one] of wanted) if (!seen.has(key)) yield contradiction(`${kind}-missing`, placeOf(one));
}

function inWords(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return short(value);
  if (typeof value === 'string') return value;
  const { estimate, low, high } = value as NonNullable<Verdict['ratio']>;
  return `${short(estimate)} [${short(low)}, ${short(high)}]`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
