import { readFileSync, readdirSync } from 'node:fs';
import type { PinningRecord } from '@core/record/events';
import { AffinityError, affinityTool, listOfMask, maskArguments, pinArguments, runTool } from './affinity-tool';
import type { PinningMethod } from './affinity-tool';
import { coresToPin, formatCpuList, parseCpuList, readCoreLayout } from './core-choice';
import type { CoreLayout } from './core-choice';

/** Where a process may run: the allowed CPUs of its threads, as the system wrote them when asked. */
export interface ProcessAffinity {
  readonly pid: number;
  /** Every thread (Linux); on Windows one entry with the process's id, for its mask bounds that of each thread. */
  readonly threads: readonly { readonly tid: number; readonly allowed: string }[];
}

/** What reading back shows, in the words of the record. */
export type PinningFound = Pick<PinningRecord, 'method' | 'allowed' | 'verified' | 'threads'>;

/** Texts in a record are at most this long; a longer list is shortened for it, after it was compared. */
const longestList = 200;

/** How work can be pinned to cores on this machine; `none` where it cannot. */
export function pinningMethod(): PinningMethod {
  return affinityTool()?.method ?? 'none';
}

/**
 * Puts every thread of a process on these CPUs; threads that it starts later inherit them from the thread that starts
 * them. Takes milliseconds (it runs a program): never inside a timed section.
 * @returns the method; `none` if nothing was done, because this machine offers no way. `taskset` says nothing about a
 * process that is gone: only reading back tells
 * @throws AffinityError if the system refused
 * @throws RangeError for an impossible process id or CPU number
 */
export async function pinProcess(pid: number, cpus: readonly number[]): Promise<PinningMethod> {
  const tool = affinityTool();
  if (!tool || tool.method === 'none') return 'none';
  await runTool(tool.path, pinArguments(tool.method, pid, cpus));
  return tool.method;
}

/**
 * Whether pinning works here, found out by asking for what is so already: the calling process keeps the CPUs that it has.
 * @returns what the tool said if it cannot, undefined if it can. A machine without a tool is none of its business
 */
export async function tryPinning(): Promise<string | undefined> {
  try {
    await pinProcess(process.pid, readCoreLayout().allowed);
    return undefined;
  } catch (error) {
    if (error instanceof AffinityError || error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Reads back where the threads of a process may run; null where the system does not tell or the process is gone. */
export async function readAffinity(pid: number): Promise<ProcessAffinity | null> {
  const tool = affinityTool();
  if (tool?.method === 'powershell') return readMask(tool.path, pid);
  return readThreads(pid);
}

/**
 * At once, not through libuv's pool: what comes before a pinned cell took 100 ms with it and 55 ms without (medians of 24
 * and 16 cells of two runs of four-scenarios one after the other, 2 cores).
 */
function readThreads(pid: number): ProcessAffinity | null {
  let tids: readonly string[];
  try {
    tids = readdirSync(`/proc/${pid}/task`);
  } catch {
    return null;
  }
  // A thread may end between listing and reading: it then runs nowhere.
  const threads = tids.flatMap((tid) => readThread(pid, Number(tid)) ?? []);
  return threads.length === 0 ? null : { pid, threads };
}

function readThread(pid: number, tid: number): ProcessAffinity['threads'][number] | undefined {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/task/${tid}/status`, 'latin1');
  } catch {
    return undefined;
  }
  const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1];
  return allowed === undefined ? undefined : { tid, allowed };
}

async function readMask(path: string, pid: number): Promise<ProcessAffinity | null> {
  try {
    return { pid, threads: [{ tid: pid, allowed: listOfMask(await runTool(path, maskArguments(pid))) }] };
  } catch (error) {
    if (error instanceof AffinityError || error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Sets a process back to where it was allowed to run before it was pinned. Threads that were started since get what its
 * first thread had. A process that is gone needs nothing.
 * @throws AffinityError if the system refused
 */
export async function restoreAffinity(before: ProcessAffinity): Promise<void> {
  const { pid, threads } = before;
  const first = threads.find(({ tid }) => tid === pid) ?? threads[0];
  if (!first) return;
  await pinUnlessGone(pid, parseCpuList(first.allowed));
  const tool = affinityTool();
  if (tool?.method !== 'taskset') return;
  for (const { tid, allowed } of threads) {
    // Without --all-tasks: this thread alone, unless it has ended since.
    if (allowed !== first.allowed) {
      await runTool(tool.path, ['--cpu-list', '--pid', allowed, String(tid)]).catch((error: unknown) => {
        if (!(error instanceof AffinityError)) throw error;
      });
    }
  }
}

async function pinUnlessGone(pid: number, cpus: readonly number[]): Promise<void> {
  try {
    await pinProcess(pid, cpus);
  } catch (error) {
    if (error instanceof AffinityError && (await readAffinity(pid)) === null) return;
    throw error;
  }
}

/**
 * Reads back every thread of these processes. Where one differs from what was wanted (a thread that was being started
 * while its process was pinned), the process is pinned once more and read again.
 * @param wanted CPU numbers
 */
export async function verifyPinning(pids: readonly number[], wanted: readonly number[]): Promise<PinningFound> {
  const list = formatCpuList(wanted);
  let found = await readAll(pids);
  const different = pids.filter((_, index) => found[index]?.threads.some(({ allowed }) => allowed !== list) ?? true);
  if (different.length > 0) {
    await Promise.all(different.map((pid) => pinOrLeave(pid, wanted)));
    found = await readAll(pids);
  }
  return foundOf(found, wanted);
}

function foundOf(found: readonly (ProcessAffinity | null)[], wanted: readonly number[]): PinningFound {
  const list = formatCpuList(wanted);
  const threads = found.flatMap((process) => process?.threads ?? []);
  const lists = [...new Set(threads.map(({ allowed }) => allowed))];
  return {
    method: pinningMethod(),
    allowed: found.includes(null) ? null : lists.map(shortened),
    verified: found.length > 0 && !found.includes(null) && lists.length === 1 && lists[0] === list,
    threads: threads.length,
  };
}

/**
 * Pins the processes of a condition to `cores` cores and reads back what came of it. Never fails because of the machine:
 * where it cannot be done, or fewer CPUs are allowed than wanted, the result says that it is not verified.
 * @param layout read before anything was pinned
 * @param works false where the tool is known not to: it is only read back
 */
export async function pinCondition(
  condition: string,
  pids: readonly number[],
  cores: number,
  layout: CoreLayout = readCoreLayout(),
  works = true,
): Promise<PinningRecord> {
  const wanted = coresToPin(cores, layout);
  if (works) await Promise.all(pids.map((pid) => pinOrLeave(pid, wanted)));
  const found = works ? await verifyPinning(pids, wanted) : foundOf(await readAll(pids), wanted);
  const verified = found.verified && wanted.length === cores;
  return { condition, cores, ...found, verified };
}

/** What is read back afterwards says whether it worked, for whatever reason it did not. */
async function pinOrLeave(pid: number, cpus: readonly number[]): Promise<void> {
  try {
    await pinProcess(pid, cpus);
  } catch (error) {
    if (!(error instanceof AffinityError || error instanceof RangeError)) throw error;
  }
}

function readAll(pids: readonly number[]): Promise<(ProcessAffinity | null)[]> {
  return Promise.all(pids.map(readAffinity));
}

function shortened(list: string): string {
  return list.length <= longestList ? list : `${list.slice(0, longestList - 3)}...`;
}
