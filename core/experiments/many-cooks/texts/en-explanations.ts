/**
 * Explanations of `many-cooks`: part, condition, baseline, finding; `{n}` threads against one, and twice as many as cores
 * against as many (`{m}`). What theory predicts against one thread depends on the cores, so one text serves "faster" on
 * many and "not faster" on one: it gives the plain time ratio and claims no direction. Every text must hold for all
 * task sizes that the form allows.
 */
export const manyCooksExplanations = {
  computing: {
    threads: {
      'threads-1': {
        'as-expected':
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). What computes is a core: in theory the ratio is no less than 1/{n}, and with any number of threads no less than 1/{cores}. What is missing to that goes into handing out tasks, into the end, when some threads have nothing left to do, and into cores that are halves of one (SMT), share memory or serve other programs.',
        opposite:
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): threads gain if each has a core, and only then. Look at the CPU load and at the warnings for other load. If a task of about {taskMs} ms is short beside handing it out, that counts as well.',
        'no-difference':
          '{n} threads took {conditionTotal}, 1 thread {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Threads gain if each has a core; this machine offers {cores}. Other programs may have held them, a task of about {taskMs} ms may be short beside handing it out, or the noise hides what was gained.',
      },
      threads: {
        'as-expected':
          '{n} threads were no faster than {m}: {conditionTotal} against {baselineTotal}, time ratio {plainRatio}. This machine offers {cores} cores, and more threads than cores take turns on them. In the timeline they count as busy even so, here for {conditionBusy} of their time: a thread that has a task is busy, also while it waits for a core. CPU seconds tell the two apart.',
        opposite:
          '{n} threads were faster than {m}: {conditionTotal} against {baselineTotal}, {ratio}. Theory says no gain, because this machine offers {cores} cores. Where other programs want the cores too, more threads can get a larger share of them. Look at the warnings for other load, and repeat the run.',
      },
    },
  },
} as const;
