import { readFile, stat } from 'node:fs/promises';
import * as v from 'valibot';
import type { ClaimSource } from '@core/claims/claim-types';
import type { RecordSummary } from '@core/ipc/payloads';
import { todaysRules } from '@core/rules/registry';
import { writeAtomically } from './atomic-write';
import { sha256Of } from './record-files';
import type { FileStamp } from './record-files';

/** What is remembered of a record file, so that it need not be read again as long as it is the same. */
export interface RememberedFile extends FileStamp {
  readonly file: string;
  /** SHA-256 over the bytes of the file. */
  readonly sha256: string;
  readonly summary: RecordSummary;
  /** JSON of its `ClaimSource`: taken apart only when the claims are judged. */
  readonly source: string;
}

/** To be counted up whenever a summary or a claim source is made otherwise than before; a new rule set does it by itself. */
const cacheVersion = 3;
/** Largest cache that is read or written, in bytes: about 15,000 records. */
const mostBytes = 64 * 2 ** 20;

const headSchema = v.strictObject({
  cache: v.literal(cacheVersion),
  program: v.string(),
  rules: v.string(),
  sha256: v.string(),
});
type Head = v.InferOutput<typeof headSchema>;

/** The part of a remembered file that stands on a line of its own, before that of its claim source. */
interface Row extends FileStamp {
  readonly file: string;
  readonly sha256: string;
  readonly summary: RecordSummary;
}

/**
 * Reads what an earlier start remembered. A cache that is damaged, of another version or judged by other rules is as good as
 * none. Never throws.
 * @param program version of this program
 */
export async function readSummaryCache(path: string, program: string): Promise<readonly RememberedFile[]> {
  try {
    const found = await stat(path);
    // A pipe would be waited for, and nobody writes into it.
    if (!found.isFile() || found.size > mostBytes) return [];
    const text = await readFile(path, 'utf8');
    const end = text.indexOf('\n');
    const head = v.parse(headSchema, JSON.parse(text.slice(0, end)));
    const body = text.slice(end + 1);
    const isOurs = head.program === program && head.rules === todaysRules.name && head.sha256 === sha256Of(body);
    return isOurs ? filesOf(body) : [];
  } catch {
    return []; // everything is read anew, and the cache is written anew after that
  }
}

function filesOf(body: string): readonly RememberedFile[] {
  const lines = body.split('\n');
  const files: RememberedFile[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    files.push({ ...(JSON.parse(lines[at] ?? '') as Row), source: lines[at + 1] ?? '' });
  }
  return files;
}

/**
 * Writes the cache, whole or not at all, and not into what is no file; what does not fit is left out, the oldest records first.
 * @throws LabError as `writeAtomically`
 */
export async function writeSummaryCache(
  path: string,
  program: string,
  files: readonly RememberedFile[],
): Promise<void> {
  // Into a pipe it would be written when somebody reads it: never.
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isFile()) return;
  const newestFirst = files.toSorted((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt));
  const parts: string[] = [];
  let bytes = 0;
  for (const { source, ...row } of newestFirst) {
    const part = `${JSON.stringify(row satisfies Row)}\n${source}\n`;
    bytes += Buffer.byteLength(part);
    if (bytes > mostBytes - 4096) break;
    parts.push(part);
  }
  const body = parts.join('');
  const head: Head = { cache: cacheVersion, program, rules: todaysRules.name, sha256: sha256Of(body) };
  await writeAtomically(path, `${JSON.stringify(head)}\n${body}`);
}

/** The claim sources of several files; one record counts once, however many files hold it. */
export function claimSourcesOf(files: readonly RememberedFile[]): readonly ClaimSource[] {
  const byRecord = new Map<string, RememberedFile>();
  for (const one of files) {
    const other = byRecord.get(one.summary.id);
    if (!other || one.summary.file === undefined) byRecord.set(one.summary.id, one);
  }
  return [...byRecord.values()].map(({ source }) => JSON.parse(source) as ClaimSource);
}
