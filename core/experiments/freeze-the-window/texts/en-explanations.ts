/**
 * Explanations of `freeze-the-window`: for comparisons part, condition, baseline, finding; for single conditions part,
 * condition, measure, finding. Every text must hold for all lengths of work that the form allows.
 */
const machine =
  'Look at the warnings. Other programs can do this, a window that was covered or minimised, or a graphics driver that paints in software. Run it again with the window in front.';

/** A host other than the page against the page. */
function besidePage(host: string, why: string) {
  const gaps = `With the work in ${host} the longest gap between two frames was {conditionTotal}, with the work in the page {baselineTotal}.`;
  return {
    'as-expected': `${gaps} That is {ratio}. ${why}`,
    opposite: `${gaps} That is {ratio}. Theory says the reverse: only work in the page keeps the page from drawing. ${machine}`,
    'no-difference': `${gaps} The time ratio is {plainRatio}, inside the noise of {floor}x. Theory says that only work in the page keeps it from drawing, so the noise may hide it. ${machine}`,
  };
}

/** No hitch in the frames while this host computes. */
function drawsOn(host: string, why: string) {
  return {
    'as-expected': `While ${host} computed, the longest gap between two frames was {value}, below {threshold}. The window went on drawing. ${why}`,
    opposite: `While ${host} computed, the longest gap between two frames was {value}, above {threshold}. The window hitched, though its own thread was free. When every core is busy, even a free thread waits. ${machine}`,
  };
}

/** Calls to main are answered while this host computes. */
function answersOn(host: string, why: string) {
  return {
    'as-expected': `While ${host} computed, main answered every call within {value} of the moment it was due. That is below {threshold}. ${why}`,
    opposite: `While ${host} computed, a call to main waited {value}, above {threshold}, though main itself had nothing to compute. Main had to wait for a core, or something else kept it busy. ${machine}`,
  };
}

const ownThread = 'The work had a thread of its own, and the page drew on its own.';

/** Said with every verdict about input: where the inputs come from is a part of what they show. */
const sentByMain =
  'These inputs are synthetic and sent by main, so a blocked main delays them in any case. Chromium passes real keys and clicks through main as well.';

export const freezeTheWindowExplanations = {
  blocking: {
    'web-worker': {
      renderer: besidePage(
        'a Web Worker',
        'A Web Worker is a thread of its own inside the process of the page. The page hands it the work and goes on drawing.',
      ),
      'frame-gap': drawsOn('a Web Worker', ownThread),
      'ipc-stall': answersOn('a Web Worker', 'Main is another process and had nothing to do with it.'),
    },
    thread: {
      renderer: besidePage(
        'a worker thread',
        'The thread lives in another process than the page. The page drew as if nothing were going on.',
      ),
      'frame-gap': drawsOn('a worker thread', ownThread),
      'ipc-stall': answersOn('a worker thread', 'The thread lives in another process than main.'),
    },
    process: {
      renderer: besidePage(
        'a process of its own',
        'A process shares nothing with the page but the cores of the machine.',
      ),
      'frame-gap': drawsOn('a process', ownThread),
      'ipc-stall': answersOn('a process', 'It shares nothing with main but the cores of the machine.'),
    },
    main: {
      renderer: besidePage(
        'main',
        'Page and main are two processes, so with main blocked the page still drew. It could not ask main for anything meanwhile; see the calls to main.',
      ),
      'frame-gap': drawsOn(
        'main',
        'The page and the graphics process draw the frames. On most systems main is not asked for them.',
      ),
      'ipc-stall': {
        'as-expected':
          'With the work in main, a call to main that was due waited {value}. The line is drawn at 60 % of the length of the work, {threshold}. Main has one event loop. While it computes it answers nobody: no menu, no dialog, no file, no message between windows. So main must never compute.',
        opposite:
          'With the work in main, no call to main waited longer than {value}. That is below {threshold}, 60 % of the time that the work took. Theory says that nobody is answered before the work is done. Look at the answers of each round.',
      },
      'input-delay': {
        'as-expected': `With the work in main, an input took {value} to reach the page, though the page was free. ${sentByMain} A window whose main is blocked draws and does not listen.`,
        opposite: `With the work in main, no input took longer than {value} to reach the page, below {threshold}. Theory says that input passes main and waits there. ${sentByMain} Look at the single rounds.`,
      },
    },
    renderer: {
      'frame-gap': {
        'as-expected':
          'With the work in the page, the longest gap between two frames was {value}. The line is drawn at 60 % of the length of the work, {threshold}. The page has one thread for its scripts, its layout and its handling of input. While a script computes, nothing that a script draws moves, and no click is handled. Only scrolling and animations that need no script can go on.',
        opposite:
          'With the work in the page, the longest gap between two frames was {value}. That is below {threshold}, 60 % of the time that the work took. Theory says that no script draws before the work is done. Look at the frames of each round.',
      },
      'ipc-stall': answersOn(
        'the page',
        'The lab process makes these calls, so they are about main alone. A blocked page does not block main.',
      ),
      'input-delay': {
        'as-expected': `With the work in the page, an input took {value} until the page handled it. It had arrived long before, and waited in a queue until the script was done. This is what a frozen window feels like. ${sentByMain}`,
        opposite: `With the work in the page, no input took longer than {value}. That is below {threshold}, although the page could handle nothing while it computed. ${sentByMain} Look at the single rounds.`,
      },
    },
  },
} as const;
