/**
 * Explanations of `passing-data`: one text for all sizes, since what theory says differs from size to size: it is named
 * ({expect}), never assumed. Part, condition, baseline, finding.
 */
export const passingDataExplanations = {
  kib: {
    transfer: {
      clone: {
        'as-expected':
          'A copy took {baselineTotal} until the receiver had it, moving {conditionTotal}: {ratio}, as theory says for this size. Moving hands over the ownership of the memory and copies none of the data; a copy is written into the message and read out of it again. The sender can no longer use what it moved.',
        opposite:
          'A copy took {baselineTotal} until the receiver had it, moving {conditionTotal}: {ratio}. Theory says "{expect}" for this size, since moving touches none of the data. Waking the receiver takes as long for both; if other programs held the cores, that was most of it. Look at the warnings.',
        'no-difference':
          'A copy took {baselineTotal} until the receiver had it, moving {conditionTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What both have in common, a message and waking the receiver, was most of the time, or the noise hides the copying.',
        measured:
          'A copy took {baselineTotal} until the receiver had it, moving {conditionTotal}: {ratio}. For so little data theory predicts nothing: the message itself and waking the receiver take most of the time, and moving has a bookkeeping of its own.',
      },
    },
    shared: {
      clone: {
        'as-expected':
          'A copy took {baselineTotal} until the receiver had it, sharing {conditionTotal}: {ratio}, as theory says for this size. Only a reference goes with the message, whatever the size; both threads then see the same memory. What is not in this time is the care it needs: nothing stops both from writing to it at once.',
        opposite:
          'A copy took {baselineTotal} until the receiver had it, sharing {conditionTotal}: {ratio}. Theory says "{expect}" for this size, since sharing touches none of the data. Waking the receiver takes as long for both; if other programs held the cores, that was most of it. Look at the warnings.',
        'no-difference':
          'A copy took {baselineTotal} until the receiver had it, sharing {conditionTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What both have in common, a message and waking the receiver, was most of the time, or the noise hides the copying.',
        measured:
          'A copy took {baselineTotal} until the receiver had it, sharing {conditionTotal}: {ratio}. For so little data theory predicts nothing: the message itself and waking the receiver take most of the time, and sharing has a bookkeeping of its own.',
      },
    },
    'process-clone': {
      clone: {
        'as-expected':
          'A copy to a thread took {baselineTotal} until the receiver had it, a copy to a process {conditionTotal}: time ratio {plainRatio}, as theory says: {expect}. Memory of one process cannot be moved to another, so the data are written into a message, handed over by the operating system and read out again.',
        opposite:
          'A copy to a thread took {baselineTotal} until the receiver had it, a copy to a process {conditionTotal}: {ratio}. Theory says "{expect}": the way between processes has all steps of the way to a thread, and more. Look at the warnings for other load, and repeat with another seed.',
      },
    },
  },
} as const;
