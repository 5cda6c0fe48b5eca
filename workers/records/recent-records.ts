import { readRecord } from './read';
import type { ReadRecord } from './read';

/** The records that were sealed or read last, so that one is analysed once and not for each who asks about it. */
export interface RecentRecords {
  /** Reads a record file unless its very text was read just now. @throws UnusableRecord as `readRecord` */
  read(text: string): ReadRecord;
  /** Remembers a record that was sealed here. */
  keep(record: ReadRecord): ReadRecord;
}

/** Characters of record files that are remembered with all that was read from them; the last one is in any case. */
const mostCharacters = 24e6;

export function createRecentRecords(read: (text: string) => ReadRecord = readRecord): RecentRecords {
  let recent: readonly ReadRecord[] = [];

  function keep(record: ReadRecord): ReadRecord {
    let characters = 0;
    recent = [record, ...recent.filter(({ text }) => text !== record.text)].filter(({ text }, index) => {
      characters += text.length;
      return index === 0 || characters <= mostCharacters;
    });
    return record;
  }

  return { keep, read: (text) => keep(recent.find((one) => one.text === text) ?? read(text)) };
}
