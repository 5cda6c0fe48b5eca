/** The answer, the findings and what to remember, by what the run showed. */
export const freezeTheWindowStory = {
  lesson: 'Work in the page freezes the window. Work in a worker or a process leaves it alive.',
  page: {
    above: 'Work in the page froze the window: no frame was drawn for {value}.',
    below: 'Work in the page hardly held the window up: the longest gap between two frames was {value}.',
    detail: 'longest gap between two frames',
  },
  main: {
    above: 'Work in main made calls to main wait for {value}.',
    below: 'Work in main made calls to main wait for {value} at most.',
  },
  'web-worker': {
    above: 'Work in a Web Worker left gaps of {value} between two frames.',
    below: 'Work in a Web Worker let the window draw: the longest gap was {value}.',
  },
  process: {
    above: 'Work in a process of its own left gaps of {value} between two frames.',
    below: 'Work in a process of its own let the window draw: the longest gap was {value}.',
  },
  thread: {
    faster: 'Work in a worker thread left gaps {times}x shorter than work in the page.',
    slower: 'Work in a worker thread left gaps {times}x longer than work in the page.',
    'no-difference': 'Work in a worker thread left gaps as long as work in the page.',
    hero: { faster: 'gaps {times}x shorter', slower: 'gaps {times}x longer' },
    detail: 'longest gap between two frames: {baselineTotal}, then {conditionTotal}',
  },
} as const;
