/**
 * Explanations of `break-even`: one text for all sizes, since what theory says differs from size to size: it is named
 * ({expect}), never assumed, and the plain time ratio claims no direction. Part, condition, baseline, finding.
 */
export const breakEvenExplanations = {
  size: {
    threads: {
      inline: {
        'as-expected':
          'Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}: time ratio {plainRatio}. Theory says "{expect}" for this size (cores offered: {cores}). Handing out costs a message to a thread and one back for each task; it saves the time in which others compute at the same moment. The message costs the same for every size, the saving grows with the task.',
        opposite:
          'Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}: {ratio}. Theory says "{expect}" for this size (cores offered: {cores}). Either messages between threads cost much more or much less here than elsewhere (see the table of wages), or other programs held the cores: look at the warnings.',
        'no-difference':
          'Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What messages cost and what computing at the same moment saves were about equal here (cores offered: {cores}), or the noise hides the rest.',
        measured:
          'Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}: {ratio}. Theory alone cannot say which wins at this size: it depends on what a message costs on this machine. The curve over all sizes shows where the two meet.',
      },
    },
    processes: {
      inline: {
        'as-expected':
          'Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}: time ratio {plainRatio}. Theory says "{expect}" for this size (cores offered: {cores}). Each message has to cross from one process to another, so it costs more than one to a thread (the table of wages says how much, and by which way); what it saves is the same.',
        opposite:
          'Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}: {ratio}. Theory says "{expect}" for this size (cores offered: {cores}). Either messages between processes cost much more or much less here than elsewhere (see the table of wages), or other programs held the cores: look at the warnings.',
        'no-difference':
          'Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What messages cost and what computing at the same moment saves were about equal here (cores offered: {cores}), or the noise hides the rest.',
        measured:
          'Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}: {ratio}. Theory alone cannot say which wins at this size: it depends on what a message to another process costs on this machine. The curve over all sizes shows where the two meet.',
      },
    },
    'cold-threads': {
      inline: {
        'as-expected':
          'Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}: time ratio {plainRatio}. Theory says "{expect}" for this size (cores offered: {cores}). Here hiring is part of the time: a thread loads the JavaScript engine, its own event loop and the program before its first task, whatever the size of the task.',
        opposite:
          'Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}: {ratio}. Theory says "{expect}" for this size (cores offered: {cores}): hiring threads was expected to take longer than such tasks. What hiring took apart from this is in the table of wages; look at the warnings for other load as well.',
        'no-difference':
          'Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}: time ratio {plainRatio}, inside the noise ({floor}x). What hiring costs and what computing at the same moment saves were about equal here (cores offered: {cores}), or the noise hides the rest.',
        measured:
          'Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}: {ratio}. Theory alone cannot say which wins at this size: it depends on how long hiring takes on this machine. The curve over all sizes shows where the two meet; compare it with that of the warm threads.',
      },
    },
  },
} as const;
