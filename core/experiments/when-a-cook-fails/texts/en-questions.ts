/** What `when-a-cook-fails` asks: about what the run shows, and in two new situations. */
export const whenACookFailsQuestions = {
  observe: {
    ask: 'In which place did all five failures cost other tasks too, but for one?',
    look: 'Look at the survival matrix. Which column says "all lost" most often?',
    told: '{answer}: {count} of its 5 failures took other tasks along in every round.',
  },
  transfer: {
    'upload-parser': {
      situation:
        'A web server on one event loop unpacks pictures that people send. One picture makes the unpacking run for ever. The server has answered nobody since.',
      question: 'What limits the harm next time?',
      correct: 'worker',
      options: {
        catch: {
          label: 'A try and catch around the unpacking',
          feedback: 'Nothing is thrown, so nothing is caught. The loop just gets no turn any more.',
        },
        timer: {
          label: 'A timer in the server that stops the unpacking after 5 s',
          feedback: 'Its callback needs a turn of the same loop. While the loop is held, no timer rings.',
        },
        worker: {
          label: 'Unpacking in a worker, which is ended after 5 s',
          feedback: 'A thread or a process can be ended from outside. The server keeps its loop and answers meanwhile.',
        },
        promise: {
          label: 'Declaring the unpacking async',
          feedback: 'The word changes nothing about who executes it. It would hold the same loop.',
        },
      },
    },
    'bank-plugin': {
      situation:
        'A program loads plug-ins that others have written. They may run out of memory or crash in native code. The program must not lose what its users have typed.',
      question: 'Where should a plug-in run?',
      correct: 'process',
      options: {
        loop: {
          label: 'On the loop of the program, with its errors caught',
          feedback: 'Errors can be caught there. Running out of memory, an exit and a crash cannot.',
        },
        thread: {
          label: 'In a thread with a limit for its memory',
          feedback:
            'That keeps many failures apart. But a crash in native code ends the process, and so can a lack of memory.',
        },
        process: {
          label: 'In a process of its own',
          feedback: 'The system ends that process alone. The price is its start, its memory and its messages.',
        },
      },
    },
  },
} as const;
