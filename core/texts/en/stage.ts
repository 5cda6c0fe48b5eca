/** What stands beside a run that goes on: the execution that was finished last. */
export const stageTexts = {
  title: 'Just finished',
  finished: '{condition}, {part}, round {round}: {total}',
  warmUp: '{condition}, {part}, warm-up: {total}',
  left: '{left} more workers are not shown.',
  note: 'One recorded execution, shown when it is over. Nothing is drawn of the one that runs now.',
  pulse: 'The pulse of this window',
  ball: 'Time between two frames',
  pulseNote: 'This page moves the ball with every frame. Where the page is blocked, the ball stops.',
} as const;
