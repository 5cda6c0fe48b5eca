/** Texts of the two kitchens side by side: still before the run, racing after it. */
export const raceTexts = {
  stillTitle: 'Who is done first?',
  stillLead: 'Both cooks have the same three tickets. The clocks stand at 0.',
  title: 'The race',
  lead: 'Recorded in round {round} of {rounds}, the nearest to the medians. One clock for both.',
  slow: '1 s on the screen is {time} of the run.',
  moved: 'Your desktop asks for less motion. Press the arrows to see each recorded change.',
  clock: '{time}',
  served: 'served {time}',
  flag: 'you: {time}',
  dish: '{task} {time}',
  picture: '{condition} at {time}: {state}. Served: {served} of {all}.',
  finish: 'Time since the first ticket',
  stillPicture: '{condition}: the clock stands at 0. On the board: {all}.',
  play: 'Play the race',
  pause: 'Pause the race',
  noRound: 'No round holds both kitchens, so there is no race.',
} as const;
