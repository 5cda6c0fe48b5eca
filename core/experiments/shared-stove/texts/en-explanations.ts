/** Explanations of `shared-stove`: part, condition, then measure or baseline, then finding. */
const never = (why: string) => ({
  'deadlock-share': {
    'as-expected': `Deadlocked were {value} of the dinners, below {threshold}. ${why}`,
    opposite: `Deadlocked were {value} of the dinners, above {threshold}. Theory says never. If you see this, a lock of this lab is broken: keep the record.`,
  },
});

export const sharedStoveExplanations = {
  locks: {
    'own-locks': {
      'one-lock': {
        'as-expected':
          'With a lock for each it took {conditionTotal}, with one lock for all {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Under one lock one thread works at a time, however many cores there are.',
        opposite:
          'With a lock for each it took {conditionTotal}, with one lock for all {baselineTotal}. The time ratio is {plainRatio}. Theory says otherwise (cores offered: {cores}). Look at the CPU load and at the warnings for other load.',
        'no-difference':
          'With a lock for each it took {conditionTotal}, with one lock for all {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Each thread needs a core of its own to gain time. Other programs may have held the cores.',
      },
      'lock-wait': {
        'as-expected':
          'Who had a lock alone was blocked by it for {value} of the time, below {threshold}. Nobody else wants it, so nobody waits.',
        opposite:
          'Who had a lock alone was blocked by it for {value} of the time, above {threshold}. Nobody else wants that lock. Look at the timeline and at the warnings.',
      },
    },
    'one-lock': {
      'lock-wait': {
        'as-expected':
          'Under one lock the threads were blocked for {value} of their time, above {threshold}. One waits while another one works, often until the other is done: this lock is not fair. More threads would wait longer and do no more.',
        opposite:
          'Under one lock the threads were blocked for {value} of their time, below {threshold}. They may have come one after the other, so that few met. Look at the timeline.',
      },
    },
  },
  table: {
    naive: {
      ordered: {
        measured:
          'All dinners took {conditionTotal}, and {baselineTotal} with ordered forks. The time ratio is {plainRatio}. A dinner that deadlocks is broken off, so it may end early: the table that gets stuck is not slower by this number.',
        'no-difference':
          'All dinners took {conditionTotal}, and {baselineTotal} with ordered forks. The time ratio is {plainRatio}, inside the noise ({floor}x). A dinner that deadlocks is broken off: time says little here.',
      },
      'deadlock-share': {
        'as-expected':
          'Deadlocked were {value} of the dinners, above {threshold}. Each philosopher had the left fork and waited for the right one. That is a cycle: everybody on it waits for the next, so nobody ever goes on.',
        opposite:
          'Deadlocked were {value} of the dinners, below {threshold}. A deadlock is possible here in every dinner, but needs all four at the same moment. That you saw few proves nothing: take longer to reach for the other fork, and run again.',
      },
    },
    'time-out': {
      ordered: {
        measured:
          'All dinners took {conditionTotal}, and {baselineTotal} with ordered forks. The time ratio is {plainRatio}. Who puts a fork back has waited for nothing and begins anew.',
        'no-difference':
          'All dinners took {conditionTotal}, and {baselineTotal} with ordered forks. The time ratio is {plainRatio}, inside the noise ({floor}x). Putting forks back costs time only where it happens.',
      },
      ...never(
        'Who does not get the second fork puts the first one back. The cycle breaks, at the price of work done twice.',
      ),
    },
    ordered: never(
      'All take the fork with the lower number first. The last philosopher reaches the other way round, so no cycle can close.',
    ),
  },
} as const;
