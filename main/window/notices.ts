import type { Notice } from '@core/ipc/payloads';

/** What the app has to tell the person once. */
export interface Notices {
  list(): readonly Notice[];
  /** @returns its id */
  add(notice: Omit<Notice, 'id'>): string;
  /** Says something else in its place. @returns false if it was dismissed meanwhile */
  change(id: string, message: string): boolean;
  dismiss(id: string): void;
}

/** @param onChange called with all notices after every change */
export function createNotices(onChange: (notices: readonly Notice[]) => void): Notices {
  let notices: readonly Notice[] = [];
  let count = 0;
  function set(next: readonly Notice[]): void {
    notices = next;
    onChange(next);
  }
  return {
    list: () => notices,
    add(notice) {
      const id = `notice-${++count}`;
      set([...notices, { ...notice, id }]);
      return id;
    },
    change(id, message) {
      if (!notices.some((notice) => notice.id === id)) return false;
      set(notices.map((notice) => (notice.id === id ? { ...notice, message } : notice)));
      return true;
    },
    dismiss(id) {
      set(notices.filter((notice) => notice.id !== id));
    },
  };
}
