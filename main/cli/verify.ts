import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { translate } from '@core/texts/translate';
import { visible } from '@core/texts/visible';
import { verifiedLine, verifiedTable, verifiedTotal, verifyNote } from '@core/words/verify';
import type { Verified } from '@core/words/verify';
import { verifiedOf, type AnalysisProcess } from '../processes/analysis-process';
import { readInFolder, readTextFile, standardInput } from '../storage/named-text';
import { tell, writeOut } from './output';

/**
 * `verify`: whether record files keep schema and hash, and whether everything in them follows from what was measured. A line for
 * each file as it is read, and a total for several; a table with a total for a folder.
 * @returns 0 if all are intact, else 1
 */
export async function verify(targets: readonly string[], analysis: AnalysisProcess): Promise<number> {
  const all: Verified[] = [];
  let status = 0;
  let hasTable = false;
  for (const target of targets) {
    const files = await recordFilesIn(target);
    if (!files) {
      const name = target === standardInput ? translate('commandLine.verify.standardInput') : target;
      const verified = await verifyFile(name, () => readTextFile(target), analysis);
      all.push(verified);
      const line = verifiedLine(verified);
      if (verified.kind === 'intact') await writeOut(`${line}\n`);
      else tell(line);
      continue;
    }
    if (files.length === 0) {
      tell(translate('commandLine.verify.noFiles', { folder: visible(target) }));
      status = 1;
      continue;
    }
    const own: Verified[] = [];
    for (const file of files) own.push(await verifyFile(file, () => readInFolder(join(target, file)), analysis));
    all.push(...own);
    hasTable = true;
    await writeOut(`${verifiedTable(own).join('\n')}\n`);
  }
  if (all.length > 1 || hasTable) await writeOut(`${verifiedTotal(all)}\n`);
  if (all.some(({ kind }) => kind === 'intact')) await writeOut(`${verifyNote()}\n`);
  return all.every(({ kind }) => kind === 'intact') ? status : 1;
}

/** Names of the record files in a folder, in order; undefined for what is no folder. */
async function recordFilesIn(target: string): Promise<string[] | undefined> {
  try {
    if (!(await stat(target)).isDirectory()) return undefined;
    return (await readdir(target)).filter((name) => /\.(?:json|labrun)$/.test(name)).sort();
  } catch {
    return undefined; // reading it as a file says what is wrong
  }
}

async function verifyFile(file: string, read: () => Promise<string>, analysis: AnalysisProcess): Promise<Verified> {
  try {
    const text = await read();
    const { contradiction, ...intact } = verifiedOf(await analysis.request({ type: 'verify', text }));
    return contradiction ? { file, kind: 'contradicts', contradiction } : { file, kind: 'intact', ...intact };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { file, kind: 'refused', reason: error.message };
  }
}
