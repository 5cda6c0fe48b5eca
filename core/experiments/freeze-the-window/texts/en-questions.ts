/** What `freeze-the-window` asks: about what the run shows, and in two new situations. */
export const freezeTheWindowQuestions = {
  observe: {
    ask: 'Which place leaves the window drawing, while main answers nothing?',
    look: 'Ticks are frames of the window, dots are answers of main. Find the row with ticks all along and a gap between its dots.',
    told: '{answer}: the longest gap between two frames was {frames}, and one call waited {call} for its answer.',
  },
  transfer: {
    'counting-in-main': {
      situation:
        'Your desktop program reads a log of 200 MB and counts the errors in it. To keep the window smooth, a colleague moved the counting from the page to the main process. It takes 2 s.',
      question: 'What will people notice while it counts?',
      correct: 'deaf',
      options: {
        nothing: {
          label: 'Nothing: the page is free',
          feedback:
            'The page is free to draw. But menus, dialogs and the file that is to be opened next go through main. In Electron so does every click on its way to the page. Main computes.',
        },
        frozen: {
          label: 'The window stands still, as before',
          feedback:
            'The page can draw: animations go on. What has changed is what does not work: everything that passes main.',
        },
        deaf: {
          label: 'The window still draws, but does not react',
          feedback:
            'Frames come from the page, input and services through main. A window that moves and does not listen is hardly better than a frozen one. Counting belongs in a worker thread or a process.',
        },
        slower: {
          label: 'The counting itself is much slower in main',
          feedback: 'The same code runs about as fast in either. Where it runs decides who has to wait for it.',
        },
      },
    },
    spinner: {
      situation:
        'A page parses a file of 80 MB when a button is pressed, which takes 3 s. A colleague writes "await parse(file)" in the page. Meanwhile a script in the same page is to turn a spinner.',
      question: 'What do people see?',
      correct: 'still',
      options: {
        turns: {
          label: 'The spinner turns until the file is parsed',
          feedback:
            'Somebody has to turn it: the thread of the page, which is parsing. "await" does not move work to another thread.',
        },
        still: {
          label: 'The spinner stands still for 3 s',
          feedback:
            'The thread of the page parses, so no script can draw the next frame. A Web Worker would leave the page free.',
        },
        cancel: {
          label: 'The spinner stands still, but a button still works',
          feedback: 'The click waits as well. The same thread would have to handle it.',
        },
        slow: {
          label: 'The spinner turns, a little slower',
          feedback: 'The parsing comes in one piece. There is no moment in between at which a frame could be drawn.',
        },
      },
    },
  },
} as const;
