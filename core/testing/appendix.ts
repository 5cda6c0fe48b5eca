/** What stands behind the two pages of a report that was made with its appendix. @throws Error if it has none */
export function appendixOf(page: string): string {
  const [, appendix] = page.split('<section class="appendix">');
  if (appendix === undefined) throw new Error('The report has no appendix.');
  return appendix;
}
