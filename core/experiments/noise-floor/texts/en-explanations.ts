/**
 * Explanations of `noise-floor`: part, condition, baseline, finding. Names alone are compared, so every text is about
 * what a comparison of equal things can look like; it must hold for all task sizes that the form allows. The second name
 * is judged by a floor to which its baseline contributed, the third by one to which neither did.
 */
export const noiseFloorExplanations = {
  computing: comparisons(
    'Computing is disturbed by whatever else wants the core: other programs, the system, and on a virtual machine its host. It also gets slower when the processor lowers its frequency.',
  ),
  waiting: comparisons(
    'A wait ends when the system wakes the thread, and it does so late rather than early: the more so, the busier the machine is. Where waits are short (here {waitMs} ms), being late weighs more.',
  ),
} as const;

function comparisons<Cause extends string>(cause: Cause) {
  return {
    second: {
      first: {
        'as-expected': `The second name took {conditionTotal}, the first {baselineTotal}: time ratio {plainRatio}, inside the noise of this run ({floor}x). That is what "no difference this machine can show" looks like: hardly ever equal times, but none further apart than equal things are. ${cause}`,
        opposite: `The second name took {conditionTotal}, the first {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. Only the name differs, so this is a false alarm. Chance alone rarely gives one; a disturbance that met one name more than the other can. ${cause} Each name also has a worker thread of its own. Look at the warnings, and repeat the run.`,
      },
    },
    third: {
      second: {
        'as-expected':
          'The third name took {conditionTotal}, the second {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). The noise was measured with the first name only, run twice in each round, and it covers this pair as well. To be called a difference in this run, a time ratio has to be above {floor}, or below 1/{floor}, with its whole interval.',
        opposite:
          "The third name took {conditionTotal}, the second {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. Only the name differs, so this is a false alarm. The noise was measured with the first name alone: something disturbed this pair more. Do not trust small differences on this machine as it is now. Look at the warnings, close other programs, and repeat the run.",
      },
    },
  } as const;
}
