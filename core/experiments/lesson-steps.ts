/** The six steps of every guided experiment, in order. */
export const lessonSteps = ['question', 'predict', 'run', 'observe', 'explain', 'transfer'] as const;
export type LessonStep = (typeof lessonSteps)[number];
