/** What an interpreter gets of the lab's environment: nothing of the person's, and what its system cannot do without. */
export function pythonEnvironment(temporaryFolder?: string): Record<string, string> {
  const needed = ['SYSTEMROOT', 'SystemRoot', 'WINDIR', 'COMSPEC', 'NUMBER_OF_PROCESSORS'];
  const kept = needed.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const temporary: Record<string, string> =
    temporaryFolder === undefined ? {} : { TMPDIR: temporaryFolder, TEMP: temporaryFolder, TMP: temporaryFolder };
  return { ...Object.fromEntries(kept), ...temporary, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' };
}
