import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hardenBeforeReady } from './hardening';

const electron = vi.hoisted(() => ({ switches: new Set<string>(), sandboxed: false }));

vi.mock('electron', () => ({
  app: {
    commandLine: { hasSwitch: (name: string) => electron.switches.has(name) },
    // As Electron does it: the switch is gone afterwards.
    enableSandbox() {
      electron.sandboxed = true;
      electron.switches.delete('no-sandbox');
    },
    on: () => undefined,
  },
  protocol: {},
  session: {},
}));

beforeEach(() => {
  electron.switches.clear();
  electron.sandboxed = false;
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', undefined);
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('hardenBeforeReady of a release', () => {
  it.each(['no-sandbox', 'remote-debugging-port', 'remote-debugging-pipe', 'js-flags', 'inspect', 'inspect-brk'])(
    'refuses --%s and sandboxes all the same',
    (name) => {
      electron.switches.add(name);
      expect(hardenBeforeReady(true)).toContain(`--${name}`);
      expect(electron.sandboxed).toBe(true);
    },
  );

  it('refuses root', () => {
    vi.mocked(process.getuid!).mockReturnValue(0);
    expect(hardenBeforeReady(true)).toContain('root');
  });

  it('starts without them', () => {
    expect(hardenBeforeReady(true)).toBeUndefined();
    expect(electron.sandboxed).toBe(true);
  });
});

describe('hardenBeforeReady of a development or test flavour', () => {
  it('is sandboxed unless it is told otherwise', () => {
    expect(hardenBeforeReady(false)).toBeUndefined();
    expect(electron.sandboxed).toBe(true);
  });

  it('may be started without the sandbox, which root needs', () => {
    electron.switches.add('no-sandbox');
    expect(hardenBeforeReady(false)).toBeUndefined();
    expect(electron.sandboxed).toBe(false);
  });
});
