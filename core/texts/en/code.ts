/** Everything that is said around the code of conditions. */
export const code = {
  heading: 'The code',
  lead: 'What each condition executes. The lab measures its own code of the same shape; a test compares both.',
  /** Button of the fold beside a condition; {condition} is its name. */
  fold: 'Code',
  foldOf: 'Code of {condition}',
  inPart: '{condition}, in {part}',
  given: 'What these lines call',
  task: 'One task in {part}',
  hearts: 'The line that makes the difference',
  beside: 'Side by side',
  languages: 'Language of the code',
  javascript: 'JavaScript',
  python: 'Python',
  copy: 'Copy',
  copied: 'Copied',
  pythonNote: 'Python is for readers of the source text: the lab measures JavaScript alone.',
  processNote:
    'The lab starts its processes by Electron and sends tasks over a local socket; the code uses Node’s own way.',
  run: {
    heading: 'Run it yourself',
    lead: 'One file for plain Node, without any package. It shows the effect in a terminal within seconds.',
    save: 'Save…',
    command: 'Then type',
    show: 'Show the file',
    window: 'A terminal has no window, so this file watches an event loop instead of frames.',
  },
} as const;
