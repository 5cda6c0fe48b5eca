/** What `noise-floor` asks: about what the run shows, and in two new situations. */
export const noiseFloorQuestions = {
  observe: {
    ask: 'The chart holds equal work under different names against each other. In which part do the names lie further apart?',
    look: 'Look at how far the marks lie from 1x in each of the two charts.',
    told: '{answer}. The largest difference is {computing} % for computing and {waiting} % for waiting.',
    options: {
      same: 'About equally far',
    },
  },
  transfer: {
    'one-time-each': {
      situation:
        'A colleague measures a function once before a change, 104 ms, and once after it, 101 ms. The old program was measured twice on the same machine. Its two times were 5 % apart.',
      question: 'What do you say about the change?',
      correct: 'open',
      options: {
        faster: {
          label: 'It made the function 3 % faster',
          feedback:
            'The same program was 5 % apart with no change at all. Two single times that are 3 % apart show nothing.',
        },
        none: {
          label: 'It made no difference',
          feedback:
            'That is not shown either. A gain of 3 % may be there and hide in noise of 5 %. "Not shown" is not "not there".',
        },
        open: {
          label: 'Nothing yet: measure both, taking turns, for many rounds',
          feedback:
            'Taking turns lets both meet the same disturbances. Many rounds narrow the interval. The old program against itself shows how small a difference can count.',
        },
        'more-after': {
          label: 'Measure the new one a hundred times and compare it with the 104 ms',
          feedback:
            'A hundred times show how the new one does today. The 104 ms are one time from another day. Whatever else changed since would count as gain or loss.',
        },
      },
    },
    'inside-the-noise': {
      situation:
        'Two versions of a function take turns for 30 rounds. The new one takes 0.98 times as long, with an interval of 0.97 to 0.99. In the same run, the old version against itself lies anywhere from 0.95 to 1.06.',
      question: 'What do you report?',
      correct: 'no-verdict',
      options: {
        gain: {
          label: 'The new version is 2 % faster',
          feedback:
            'The interval leaves 1 out, but equal programs were up to 6 % apart here. A difference of 2 % lies inside that noise.',
        },
        'no-verdict': {
          label: 'No verdict: first find out why equal programs differ by 6 %',
          feedback:
            'Noise of 6 % hides a gain of 2 %. Close other programs, plug the machine in, and measure both again.',
        },
        slower: {
          label: 'The new version may be 6 % slower',
          feedback:
            'Its interval ends at 0.99. Nothing in it speaks for slower; the noise only says how little the 2 % mean.',
        },
        equal: {
          label: 'Both versions are equally fast',
          feedback: 'The run cannot show that. A real gain of 2 % would look just like this.',
        },
      },
    },
  },
} as const;
