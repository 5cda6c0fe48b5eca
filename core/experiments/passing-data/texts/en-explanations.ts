/**
 * Explanations of `passing-data`: one text for all sizes, since what theory says differs from size to size: it is named
 * ({expect}), never assumed. Part, condition, baseline, finding.
 */
const moved = 'A copy took {baselineTotal} until the receiver had it, moving {conditionTotal}.';
const shared = 'A copy took {baselineTotal} until the receiver had it, sharing {conditionTotal}.';
const sent = 'A copy to a thread took {baselineTotal} until the receiver had it, a copy to a process {conditionTotal}.';
const waking =
  'Waking the receiver takes as long for both. If other programs held the cores, that was most of the time. Look at the warnings.';
const common =
  'The time ratio is {plainRatio}, inside the noise ({floor}x). A message and waking the receiver are a part of both. They took most of the time, or the noise hides the copying.';
const copies =
  'To a thread they are written into a message and read out of it, each time into memory that is new. To a process they go through the operating system in pieces and are put together in new memory once. Which is dearer depends on what new memory costs on the machine.';
const twoCopies = `Theory predicts nothing for so much data. ${copies}`;
const little =
  'For so little data theory predicts nothing: the message itself and waking the receiver take most of the time.';

export const passingDataExplanations = {
  kib: {
    transfer: {
      clone: {
        'as-expected': `${moved} That is {ratio}, as theory says for this size. Moving hands over the memory itself and copies none of the data. A copy is written into the message and read out of it again. The sender can no longer use what it moved.`,
        opposite: `${moved} That is {ratio}. Theory says "{expect}" for this size, since moving touches none of the data. ${waking}`,
        'no-difference': `${moved} ${common}`,
        measured: `${moved} That is {ratio}. ${little} Moving has a fixed cost of its own.`,
      },
    },
    shared: {
      clone: {
        'as-expected': `${shared} That is {ratio}, as theory says for this size. Only a reference goes with the message, whatever the size. Both threads then see the same memory. The care that it needs is not in this time: nothing stops both from writing to it at once.`,
        opposite: `${shared} That is {ratio}. Theory says "{expect}" for this size, since sharing touches none of the data. ${waking}`,
        'no-difference': `${shared} ${common}`,
        measured: `${shared} That is {ratio}. ${little} Sharing has a fixed cost of its own.`,
      },
    },
    'process-clone': {
      clone: {
        'as-expected': `${sent} The time ratio is {plainRatio}, as theory says: {expect}. A JavaScript message cannot move memory to another process. So the data are written into the message, handed over by the operating system and read out again.`,
        opposite: `${sent} That is {ratio}. For small data theory says "{expect}", since waking another process takes no fewer steps. Then look at the warnings. From 1 MiB on it predicts nothing today. ${copies}`,
        'no-difference': `${sent} The time ratio is {plainRatio}, inside the noise ({floor}x). ${twoCopies}`,
        measured: `${sent} That is {ratio}. ${twoCopies}`,
      },
    },
  },
} as const;
