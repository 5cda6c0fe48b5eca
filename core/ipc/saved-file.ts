/** Kinds of saved files that are looked at. Others, such as programs, are only shown in their folder: opening could run them. */
const lookedAt = /\.(?:pdf|json|csv|png)$/i;

/** Whether a saved file may be handed to the program that the system has for it. */
export function canBeOpened(path: string): boolean {
  return lookedAt.test(path);
}
