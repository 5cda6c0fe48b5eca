import type { Notice } from '@core/ipc/payloads';

/** What the app has to tell the person once. */
export interface Notices {
  list(): readonly Notice[];
  add(notice: Omit<Notice, 'id'>): void;
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
      set([...notices, { ...notice, id: `notice-${++count}` }]);
    },
    dismiss(id) {
      set(notices.filter((notice) => notice.id !== id));
    },
  };
}
