import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '@core/ipc/envelope';
import { listed } from '@core/ipc/payloads';
import type { ListedRecords, RecordSummary } from '@core/ipc/payloads';
import { answer, installFakeLab, refusal } from '../testing/fake-lab';
import { recordSummary } from '../testing/samples';
import { useRecordsStore } from './records';

const older = recordSummary({ id: '20250101T000000Z-00000001', startedAt: '2025-01-01T00:00:00Z' });
const newer = recordSummary({ id: '20250301T000000Z-00000002', startedAt: '2025-03-01T00:00:00Z', title: 'Newer' });

describe('records store', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('lists the newest first and finds the last of an experiment', async () => {
    installFakeLab({ 'records.list': () => answer(listed({ rows: [older, newer], reading: null })) });
    const records = useRecordsStore();
    expect(records.summaries).toBeUndefined();
    await records.load();
    expect(records.summaries?.map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(records.lastOf('eggs-and-toast')).toEqual(newer);
    expect(records.lastOf('another')).toBeUndefined();
  });

  it('reads again when main says that records have changed', async () => {
    let list: readonly RecordSummary[] = [older];
    const lab = installFakeLab({ 'records.list': () => answer(listed({ rows: list, reading: null })) });
    const records = useRecordsStore();
    await records.load();
    list = [older, newer];
    lab.emit('records.changed', undefined);
    await Promise.resolve();
    await expect.poll(() => records.count).toBe(2);
  });

  it('keeps the answer to the latest question when answers overtake each other', async () => {
    const deliver: ((list: Envelope<ListedRecords>) => void)[] = [];
    installFakeLab({ 'records.list': () => new Promise((resolve) => deliver.push(resolve)) });
    const records = useRecordsStore();
    const [first, second] = [records.load(), records.load()];
    deliver[1]?.(answer(listed({ rows: [newer], reading: null })));
    deliver[0]?.(answer(listed({ rows: [older], reading: null })));
    await Promise.all([first, second]);
    expect(records.summaries).toEqual([newer]);
  });

  it('shows what is known at once and fills with what is found, also before the answer is there', async () => {
    let deliver: (list: Envelope<ListedRecords>) => void = () => undefined;
    const lab = installFakeLab({ 'records.list': () => new Promise((resolve) => (deliver = resolve)) });
    const records = useRecordsStore();
    const loaded = records.load();
    const copy = recordSummary({ id: newer.id, file: 'copy.json', startedAt: '2025-02-01T00:00:00Z' });
    lab.emit('records.found', { rows: [copy], gone: [], reading: { done: 2, total: 3 } });
    deliver(answer(listed({ rows: [older], reading: { done: 1, total: 3 } })));
    await loaded;
    expect(records.summaries).toEqual([copy, older]);
    expect(records.reading).toEqual({ done: 2, total: 3 });
    lab.emit('records.found', { rows: [newer], gone: [older.id], reading: null });
    expect(records.summaries).toEqual([newer, copy]);
    expect(records.reading).toBeNull();
    expect(records.find(newer.id)).toEqual(newer);
    expect(records.find('copy.json')).toEqual(copy);
  });

  it('says why the list cannot be read, and recovers', async () => {
    let fails = true;
    installFakeLab({
      'records.list': () =>
        fails ? refusal('not-writable', 'No permission.') : answer(listed({ rows: [older], reading: null })),
    });
    const records = useRecordsStore();
    await records.load();
    expect(records.error).toMatchObject({ message: 'No permission.' });
    fails = false;
    await records.load();
    expect(records.error).toBeUndefined();
    expect(records.count).toBe(1);
  });

  it('puts an annotated record into its place', async () => {
    installFakeLab({
      'records.list': () => answer(listed({ rows: [older, newer], reading: null })),
      'records.annotate': ({ title }) => answer({ ...older, title: title ?? older.title }),
    });
    const records = useRecordsStore();
    await records.load();
    await records.annotate({ id: older.id, title: 'Renamed' });
    expect(records.summaries?.map(({ title }) => title)).toEqual(['Newer', 'Renamed']);
  });

  it('leaves the list alone when a record cannot be removed', async () => {
    installFakeLab({
      'records.list': () => answer(listed({ rows: [older], reading: null })),
      'records.remove': () => refusal('not-writable', 'No permission.'),
    });
    const records = useRecordsStore();
    await records.load();
    await expect(records.remove(older.id)).rejects.toMatchObject({ code: 'not-writable' });
    expect(records.count).toBe(1);
  });

  it('brings a removed record back', async () => {
    let list: readonly RecordSummary[] = [older];
    installFakeLab({
      'records.list': () => answer(listed({ rows: list, reading: null })),
      'records.remove': () => {
        list = [];
        return answer(undefined);
      },
      'records.restore': () => {
        list = [older];
        return answer(undefined);
      },
    });
    const records = useRecordsStore();
    await records.load();
    await records.remove(older.id);
    expect(records.count).toBe(0);
    await records.restore(older.id);
    expect(records.summaries).toEqual([older]);
  });
});
