/**
 * Explanations of `break-even`: one text for all sizes, since what theory says differs from size to size: it is named
 * ({expect}), never assumed, and the plain time ratio claims no direction. Part, condition, baseline, finding.
 */
const even =
  'The time ratio is {plainRatio}, inside the noise ({floor}x). Messages cost about as much here as computing at the same instant saves (cores offered: {cores}), or the noise hides a difference.';
const said = 'Theory says "{expect}" for this size (cores offered: {cores}).';
const oddMessages =
  'Messages may cost much more or much less here than elsewhere: see the table of wages. Other programs may also have held the cores: look at the warnings.';
const curve = 'The curve over all sizes shows where the two meet.';

export const breakEvenExplanations = {
  size: {
    threads: {
      inline: {
        'as-expected': `Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}. The time ratio is {plainRatio}. ${said} Handing out costs a message to a thread and one back for each task. It saves the time in which others compute at the same instant. The message costs the same for every size; the saving grows with the task.`,
        opposite: `Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}. That is {ratio}. ${said} ${oddMessages}`,
        'no-difference': `Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}. ${even}`,
        measured: `Inline took {baselineTotal} for all {tasks} tasks, warm threads {conditionTotal}. That is {ratio}. Theory alone cannot say which wins at this size. It depends on what a message costs on the machine. ${curve}`,
      },
    },
    processes: {
      inline: {
        'as-expected': `Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}. The time ratio is {plainRatio}. ${said} Each message has to cross from one process to another, so it costs more than one to a thread. The table of wages says how much. What it saves is the same.`,
        opposite: `Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}. That is {ratio}. ${said} ${oddMessages}`,
        'no-difference': `Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}. ${even}`,
        measured: `Inline took {baselineTotal} for all {tasks} tasks, warm processes {conditionTotal}. That is {ratio}. Theory alone cannot say which wins at this size. It depends on what a message to another process costs on the machine. ${curve}`,
      },
    },
    'cold-threads': {
      inline: {
        'as-expected': `Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}. The time ratio is {plainRatio}. ${said} Here hiring is part of the time. Before its first task a thread loads the JavaScript engine, its own event loop and the program, whatever the size of the task.`,
        opposite: `Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}. That is {ratio}. ${said} Hiring threads was expected to take longer than such tasks. The table of wages says what hiring took by itself. Look at the warnings for other load as well.`,
        'no-difference':
          'Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}. The time ratio is {plainRatio}, inside the noise ({floor}x). Hiring costs about as much here as computing at the same instant saves (cores offered: {cores}), or the noise hides a difference.',
        measured: `Inline took {baselineTotal} for all {tasks} tasks, cold threads {conditionTotal}. That is {ratio}. Theory alone cannot say which wins at this size. It depends on how long hiring takes on the machine. ${curve} Compare it with the curve of the warm threads.`,
      },
    },
  },
} as const;
