/**
 * Explanations of `noise-floor`: part, condition, baseline, finding. Names alone are compared, so every text is about
 * what a comparison of equal things can look like; it must hold for all task sizes that the form allows. The second name
 * is judged by a floor to which its baseline contributed, the third by one to which neither did.
 */
export const noiseFloorExplanations = {
  computing: comparisons(
    'Computing is disturbed by whatever else wants the core: other programs, the system, or the host of a virtual machine. It also gets slower when the processor lowers its frequency.',
  ),
  waiting: comparisons(
    'A wait ends when the system wakes the thread. That is hardly ever early, a little late, and later still on a busy machine. In a short wait (here {waitMs} ms) being late weighs more.',
  ),
} as const;

function comparisons<Cause extends string>(cause: Cause) {
  return {
    second: {
      first: {
        'as-expected': `The second name took {conditionTotal} and the first {baselineTotal}. The time ratio is {plainRatio}, inside the noise of this run ({floor}x). Equal things look like this: rarely identical, yet no further apart than two runs of the same thing. ${cause}`,
        opposite: `The second name took {conditionTotal} and the first {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. Only the name differs, so this is a false alarm. Chance alone rarely gives one; a disturbance that met one name more than the other can. ${cause} Each name also has a worker thread of its own. Look at the warnings, and repeat the run.`,
      },
    },
    third: {
      second: {
        'as-expected':
          'The third name took {conditionTotal} and the second {baselineTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). The noise was measured with the first name only, run twice in each round. It covers this pair as well. This run calls something a difference only if the whole interval lies above {floor} or below 1/{floor}.',
        opposite:
          'The third name took {conditionTotal} and the second {baselineTotal}. That is {ratio}, more than the noise of this run ({floor}x) explains. Only the name differs, so this is a false alarm. The noise was measured with the first name alone, and something disturbed this pair more. Do not trust small differences on a machine in this state. Look at the warnings, close other programs, and repeat the run.',
      },
    },
  } as const;
}
