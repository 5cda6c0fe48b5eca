/**
 * Explanations of `hidden-helpers`: part, condition, baseline, finding; a pool of `{n}` threads against one of 1, and
 * against one of `{m}`. The first comparison of a part, 4 against 1, explains the mechanism; the others are short. What
 * theory predicts for computation depends on the cores, so one text serves "faster" on many cores and "not faster" on
 * few: it gives the plain time ratio and claims no direction. Every text must hold for all parameters that the form
 * allows.
 */
export const hiddenHelpersExplanations = {
  hashing: computing('hashes', 'hash', 'hashing', '{hashMs}'),
  zipping: computing('texts', 'text', 'compressing', '{zipMs}'),
  files: {
    'pool-4': {
      'pool-1': {
        measured:
          'With a pool of 4 the files took {conditionTotal}, with a pool of 1 {baselineTotal}. That is {ratio}. A file call blocks whoever makes it, so Node gives it to the pool. One helper has a single call under way, four have up to four. What that changes is up to the disk, its file system and the work between the calls. The asking thread was busy for only {conditionBusy} of the time. Theory predicted nothing.',
      },
    },
    pool: {
      'pool-1': {
        measured:
          'With a pool of {n} the files took {conditionTotal}, with a pool of 1 {baselineTotal}. That is {ratio}. Up to {n} file calls are under way at a time. The asking thread was busy for {conditionBusy} of the time.',
        'no-difference':
          'With a pool of {n} the files took {conditionTotal}, with a pool of 1 {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). A file call blocks a helper, so {n} of them can have {n} calls under way. If the file system flushes one file after the other, the helpers wait there together. A large noise can also hide what was saved.',
      },
    },
  },
  requests: {
    'pool-4': {
      'pool-1': {
        'as-expected':
          'A pool of 4 took {conditionTotal} and a pool of 1 {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. Sockets do not use the pool. The operating system tells the one thread which answers have come, so sixteen requests wait together without any helper.',
      },
    },
    pool: {
      'pool-1': {
        'as-expected':
          'A pool of {n} took {conditionTotal} and a pool of 1 {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. Sockets do not use the pool.',
        opposite:
          'With a pool of {n} the requests took {conditionTotal}, with a pool of 1 {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. Sockets do not use the pool, so theory finds no reason in its size. Look at the warnings for drift and other load, and repeat with another seed.',
      },
    },
  },
} as const;

/** The same for what computes in the pool. */
function computing(tasks: string, task: string, doing: string, taskMs: string) {
  const one = `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}.`;
  const two = `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of {m} {baselineTotal}.`;
  return {
    'pool-4': {
      'pool-1': {
        'as-expected': `With a pool of 4 the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Threads of the pool do the ${doing}, several at a time if each has a core. The asking thread was busy for only {conditionBusy} of the time. Async did not make the work go away. It gave the work to somebody else.`,
      },
    },
    pool: {
      'pool-1': {
        'as-expected': `${one} The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Of the threads of the pool, no more compute at a time than there are cores.`,
        opposite: `${one} That is {ratio}. Theory says otherwise (cores offered: {cores}): more helpers are faster if each has a core, and only then. Look at the CPU load and at the warnings for other load. A ${task} of about ${taskMs} ms may also be short beside handing it out.`,
        'no-difference': `${one} The time ratio is {plainRatio}, inside the noise ({floor}x). More helpers are faster if each has a core; the machine offers {cores}. Other programs may have held the cores, or the noise hides what was saved.`,
      },
      pool: {
        'as-expected': `${two} The time ratio is {plainRatio}, as theory says (cores offered: {cores}). A larger pool is faster while the smaller one leaves a core without work, and no faster after that. Helpers need cores, as all workers do.`,
        opposite: `${two} That is {ratio}. Theory says otherwise (cores offered: {cores}). Where other programs want the cores too, more helpers can get a larger share of them, or hinder each other. Look at the warnings for other load, and repeat the run.`,
        'no-difference': `${two} The time ratio is {plainRatio}, inside the noise ({floor}x). A larger pool is faster while the smaller one leaves a core without work; the machine offers {cores}. Some of them may be halves of one (SMT) or held by other programs, or the noise hides what was saved.`,
      },
    },
  } as const;
}
