/** Texts of the command line. */
export const commandLine = { title: 'Concurrency Lab' } as const;
