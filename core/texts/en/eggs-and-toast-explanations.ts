/**
 * Explanations of `eggs-and-toast`: part, condition, baseline, finding. A text may name only what its finding implies:
 * `as-expected` of "not faster" covers slower and equal, `opposite` of "no difference" covers faster and slower.
 * `undecided` and `not-measured` read the same for every comparison (see `lesson.ts`).
 */
export const eggsAndToastExplanations = {
  'first-course': {
    async: {
      sync: {
        'as-expected':
          'Async served everything in {conditionTotal}, sync in {baselineTotal}: {ratio}. Sync adds the waits up, {eggsMs} + {toastMs} + about {cleaningMs} ms: its cook was blocked for {baselineBlocked} of the time, and a blocked cook starts nothing else. Async sets two timers, cleans meanwhile, and the longest wait sets the total. Nobody worked faster; one thread stopped standing still.',
        opposite:
          'Async took {conditionTotal}, sync {baselineTotal}: {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline for what kept the single thread from hearing its timers, and at the warnings for other load.',
        'no-difference':
          'Async took {conditionTotal}, sync {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Overlap gains only what there is to wait for, here {eggsMs} and {toastMs} ms beside about {cleaningMs} ms of work. If one of them dwarfs the rest, there is little to overlap.',
      },
    },
    threads: {
      sync: {
        'as-expected':
          'With two hired threads the course took {conditionTotal}, with one sync cook {baselineTotal}: {ratio}. Each hired cook blocks beside one device while you clean, so the waits overlap: not because anyone waits less, but because more workers wait at once. The three were blocked for {conditionBlocked} of their time.',
        opposite:
          'Hired threads took {conditionTotal}, one sync cook {baselineTotal}: {ratio}. Theory says the reverse, because three workers can wait at once. Look in the timeline at when each cook got its ticket, and at the warnings for other load.',
        'no-difference':
          'Hired threads took {conditionTotal}, one sync cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Hired cooks gain only what there is to wait for. If one dish dwarfs the others, or handing out tickets costs as much as the waits, nothing is won.',
      },
      async: {
        'as-expected':
          'Three workers (threads) were no faster than one async cook: {conditionTotal} against {baselineTotal}, time ratio {plainRatio}. The course is as long as its longest wait, and no number of cooks boils eggs sooner. Of all worker time, {conditionBlocked} was spent blocked. Hiring them took {hiring}, once, before the course.',
        opposite:
          'Hired threads were faster than one async cook: {conditionTotal} against {baselineTotal}, {ratio}. Theory says no gain, unless the one cook was busy when a timer rang. See whether a dish in the async lane was served late, after the cleaning; then hiring did buy something: a free hand.',
      },
    },
    processes: {
      sync: {
        'as-expected':
          'With two hired processes the course took {conditionTotal}, with one sync cook {baselineTotal}: {ratio}. The reason is the same as for threads: several workers are blocked at once instead of one after the other. That they sit in processes of their own changes what a ticket costs, not how long eggs take.',
        opposite:
          'Hired processes took {conditionTotal}, one sync cook {baselineTotal}: {ratio}. Theory says the reverse. Look in the timeline at the messaging spans: a ticket to another process passes two relays, and on a loaded machine each of them may have to wait for a core.',
        'no-difference':
          'Hired processes took {conditionTotal}, one sync cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What overlapping saves was lost elsewhere, or there was little to overlap. Compare the message times under Wages with the waits of {eggsMs} and {toastMs} ms.',
      },
      async: {
        'as-expected':
          'Three workers, two of them processes, were no faster than one async cook: {conditionTotal} against {baselineTotal}, time ratio {plainRatio}. More workers do not shorten a wait. They cost, though: hiring both took {hiring}, against none for async.',
        opposite:
          'Hired processes were faster than one async cook: {conditionTotal} against {baselineTotal}, {ratio}. Theory says no gain, unless the one cook was busy when a timer rang. Look in the async lane for a dish served only after the cleaning.',
      },
    },
  },
  doughs: {
    async: {
      sync: {
        'as-expected':
          'Async and sync: no difference this machine can show, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Kneading never waits, so there is nothing to overlap: one thread kneads one dough, then the other, whatever the code calls it. The async cook was busy for {conditionBusy} of the time, the sync cook for {baselineBusy}.',
        opposite:
          "Async took {conditionTotal}, sync {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. It is one thread and the same counted work in both, so theory finds no reason for it in the strategy. Look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
    threads: {
      sync: {
        'as-expected':
          'Two hired threads kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}: {ratio}. Kneading needs a cook all the time, so here another pair of hands counts, if there is a core for it; this machine offers {cores}. Two cooks can at best halve the time. Hiring them took {hiring}, once, and is not in these totals.',
        opposite:
          'Two hired threads took {conditionTotal}, one cook {baselineTotal}: {ratio}. Theory says two cooks knead faster if each has a core; this machine offers {cores}. If the hired cooks had to share one core, or other programs held it, handing out tickets is all that was added. Look at the CPU load and the warnings.',
        'no-difference':
          'Two hired threads took {conditionTotal}, one cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Two cooks gain only if each has a core; this machine offers {cores}. On one core they take turns, and taking turns kneads no faster.',
      },
    },
    processes: {
      sync: {
        'as-expected':
          'Two hired processes kneaded both doughs in {conditionTotal}, one cook in {baselineTotal}: {ratio}. What gained was the second core, as with threads; this machine offers {cores}. Hiring the processes took {hiring}, once, and is not in these totals.',
        opposite:
          'Two hired processes took {conditionTotal}, one cook {baselineTotal}: {ratio}. Theory says two cooks knead faster if each has a core; this machine offers {cores}. Look at the CPU load, at the messaging spans in the timeline, and at the warnings.',
        'no-difference':
          'Two hired processes took {conditionTotal}, one cook {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Processes gain for kneading only if each gets a core; this machine offers {cores}.',
      },
      threads: {
        'as-expected':
          'Processes and threads: no difference this machine can show, {conditionTotal} against {baselineTotal}, time ratio {plainRatio} with noise up to {floor}x. Inside each process it is again one thread that kneads, with the same counted work. A process of its own costs at hiring ({hiring}, against {baselineHiring} for threads), in memory, and a little per message; not per stroke.',
        opposite:
          "Processes took {conditionTotal}, threads {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. The kneading is the same counted work in both. Compare the message times under Wages: if they do not explain it, look at the warnings for drift and other load, and repeat with another seed.",
      },
    },
  },
} as const;
