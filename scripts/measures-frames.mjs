// Which commands need the screen that the person sees.

/** Experiments that look at a window's frames. A test compares the list with the experiments themselves. */
const lookAtWindow = new Set(['freeze-the-window']);

/**
 * Only what looks at a window's frames needs the person's own screen.
 * @param {readonly string[]} words what was typed
 */
export function measuresFrames([name, ...rest]) {
  if (name === 'bench') return rest.some((word) => word.startsWith('--watch-window'));
  return name === 'run' && rest.some((word) => word === 'all' || lookAtWindow.has(word));
}
