import { join } from 'node:path';
import { expect, launch, test as base } from '../support/window';
import { test } from './probe';

const names = [
  ...[
    'accelerometer',
    'background-fetch',
    'background-sync',
    'camera',
    'clipboard-read',
    'display-capture',
    'geolocation',
  ],
  ...['gyroscope', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'nfc', 'notifications'],
  ...['payment-handler', 'periodic-background-sync', 'persistent-storage', 'screen-wake-lock', 'storage-access'],
  ...['window-management'],
];

test('every permission but writing to the clipboard is denied', { tag: '@short' }, async ({ page }) => {
  const states = await page.evaluate(async (all) => {
    const found: Record<string, string> = {};
    for (const name of all) {
      try {
        found[name] = (await navigator.permissions.query({ name: name as PermissionName })).state;
      } catch {
        // this runtime does not know the name
      }
    }
    return found;
  }, names);
  expect(Object.keys(states).length).toBeGreaterThanOrEqual(10);
  for (const [name, state] of Object.entries(states)) expect(state, name).toBe('denied');
  const clipboard = { name: 'clipboard-write' as PermissionName };
  expect(await page.evaluate(async (query) => (await navigator.permissions.query(query)).state, clipboard)).toBe(
    'granted',
  );
});

/** Carried out in the page: what it is told when it asks for each of them. */
async function ask(): Promise<Readonly<Record<string, string>>> {
  const uses: Readonly<Record<string, () => unknown>> = {
    'camera and microphone': () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
    screen: () => navigator.mediaDevices.getDisplayMedia(),
    place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    notifications: async () => {
      if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
    },
    'persistent storage': async () => {
      if (!(await navigator.storage.persist())) throw new Error('denied');
    },
    'wake lock': () => navigator.wakeLock.request('screen'),
    midi: () => navigator.requestMIDIAccess(),
    'reading the clipboard': () => navigator.clipboard.readText(),
    'USB devices': () => (navigator as unknown as { usb: Chooser }).usb.requestDevice({ filters: [] }),
    'serial ports': () => (navigator as unknown as { serial: Chooser }).serial.requestPort(),
    'human interface devices': async () => {
      const devices = await (navigator as unknown as { hid: Chooser }).hid.requestDevice({ filters: [] });
      if (devices.length === 0) throw new Error('denied');
    },
    'a service worker': () => navigator.serviceWorker.register('/index.html'),
  };
  interface Chooser {
    requestDevice(options: object): Promise<readonly unknown[]>;
    requestPort(): Promise<unknown>;
  }
  const answers: Record<string, string> = {};
  for (const [name, use] of Object.entries(uses)) {
    try {
      await use();
      answers[name] = 'allowed';
    } catch {
      answers[name] = 'denied';
    }
  }
  return answers;
}

base(
  'asking for devices, places and storage gets nothing, even where devices exist',
  { tag: '@short' },
  async ({}, info) => {
    const app = await launch(join(info.outputPath(), 'profile'), ['--use-fake-device-for-media-stream']);
    try {
      const page = await app.firstWindow();
      await page.waitForLoadState('domcontentloaded');
      const answers = await page.evaluate(ask);
      expect(Object.keys(answers)).toHaveLength(12);
      for (const [name, answer] of Object.entries(answers)) expect(answer, name).toBe('denied');
      const devices = await page.evaluate(async () =>
        (await navigator.mediaDevices.enumerateDevices()).map((one) => one.label),
      );
      expect(devices.join(''), 'names of devices').toBe('');
    } finally {
      await app.close();
    }
  },
);

test('a download that the page starts leaves no file and no question', { tag: '@short' }, async ({ app, page }) => {
  await app.evaluate(({ session }) => {
    (globalThis as { download?: Promise<unknown> }).download = new Promise((resolve) => {
      session.defaultSession.once('will-download', (event, item) =>
        resolve([event.defaultPrevented, item.getSavePath()]),
      );
    });
  });
  await page.evaluate(() => {
    const element = document.createElement('a');
    element.href = URL.createObjectURL(new Blob(['content']));
    element.download = 'file.txt';
    element.click();
  });
  expect(await app.evaluate(() => (globalThis as { download?: Promise<unknown> }).download)).toEqual([true, '']);
});
