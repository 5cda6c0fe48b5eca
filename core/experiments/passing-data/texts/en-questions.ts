/** What `passing-data` asks: about what the run shows, and in two new situations. */
export const passingDataQuestions = {
  observe: {
    ask: 'Which way takes at most three times as long for 8 MiB as for 1 KiB?',
    look: 'Compare the two ends of each line, at 1 KiB and at 8 MiB. A flat line means that the size matters little.',
    told: '{answer}: at most three times as long for 8 MiB as for 1 KiB.',
    toldNone: 'Every way took more than three times as long for 8 MiB as for 1 KiB.',
    options: {
      none: 'None of them',
    },
  },
  transfer: {
    'photo-editor': {
      situation:
        'A photo editor decodes pictures of about 40 MB in a worker thread and shows them in the main thread. Each result is posted with postMessage(pixels). Decoding takes 200 ms, and the window stutters whenever a picture arrives. The worker does not need the pixels afterwards.',
      question: 'What do you change?',
      correct: 'move',
      options: {
        move: {
          label: 'Move the pixels: postMessage(pixels, [pixels.buffer])',
          feedback:
            'The memory changes hands and nothing is copied in either thread. The worker can no longer use it, and does not need to.',
        },
        process: {
          label: 'Decode in a process of its own',
          feedback:
            'JavaScript messages between processes copy the pixels. They can be neither moved nor shared that way. Compare the two copies on your chart.',
        },
        small: {
          label: 'Post the pixels in 40 pieces of 1 MB',
          feedback:
            'The stutter gets shorter, since each piece is copied in a turn of its own. But as much is copied as before, with 40 messages instead of one.',
        },
        json: {
          label: 'Send them as JSON text',
          feedback:
            'Then each number becomes several characters, is written by one thread and parsed by the other. That is more work than copying the memory as it is.',
        },
      },
    },
    'live-table': {
      situation:
        'A worker thread changes a table of 20 MB every 50 ms and goes on working with it. The page looks at other places of the table for each frame.',
      question: 'How does the page get at the table?',
      correct: 'share',
      options: {
        copy: {
          label: 'Copy the table every 50 ms',
          feedback: 'That copies 400 MB per second, and both threads take part in it.',
        },
        move: {
          label: 'Move the table every 50 ms',
          feedback:
            'Once it is moved, the worker has lost the table and cannot go on. It would have to be moved back each time.',
        },
        share: {
          label: 'Share its memory once, and coordinate who may read when',
          feedback:
            'Both threads then see the same bytes, and nothing is copied. Atomics keep the page from reading half a change.',
        },
        process: {
          label: 'Keep the table in a process of its own',
          feedback: 'Then each look at it is a message, or the whole table is copied.',
        },
      },
    },
  },
} as const;
