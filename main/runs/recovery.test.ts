import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '@core/ipc/envelope';
import type { SealedRecord } from '@core/protocol/analysis';
import type { RecordHeader } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { openFolders } from '../storage/folders';
import type { Folders } from '../storage/folders';
import { fakeAnalysis } from '../storage/testing/fake-analysis';
import { createJournal, readJournal } from './journal';
import { ownIdentity } from './process-identity';
import type { Owner } from './process-identity';
import { recoverInterruptedRuns } from './recovery';

vi.mock('../processes/utility', () => ({ startUtility: () => undefined }));

const { schemaVersion, id, appVersion, startedAt, origin, environment, plan, definition, rules, prediction, cells } =
  syntheticRecord();
const header: RecordHeader = {
  ...{ schemaVersion, id, appVersion, startedAt, origin, environment, plan, definition, rules, prediction },
};
const gone: Owner = { ...ownIdentity('a run'), processStart: '1' };

let folders: Folders;
let saved: SealedRecord[] = [];
let saving: () => void = () => undefined;
let present: string[] = [];
let analysis = fakeAnalysis();

beforeEach(() => {
  folders = openFolders(mkdtempSync(join(tmpdir(), 'lab-recovery-')));
  [saved, present, saving, analysis] = [[], [], () => undefined, fakeAnalysis()];
});
afterEach(() => {
  rmSync(folders.home, { recursive: true, force: true });
});

const records = {
  save: (sealed: SealedRecord) => {
    saving();
    saved.push(sealed);
    return Promise.resolve('');
  },
  has: (one: string) => Promise.resolve(present.includes(one)),
};
const recover = async (): Promise<readonly string[]> =>
  (await recoverInterruptedRuns(folders, records, analysis)).map(({ message }) => message);

/** A journal of a run whose app has ended, with the first cells of a run in it. */
function leaveJournal(owner: Owner = gone): string {
  const journal = createJournal(folders.active, owner, 'Eggs and toast', header);
  for (const cell of cells.slice(0, 3)) journal.append({ type: 'cell', cell });
  journal.close();
  return journal.path;
}
const journals = (): readonly string[] => readdirSync(folders.active);
const setAside = (): readonly string[] => readdirSync(folders.setAside);

describe('a journal', () => {
  it('becomes a record; a torn last line is what a crash leaves', async () => {
    appendFileSync(leaveJournal(), '{"type":"cell","ce');
    expect(await recover()).toEqual([expect.stringContaining('Its 3 measured cells are in the Notebook.')]);
    expect(saved.map(({ record }) => record.outcome.status)).toEqual(['interrupted']);
    expect([journals(), setAside()]).toEqual([[], []]);
  });

  it('B5 stays while the disk is full, says what to do, and comes back at the next start', async () => {
    const path = leaveJournal();
    saving = () => {
      throw new LabError('disk-full', 'No space left for x. Free some space or choose another folder.');
    };
    const [message] = await recover();
    expect(message).toContain('Free some space');
    expect(message).toContain(`Its journal stays at ${path} and is tried again at the next start.`);
    saving = () => undefined;
    expect(await recover()).toHaveLength(1);
    expect(saved).toHaveLength(1);
    expect([journals(), setAside()]).toEqual([[], []]);
  });

  // The analysis itself tries once more before it fails: its queue's test.
  it('B5 stays where the analysis was killed, and is sealed at the next start', async () => {
    leaveJournal();
    analysis.failures = 1;
    expect(await recover()).toEqual([expect.stringMatching(/killed.*stays at/)]);
    expect(journals()).toHaveLength(1);
    await recover();
    expect(saved).toHaveLength(1);
  });

  it('of an app that runs is left alone, whatever it holds', async () => {
    leaveJournal(ownIdentity('this test'));
    const newer = { owner: ownIdentity('a newer app'), header: { schemaVersion: 99 } };
    writeFileSync(join(folders.active, 'b.jsonl'), `${JSON.stringify(newer)}\n`);
    expect(await recover()).toEqual([]);
    expect(journals()).toHaveLength(2);
  });

  it('of a later version stays and says so, in its first line or in an event', async () => {
    const path = leaveJournal();
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      join(folders.active, 'b.jsonl'),
      text.replace(`"schemaVersion":${schemaVersion}`, '"schemaVersion":99'),
    );
    appendFileSync(path, '{"type":"weather","rain":true}\n');
    expect(await recover()).toEqual([
      expect.stringContaining('line 5). Update Concurrency Lab.'),
      expect.stringContaining('Update Concurrency Lab.'),
    ]);
    expect(journals()).toHaveLength(2);
    expect(setAside()).toEqual([]);
  });

  it('is set aside only if it cannot be taken apart', async () => {
    for (const [index, text] of ['\0\0\0\0', '{"owner":', '7\n', '[]\n', '{}\n'].entries())
      writeFileSync(join(folders.active, `${index}.jsonl`), text);
    expect(await recover()).toHaveLength(5);
    expect(journals()).toEqual([]);
    expect(setAside()).toHaveLength(5);
  });

  it('that is damaged in the middle gives what stands before, and is kept', async () => {
    const path = leaveJournal();
    const lines = readFileSync(path, 'utf8').split('\n');
    lines[2] = '\0\0\0';
    writeFileSync(path, lines.join('\n'));
    expect(await recover()).toEqual([expect.stringMatching(/Its 1 measured cells.*damaged.*set aside/)]);
    expect(setAside()).toHaveLength(1);
  });

  it('of a run whose record is there is only deleted', async () => {
    leaveJournal();
    present = [id];
    expect(await recover()).toEqual([]);
    expect([journals(), saved]).toEqual([[], []]);
  });

  it('B8 without content is deleted without a word, once nobody can be about to write it', async () => {
    const path = join(folders.active, 'a.jsonl');
    writeFileSync(path, '');
    expect(await recover()).toEqual([]);
    expect(journals()).toHaveLength(1);
    utimesSync(path, 1, 1);
    expect(await recover()).toEqual([]);
    expect(journals()).toEqual([]);
  });

  it('B8 is not begun where it cannot be written, and its folder is made where it has gone', () => {
    rmSync(folders.home, { recursive: true });
    leaveJournal();
    expect(journals()).toHaveLength(1);
    expect(() => leaveJournalUnder('/dev/null')).toThrow();
    expect(readJournal(join(folders.active, `${id}.jsonl`)).kind).toBe('interrupted');
  });
});

function leaveJournalUnder(folder: string): void {
  createJournal(folder, gone, 'x', header);
}
