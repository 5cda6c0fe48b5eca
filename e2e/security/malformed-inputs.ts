/** How one malformed call was answered: `refused: <code>`, `threw` (it never left the page) or `answered`. */
export interface Malformed {
  readonly call: string;
  readonly kind: string;
  /** What a refusal says to a person. */
  readonly message: string;
  readonly outcome: string;
}

interface Attack {
  readonly seed: number;
  readonly count: number;
  readonly names: readonly string[];
}

/**
 * Runs in the page: makes `count` calls whose inputs no call of the contract may take, chosen by a seeded generator.
 * Self-contained, because the page knows nothing of the test's other functions.
 */
export async function callMalformed({ seed, count, names }: Attack): Promise<readonly Malformed[]> {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const one = <T>(all: readonly T[]): T => all[whole(all.length)] as T;
  const text = (length: number): string => String.fromCharCode(32 + whole(60_000)).repeat(length);

  const nested = (levels: number): unknown => {
    let value: unknown = 1;
    for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { id: value };
    return value;
  };
  const cycle = (): unknown => {
    const value: Record<string, unknown> = { id: 'x' };
    value['self'] = value;
    return value;
  };
  const wrongIds = [
    ...[
      '',
      '.',
      '../../../etc/passwd',
      '20260101T000000Z-0000000',
      '20260101T000000Z-0000000G',
      '20260101T000000Z-00000000/..',
    ],
    ...[
      '20260101T000000Z-00000000\n',
      '20260101T000000Z-00000000\u0000',
      'con',
      '__proto__',
      'constructor',
      '%2e%2e',
      'é',
    ],
    ...[null, true, 0, Number.NaN, [], {}, ['20260101T000000Z-00000000'], new String('20260101T000000Z-00000000')],
  ];
  const prediction = { status: 'skipped', frozenAt: '2026-01-01T00:00:00.000Z' };
  const request = { experiment: 'eggs-and-toast', preset: 'quick', prediction };
  const badRequests = [
    ...[{}, { ...request, experiment: '../x' }, { ...request, experiment: 'Eggs' }, { ...request, experiment: 7 }],
    ...[
      { ...request, experiment: 'constructor' },
      { ...request, experiment: 'x'.repeat(80) },
    ],
    ...['', 'forever', '__proto__', 1, null].map((preset) => ({ ...request, preset })),
    ...[-1, 0.5, Number.NaN, Infinity, 2 ** 32, '7', null].map((value) => ({ ...request, seed: value })),
    ...[
      { eggsMs: Number.NaN },
      { eggsMs: -1 },
      { eggsMs: 1e9 },
      { eggsMs: '12' },
      { rounds: 1e6 },
      { eggsMs: 12.5 },
    ].map((parameters) => ({ ...request, parameters })),
    ...[{ constructor: 1 }, { nothing: 1 }, { '../x': 1 }, 'eggsMs', 5, null].map((parameters) => ({
      ...request,
      parameters,
    })),
    ...[
      undefined,
      null,
      {},
      { ...prediction, status: 'given' },
      { ...prediction, frozenAt: 'yesterday' },
      { ...prediction, more: 1 },
    ].map((value) => ({ ...request, prediction: value })),
    ...[
      { ...request, lowerPriority: 'yes' },
      { ...request, main: 'out/main/index.cjs' },
    ],
  ];
  const badCharts = [
    ...[
      { name: '../x', kind: 'csv', content: 'a' },
      { name: 'x.csv', kind: 'csv', content: 'a' },
      { name: '', kind: 'csv', content: 'a' },
    ],
    ...[
      { name: 'x', kind: 'exe', content: 'a' },
      { name: 'x', kind: 'png', content: 'no picture' },
      { name: 'x', kind: 'csv', content: 1 },
    ],
  ];
  const badSettings = [
    ...[
      { theme: 'pink' },
      { theme: null },
      { lowerPriority: 1 },
      { checkLoad: 'no' },
      { lastPage: 'https://other' },
      { lastPage: '/' + 'x'.repeat(200) },
    ],
    ...[{ lastPage: 'javascript:x' }, { home: '/etc' }, { theme: 'dark', lastPage: '../../x' }],
  ];
  const hostile = [
    JSON.parse('{"__proto__":{"polluted":true},"id":"x","theme":"pink"}') as unknown,
    JSON.parse('{"constructor":{"prototype":{"polluted":true}},"id":{}}') as unknown,
    { ...request, parameters: JSON.parse('{"__proto__":{"polluted":true},"nothing":1}') as unknown },
    {
      ...request,
      prediction: { ...prediction, status: 'given', totalsMs: JSON.parse('{"__proto__":{"polluted":1}}') as unknown },
    },
  ];

  /** Kinds that cannot cross to main at all must be stopped in the page; all others must be refused by main. */
  const kinds: Readonly<Record<string, () => unknown>> = {
    null: () => null,
    number: () => one([0, -0, 1, Number.NaN, Infinity, -Infinity, 2 ** 53, 5e-324]),
    boolean: () => one([true, false]),
    text: () => one(['', '__proto__', 'undefined', text(whole(40)), '\ud800']),
    'long text': () => text(100_000),
    'id that is long text': () => ({ id: text(100_000) }),
    bigint: () => BigInt(whole(1e9)) ** 5n,
    array: () => one<unknown>([[], [undefined], [1, [2, [3]]], ['id'], Array.from({ length: 2_000 }, () => whole(9))]),
    'sparse array': () => {
      const sparse: unknown[] = [];
      sparse[whole(1_000)] = 'x';
      return one<unknown>([sparse, new Array(whole(500)), { id: sparse }]);
    },
    cycle,
    'deep nesting': () => nested(50 + whole(400)),
    'too deep nesting': () => nested(5_000),
    date: () => one([new Date(), new Date(Number.NaN)]),
    pattern: () => /(a+)+$/,
    map: () => one<unknown>([new Map([['id', 'x']]), new Set(['id'])]),
    bytes: () =>
      one<unknown>([new Uint8Array(whole(5_000)), new ArrayBuffer(whole(5_000)), new Float64Array([Number.NaN])]),
    error: () => new RangeError(text(30)),
    function: () => one<unknown>([() => 1, { id: () => 1 }]),
    symbol: () => one<unknown>([Symbol('id'), { id: Symbol.iterator }]),
    'throwing getter': () => ({
      get id(): string {
        throw new Error('no');
      },
    }),
    'unknown keys': () => Object.fromEntries(Array.from({ length: 1 + whole(50) }, (_, i) => [`key${i}`, next()])),
    'wrong id': () => ({ id: one<unknown>(wrongIds) }),
    'id and more': () => ({ id: '20260101T000000Z-00000000', more: 1 }),
    'id of nothing': () => ({ id: '20260101T000000Z-00000000' }),
    request: () => one<unknown>(badRequests),
    chart: () => one<unknown>(badCharts),
    settings: () => one<unknown>(badSettings),
    hostile: () => one<unknown>(hostile),
  };
  // A notice's id may be any short text, and dismissing one that is not there is no error.
  const anyId = new Set(['wrong id', 'id of nothing']);

  const answers: Malformed[] = [];
  while (answers.length < count) {
    const call = one(names);
    const kind = one(Object.keys(kinds));
    if (call === 'notices.dismiss' && anyId.has(kind)) continue;
    let outcome: string;
    let message = '';
    try {
      const invoke = window.lab[call as 'settings.read'] as (
        input: unknown,
      ) => ReturnType<Window['lab']['settings.read']>;
      const answer = await invoke(kinds[kind]?.());
      outcome = answer.ok ? 'answered' : `refused: ${answer.error.code}`;
      if (!answer.ok) message = answer.error.message.slice(0, 2_000);
    } catch {
      outcome = 'threw';
    }
    answers.push({ call, kind, outcome, message });
  }
  return answers;
}
