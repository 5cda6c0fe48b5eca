/** Explanations of `when-a-cook-fails`: part, condition, then measure or baseline, then finding. */
const surprise =
  'Theory says otherwise. Look at the reason that each execution gives in the timeline, and run it again.';

/** A level of lost tasks: what came out as theory says, and what did not. */
const alone = (why: string) => ({
  'lost-tasks': {
    'as-expected': `Lost tasks: {value}, below {threshold}: only the one that failed. ${why}`,
    opposite: `Lost tasks: {value}, above {threshold}: it took others along. ${surprise}`,
  },
});
const all = (why: string) => ({
  'lost-tasks': {
    'as-expected': `Lost tasks: {value}, above {threshold}: the others went down with it. ${why}`,
    opposite: `Lost tasks: {value}, below {threshold}: the others went on. ${surprise}`,
  },
});

const slowProcess =
  'A new thread is a new stack and a new engine in a process that is there. A new process is started by the system, loads the runtime, and is connected anew.';
const recovery = {
  'as-expected': `Work went on after {conditionTotal}, and after {baselineTotal} with a new process: {ratio}. ${slowProcess}`,
  opposite: `Work went on after {conditionTotal}, and after {baselineTotal} with a new process: {ratio}. ${surprise}`,
  'no-difference': `Work went on after {conditionTotal}, and after {baselineTotal} with a new process. The ratio is {plainRatio}, inside the noise ({floor}x). ${slowProcess} Noise may hide that here.`,
};

const threadAlone = 'The thread ended, and the process that had started it saw that and went on.';
const processAlone = 'The process ended. The system took back what it held; the other process did not notice.';

export const whenACookFailsExplanations = {
  failures: {
    'throw-async': {
      ...alone('An awaited async function hands its error to its caller. The caller caught it, and the loop went on.'),
      'throw-thread': {
        'as-expected':
          'Work went on after {conditionTotal}, and after {baselineTotal} with a new thread: {ratio}. Nothing had ended, so nothing had to be started.',
        opposite: `Work went on after {conditionTotal}, and after {baselineTotal} with a new thread: {ratio}. ${surprise}`,
        'no-difference':
          'Work went on after {conditionTotal}, and after {baselineTotal} with a new thread. The ratio is {plainRatio}, inside the noise ({floor}x). To start a thread must take longer than to start nothing; noise may hide that here.',
      },
    },
    'reject-async': all('A rejected promise that nobody awaits ends its process, and everything on its loop with it.'),
    'exit-async': all('The call ends the process at once. Nobody on the loop is asked.'),
    'memory-async': all('The heap is that of all tasks on the loop. The engine ends the process.'),
    'loop-async': all(
      'The loop got no turn any more. Only ending the process from outside helped, after {patienceMs} ms.',
    ),
    'throw-thread': { ...alone(threadAlone), 'throw-process': recovery },
    'reject-thread': { ...alone(threadAlone), 'reject-process': recovery },
    'exit-thread': {
      ...alone('In a worker thread the call to exit ends the thread alone.'),
      'exit-process': recovery,
    },
    'memory-thread': {
      ...alone(
        'The thread had a limit of its own and ended at it. That is no promise: other ways to fill the memory are known to end the whole process.',
      ),
      'memory-process': recovery,
    },
    'loop-thread': {
      ...alone('The process still had its loop. It ended the thread after {patienceMs} ms.'),
      'loop-process': recovery,
    },
    'throw-process': alone(processAlone),
    'reject-process': alone(processAlone),
    'exit-process': alone(processAlone),
    'memory-process': alone(processAlone),
    'loop-process': alone('It was ended from outside after {patienceMs} ms. The other process did not notice.'),
  },
} as const;
