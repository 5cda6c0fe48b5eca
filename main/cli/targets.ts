import { access, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { errorCode, linkTarget } from '../storage/atomic-write';
import type { RunOptions } from './run-options';
import { UsageError } from './words';

/**
 * Finds out before a run whether its files can be written at all, and makes the folder that records are to go into.
 * Call when the plan has been checked. @throws UsageError naming the option and what is wrong
 */
export async function checkTargets(options: RunOptions): Promise<void> {
  const json = options.json === '-' ? undefined : options.json;
  const several = options.experiments.length > 1;
  const folder = json !== undefined && json !== '' && (await isForFiles(json, several)) ? json : undefined;
  if (json !== undefined && folder === undefined) {
    await checkFile('--json', json);
    if (options.force !== true && (await hasContent(json)))
      throw new UsageError(
        `--json: ${json} exists and is not empty. Choose another place, or add --force to replace it.`,
      );
  }
  if (options.pdf !== undefined) {
    await checkFile('--pdf', options.pdf);
    if (json !== undefined && folder === undefined) await checkApart('--pdf', options.pdf, [json]);
  }
  if (folder !== undefined) await makeFolder(folder, several);
}

/** The same for a report that is made of files. @throws UsageError as `checkTargets` */
export async function checkReportTarget(pdf: string, inputs: readonly string[]): Promise<void> {
  await checkFile('--pdf', pdf);
  await checkApart('--pdf', pdf, inputs);
}

/** True for a folder, for a name that ends as one does, and where one file could not hold the records. */
export async function isForFiles(path: string, several: boolean): Promise<boolean> {
  return several || path.endsWith('/') || path.endsWith(sep) || (await find('--json', path))?.isDirectory() === true;
}

async function checkFile(option: string, path: string): Promise<void> {
  if (path === '') throw new UsageError(`${option} takes the name of a file, and it was given an empty one.`);
  try {
    const found = await find(option, path);
    if (found?.isDirectory()) throw new UsageError(`${option}: ${path} is a folder, not a file. Choose another place.`);
    if (found) await access(path, constants.W_OK);
    // The file is written beside its place first: the folder itself must take it.
    if (!found || found.isFile()) await access(dirname(await linkTarget(path)), constants.W_OK);
  } catch (error) {
    throw refusal(option, path, error);
  }
}

async function checkApart(option: string, path: string, others: readonly string[]): Promise<void> {
  const own = await identitiesOf(path);
  for (const other of others) {
    if ((await identitiesOf(other)).some((one) => own.includes(one)))
      throw new UsageError(`${option}: ${path} and ${other} are the same file. Choose another place.`);
  }
}

/** What a file is told from others by: its real path and, if it is there, device and inode (hard links). Devices have none. */
async function identitiesOf(path: string): Promise<readonly string[]> {
  const target = resolve(await linkTarget(path));
  const found = await find('The file', target);
  if (found && !found.isFile()) return [];
  const folder = await realpath(dirname(target)).catch(() => dirname(target));
  return [join(folder, basename(target)), ...(found ? [`${found.dev}:${found.ino}`] : [])];
}

async function makeFolder(path: string, several: boolean): Promise<void> {
  const found = await find('--json', path);
  if (found && !found.isDirectory()) {
    const why = several ? 'Several records need a folder' : 'A name that ends like a folder needs one';
    throw new UsageError(`--json: ${path} is a file. ${why}. Choose another place.`);
  }
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw refusal('--json', path, error);
  }
}

async function hasContent(path: string): Promise<boolean> {
  const found = await find('--json', path);
  return found?.isFile() === true && found.size > 0;
}

/** @returns undefined if nothing is there, also where a link leads nowhere. @throws UsageError naming the option */
async function find(option: string, path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw refusal(option, path, error);
  }
}

function refusal(option: string, path: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  const code = errorCode(error) ?? 'unknown cause';
  const known: Readonly<Record<string, string>> = {
    ENOENT: `its folder ${dirname(path)} is not there`,
    ENAMETOOLONG: 'the name is too long',
    ENOTDIR: 'a part of its path is no folder',
    ELOOP: 'its links lead in a circle',
  };
  return new UsageError(`${option}: ${path} cannot be written: ${known[code] ?? code}. Choose another place.`);
}
