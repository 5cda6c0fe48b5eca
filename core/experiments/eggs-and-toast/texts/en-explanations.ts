/**
 * Explanations of `eggs-and-toast`: part, condition, baseline, finding. A text may name only what its finding implies:
 * `as-expected` of "not faster" covers slower and equal, `opposite` of "no difference" covers faster and slower, and
 * every text must hold for all parameters that the form allows: cleaning may take longer than both waits, dishes may be
 * as short as a ticket, one core may be all there is. "No difference" may also mean a gain that the noise hides.
 * `undecided` and `not-measured` read the same for every comparison (see `lesson.ts`).
 */
const noisy = 'A large noise can also hide what was saved.';
const lateTimers =
  'A timer may ring a little early or late, about 1 ms on most systems and more on Windows. That matters if waits are short (here {eggsMs} and {toastMs} ms). A cook who is busy when it rings serves late. Look in the async lane for a dish that was served only after the cleaning, and at the warnings for other load.';

export const eggsAndToastExplanations = {
  'first-course': {
    async: {
      sync: {
        'as-expected':
          'Async served everything in {conditionTotal} and sync in {baselineTotal}. That is {ratio}. Sync adds everything up: {eggsMs} + {toastMs} + about {cleaningMs} ms. Its cook was blocked for {baselineBlocked} of the time, and a blocked cook starts nothing else. Async sets two timers and cleans meanwhile. So the longer of waits and work sets the least time that it needs. The work is the same; what differs is whether the thread stands still while it waits.',
        opposite:
          'Async took {conditionTotal} and sync {baselineTotal}. That is {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the timers rang and what the thread was doing then. Look at the warnings for other load as well. Where waits last only a few milliseconds, it matters how exactly a timer rings.',
        'no-difference': `Async took {conditionTotal} and sync {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Overlapping can only save waiting time, here {eggsMs} and {toastMs} ms beside about {cleaningMs} ms of work. If one of the three is much longer than the others, there is little to overlap. ${noisy}`,
      },
    },
    threads: {
      sync: {
        'as-expected':
          'With two hired threads the course took {conditionTotal}, with one sync cook {baselineTotal}. That is {ratio}. Each hired cook blocks beside one device while you clean, so waits and work overlap. Nobody waits less. One worker waits while others wait or work. The three were blocked for {conditionBlocked} of their time.',
        opposite:
          'Hired threads took {conditionTotal} and one sync cook {baselineTotal}. That is {ratio}. Theory says the reverse, because three workers can wait at once. Look in the timeline at when each cook got its ticket, and at the warnings for other load. Where dishes are short, handing out tickets can cost more than overlapping saves.',
        'no-difference': `Hired threads took {conditionTotal} and one sync cook {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Hired cooks save only what can overlap. One dish may be much longer than the others, or tickets may cost as much as overlapping saves. ${noisy}`,
      },
      async: {
        'as-expected':
          'Three workers (threads) were no faster than one async cook: they took {conditionTotal} against {baselineTotal}. The time ratio is {plainRatio}. No number of cooks shortens a wait, and one async cook overlaps both waits with the cleaning already. Handing out tickets takes time as well. Of all worker time, {conditionBlocked} was spent blocked. Hiring took {hiring}, before the course.',
        opposite: `Hired threads were faster than one async cook: they took {conditionTotal} against {baselineTotal}. That is {ratio}. Theory says that they save nothing. ${lateTimers}`,
      },
    },
    processes: {
      sync: {
        'as-expected':
          'With two hired processes the course took {conditionTotal}, with one sync cook {baselineTotal}. That is {ratio}. The reason is the same as for threads: one worker waits while others wait or work. A process of its own changes what a ticket costs. It does not change how long eggs take.',
        opposite:
          'Hired processes took {conditionTotal} and one sync cook {baselineTotal}. That is {ratio}. Theory says the reverse. Look in the timeline at the messaging spans. A ticket to another process is copied twice, and on a loaded machine its reader may have to wait for a core. Where dishes are short, tickets can cost more than overlapping saves.',
        'no-difference':
          'Hired processes took {conditionTotal} and one sync cook {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Tickets may cost what overlapping saves, there may be little to overlap, or the noise may hide what was saved. Compare the message times under Wages with the waits of {eggsMs} and {toastMs} ms and the cleaning of about {cleaningMs} ms.',
      },
      async: {
        'as-expected':
          'Three workers, two of them processes, were no faster than one async cook: they took {conditionTotal} against {baselineTotal}. The time ratio is {plainRatio}. More workers do not shorten a wait, and one async cook overlaps both waits with the cleaning already. Workers cost something: hiring both took {hiring}, and async hires nobody.',
        opposite: `Hired processes were faster than one async cook: they took {conditionTotal} against {baselineTotal}. That is {ratio}. Theory says that they save nothing. ${lateTimers}`,
      },
    },
  },
  doughs: {
    async: {
      sync: {
        'as-expected':
          'Async took {conditionTotal} and sync {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. Kneading never waits, so there is nothing to overlap. One thread kneads one dough, then the other, whatever the code calls it. The async cook was busy for {conditionBusy} of the time, the sync cook for {baselineBusy}.',
        opposite:
          'Async took {conditionTotal} and sync {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. One thread does the same counted work in both, so theory finds no reason in the strategy. Look at the warnings for drift and other load, and repeat with another seed.',
      },
    },
    threads: {
      sync: {
        'as-expected':
          'Two hired threads kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). Kneading needs a cook all the time, so a second pair of hands helps only on a second core. There, two cooks can at best halve the time; on one core they take turns. Hiring took {hiring}, before the course, and is not in these totals.',
        opposite:
          'Two hired threads took {conditionTotal} and one cook {baselineTotal}. That is {ratio}. Theory says that two cooks knead faster if each has a core, and not faster if they share one; the machine offers {cores}. Other programs may have held a core. A dough of about {doughMs} ms may also be short beside handing out a ticket. Look at the CPU load and the warnings.',
        'no-difference':
          'Two hired threads took {conditionTotal} and one cook {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Two cooks are faster only if each has a core; the machine offers {cores}. On one core they take turns, and taking turns kneads no faster. Tickets can cost what kneading together saves, and a large noise can hide it.',
      },
    },
    processes: {
      sync: {
        'as-expected':
          'Two hired processes kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). As with threads, only work that runs at the same time on different cores takes less time. Hiring took {hiring}, before the course, and is not in these totals.',
        opposite:
          'Two hired processes took {conditionTotal} and one cook {baselineTotal}. That is {ratio}. Theory says that two cooks knead faster if each has a core, and not faster if they share one; the machine offers {cores}. If a dough of about {doughMs} ms is short beside a ticket to another process, tickets can cost more than is saved. Look at the CPU load, at the messaging spans in the timeline, and at the warnings.',
        'no-difference':
          'Two hired processes took {conditionTotal} and one cook {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Processes knead faster only if each gets a core; the machine offers {cores}. Tickets can cost what kneading together saves, and a large noise can hide it.',
      },
      threads: {
        'as-expected':
          'Processes took {conditionTotal} and threads {baselineTotal}. That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x. Inside each process it is again one thread that kneads, with the same counted work. The wages show what a process of its own costs. Hiring took {hiring}, against {baselineHiring} for threads; memory and message times stand beside it.',
        opposite:
          'Processes took {conditionTotal} and threads {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. The kneading is the same counted work in both. Compare the message times under Wages. If they do not explain it, look at the warnings for drift and other load, and repeat with another seed.',
      },
    },
  },
} as const;
