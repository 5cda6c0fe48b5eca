/**
 * Explanations of `eggs-and-toast`: part, condition, baseline, finding. A text may name only what its finding implies:
 * `as-expected` of "not faster" covers slower and equal, `opposite` of "no difference" covers faster and slower, and
 * every text must hold for all parameters that the form allows: cleaning may take longer than both waits, dishes may be
 * as short as a ticket, one core may be all there is. "No difference" may also mean a gain that the noise hides.
 * `undecided` and `not-measured` read the same for every comparison (see `lesson.ts`).
 */
export const eggsAndToastExplanations = {
  'first-course': {
    async: {
      sync: {
        'as-expected':
          'Async served everything in {conditionTotal}, sync in {baselineTotal}: {ratio}. Sync adds everything up, {eggsMs} + {toastMs} + about {cleaningMs} ms: its cook was blocked for {baselineBlocked} of the time, and a blocked cook starts nothing else. Async sets two timers and cleans meanwhile, so the longest of waits and work sets the least time it can take. The work is the same; what differs is whether the thread stands still while it waits.',
        opposite:
          'Async took {conditionTotal}, sync {baselineTotal}: {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the timers rang and what the thread was doing then, and at the warnings for other load. Where waits last only a few milliseconds, how exactly a timer rings counts too.',
        'no-difference':
          'Async took {conditionTotal}, sync {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Overlap gains only what there is to wait for, here {eggsMs} and {toastMs} ms beside about {cleaningMs} ms of work. If one of them dwarfs the rest, there is little to overlap; if the noise is large, it can hide what was gained.',
      },
    },
    threads: {
      sync: {
        'as-expected':
          'With two hired threads the course took {conditionTotal}, with one sync cook {baselineTotal}: {ratio}. Each hired cook blocks beside one device while you clean, so waits and work overlap: not because anyone waits less, but because one worker waits while others wait or work. The three were blocked for {conditionBlocked} of their time.',
        opposite:
          'Hired threads took {conditionTotal}, one sync cook {baselineTotal}: {ratio}. Theory says the reverse, because three workers can wait at once. Look in the timeline at when each cook got its ticket, and at the warnings for other load. Where dishes are short, handing out tickets can cost more than overlapping saves.',
        'no-difference':
          'Hired threads took {conditionTotal}, one sync cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Hired cooks gain only what can overlap. If one dish dwarfs the others, or handing out tickets costs as much as overlapping saves, nothing is won; if the noise is large, it can hide what was gained.',
      },
      async: {
        'as-expected':
          'Three workers (threads) were no faster than one async cook: {conditionTotal} against {baselineTotal}, time ratio {plainRatio}. No number of cooks shortens a wait, and one async cook can overlap both waits with the cleaning already. Handing out tickets takes time as well. Of all worker time, {conditionBlocked} was spent blocked. Hiring took {hiring}, before the course.',
        opposite:
          'Hired threads were faster than one async cook: {conditionTotal} against {baselineTotal}, {ratio}. Theory says no gain. A timer rings up to about a millisecond early or late, which counts if waits are short (here {eggsMs} and {toastMs} ms), and a cook who is busy when it rings serves late. Look in the async lane for a dish served only after the cleaning, and at the warnings for other load.',
      },
    },
    processes: {
      sync: {
        'as-expected':
          'With two hired processes the course took {conditionTotal}, with one sync cook {baselineTotal}: {ratio}. The reason is the same as for threads: one worker waits while others wait or work, instead of one thing after the other. That they sit in processes of their own changes what a ticket costs, not how long eggs take.',
        opposite:
          'Hired processes took {conditionTotal}, one sync cook {baselineTotal}: {ratio}. Theory says the reverse. Look in the timeline at the messaging spans: a ticket to another process is copied twice, and on a loaded machine whoever reads it may have to wait for a core. Where dishes are short, tickets can cost more than overlapping saves.',
        'no-difference':
          'Hired processes took {conditionTotal}, one sync cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Tickets may cost what overlapping saves, there may be little to overlap, or the noise may hide what was gained. Compare the message times under Wages with the waits of {eggsMs} and {toastMs} ms and the cleaning of about {cleaningMs} ms.',
      },
      async: {
        'as-expected':
          'Three workers, two of them processes, were no faster than one async cook: {conditionTotal} against {baselineTotal}, time ratio {plainRatio}. More workers do not shorten a wait, and one async cook can overlap both waits with the cleaning already. Workers cost, though: hiring both took {hiring}, against none for async.',
        opposite:
          'Hired processes were faster than one async cook: {conditionTotal} against {baselineTotal}, {ratio}. Theory says no gain. A timer rings up to about a millisecond early or late, which counts if waits are short (here {eggsMs} and {toastMs} ms), and a cook who is busy when it rings serves late. Look in the async lane for a dish served only after the cleaning, and at the warnings for other load.',
      },
    },
  },
  doughs: {
    async: {
      sync: {
        'as-expected':
          'Async and sync: {noDifference}, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Kneading never waits, so there is nothing to overlap: one thread kneads one dough, then the other, whatever the code calls it. The async cook was busy for {conditionBusy} of the time, the sync cook for {baselineBusy}.',
        opposite:
          "Async took {conditionTotal}, sync {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. It is one thread and the same counted work in both, so theory finds no reason for it in the strategy. Look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
    threads: {
      sync: {
        'as-expected':
          'Two hired threads kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). Kneading needs a cook all the time, so another pair of hands helps only where both doughs are kneaded at the same time on different cores. Then two cooks can at best halve the time; on one core they take turns. Hiring took {hiring}, before the course, and is not in these totals.',
        opposite:
          'Two hired threads took {conditionTotal}, one cook {baselineTotal}: {ratio}. Theory says that two cooks knead faster if each has a core, and not faster if they share one; this machine offers {cores}. If they had to share one, if other programs held it, or if a dough of about {doughMs} ms is short beside handing out a ticket, this can cost more than kneading together saves. Look at the CPU load and the warnings.',
        'no-difference':
          'Two hired threads took {conditionTotal}, one cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Two cooks gain only if each has a core; this machine offers {cores}. On one core they take turns, and taking turns kneads no faster. Tickets can cost what kneading together saves, and a large noise can hide it.',
      },
    },
    processes: {
      sync: {
        'as-expected':
          'Two hired processes kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). As with threads, only work that runs at the same time on different cores takes less time. Hiring took {hiring}, before the course, and is not in these totals.',
        opposite:
          'Two hired processes took {conditionTotal}, one cook {baselineTotal}: {ratio}. Theory says that two cooks knead faster if each has a core, and not faster if they share one; this machine offers {cores}. If a dough of about {doughMs} ms is short beside a ticket to another process, tickets can cost more than is saved. Look at the CPU load, at the messaging spans in the timeline, and at the warnings.',
        'no-difference':
          'Two hired processes took {conditionTotal}, one cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Processes gain for kneading only if each gets a core; this machine offers {cores}. Tickets can cost what kneading together saves, and a large noise can hide it.',
      },
      threads: {
        'as-expected':
          'Processes and threads: {noDifference}, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Inside each process it is again one thread that kneads, with the same counted work. What a process of its own costs is found elsewhere: in hiring, {hiring} against {baselineHiring} for threads, and in the memory and message times under Wages.',
        opposite:
          "Processes took {conditionTotal}, threads {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. The kneading is the same counted work in both. Compare the message times under Wages: if they do not explain it, look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
  },
} as const;
