/** Texts of "Feel it", with which the lesson opens. Every sentence follows from what was seen in one try. */
export const feelTexts = {
  title: 'Feel it',
  lead: 'Press a button and type. The same computation runs for about 2 s each time. Only its place differs.',
  field: 'Type here while it runs',
  ball: 'This page moves the ball with every frame',
  place: { page: 'In this page', worker: 'In a worker', async: 'As async' },
  detail: {
    page: 'a plain function call',
    worker: 'a Web Worker: another thread',
    async: 'an async function of this page, with {awaits} awaits',
  },
  ready: 'Type now. It begins in a second.',
  running: 'It runs. Keep typing.',
  busy: 'A run is being measured. Wait until it is over.',
  refused: 'It did not begin: {message}',
  keys: {
    none: 'You pressed no key. Type while it runs.',
    all: 'All {count} of your keys waited, up to {wait}',
    one: 'Your key waited {wait}',
    some: '{waited} of your {count} keys waited, up to {wait}',
    noneWaited: 'None of your {count} keys waited (longest {wait})',
    oneFine: 'Your key did not wait ({wait})',
  },
  ballStood: 'The ball stood still for {gap}.',
  ballMoved: 'The ball moved on: {frames} frames, no two more than {gap} apart.',
  meaning: {
    page: {
      frozen: 'The page has one thread. It computed, so nobody drew and nobody read your keys.',
      free: 'Nothing froze this time. Press the button again.',
    },
    worker: {
      frozen: 'Another thread computed, and the page stood still all the same. Other programs may need the cores.',
      free: 'Another thread computed. The page was free to draw and to read your keys.',
    },
    async: {
      frozen: 'It froze too. The word async moves no work to another thread.',
      free: 'Nothing froze this time. Press the button again.',
    },
  },
  cut: 'It was ended after 3 s, before all of the work was done.',
  table: 'Your last try of each',
  column: { place: 'Place', gap: 'Longest frame gap', frames: 'Frames drawn', keys: 'Keys that waited' },
  waitedOf: '{waited} of {count}',
  notStored: 'One try each, to be felt. It is no measurement and nothing of it is stored. The run measures.',
} as const;
