/** The experiment id of every run of the Workbench. */
export const workbenchId = 'workbench';

/** The part of a Workbench run in which conditions are compared; of a search, the one that confirms. */
export const workbenchPart = 'tasks';

/** The part of a Workbench run that looks, coarsely, for the conditions to be confirmed. */
export const searchPart = 'search';
