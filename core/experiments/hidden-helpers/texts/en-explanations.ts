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
          'With a pool of 4 the files took {conditionTotal}, with a pool of 1 {baselineTotal}: {ratio}. A file call blocks whoever makes it, so Node gives it to the pool: with one helper a single call is under way, with four up to four. What that changes is up to the disk, its file system and the work between the calls: the thread that asked was busy for {conditionBusy} of the time. Nothing was predicted.',
      },
    },
    pool: {
      'pool-1': {
        measured:
          'With a pool of {n} the files took {conditionTotal}, with a pool of 1 {baselineTotal}: {ratio}. Up to {n} file calls are under way at a time; the thread that asked was busy for {conditionBusy} of the time.',
        'no-difference':
          'With a pool of {n} the files took {conditionTotal}, with a pool of 1 {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). A file call blocks a helper, so {n} of them can have {n} calls under way. If the file system flushes one file after the other, the helpers wait there together; and a large noise can hide a gain.',
      },
    },
  },
  requests: {
    'pool-4': {
      'pool-1': {
        'as-expected':
          'A pool of 4 and a pool of 1: {noDifference}, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Sockets do not use the pool: the operating system tells the one thread which answers have come. Sixteen requests wait together without any helper.',
      },
    },
    pool: {
      'pool-1': {
        'as-expected':
          'A pool of {n} and a pool of 1: {noDifference}, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Sockets do not use the pool.',
        opposite:
          "With a pool of {n} the requests took {conditionTotal}, with a pool of 1 {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. Sockets do not use the pool, so theory finds no reason in its size. Look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
  },
} as const;

/** The same for what computes in the pool. */
function computing(tasks: string, task: string, doing: string, taskMs: string) {
  return {
    'pool-4': {
      'pool-1': {
        'as-expected': `With a pool of 4 the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). The ${doing} is done by the threads of the pool, several at a time if each has a core, and not by the thread that asked: that one was busy for {conditionBusy} of the time. Async did not make the work go away, it gave it to somebody else.`,
      },
    },
    pool: {
      'pool-1': {
        'as-expected': `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). At best as many are worked on at a time as the pool has threads and the machine has cores.`,
        opposite: `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): more helpers gain if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a ${task} of about ${taskMs} ms is short beside handing it out, that counts as well.`,
        'no-difference': `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of 1 {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). More helpers gain if each has a core; this machine offers {cores}. Other programs may have held them, or the noise hides what was gained.`,
      },
      pool: {
        'as-expected': `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of {m} {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). A larger pool gains while the smaller one leaves a core without work, and no more after that: helpers need cores, as all workers do.`,
        opposite: `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of {m} {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}). Where other programs want the cores too, more helpers can get a larger share of them, or hinder each other. Look at the warnings for other load, and repeat the run.`,
        'no-difference': `With a pool of {n} the ${tasks} took {conditionTotal}, with a pool of {m} {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). A larger pool gains while the smaller one leaves a core without work; this machine offers {cores}. Some of them may be halves of one (SMT) or held by other programs, or the noise hides what was gained.`,
      },
    },
  } as const;
}
