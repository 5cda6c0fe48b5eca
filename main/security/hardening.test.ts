import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hardenBeforeReady } from './hardening';
import { refusedSwitch } from './switches';

const electron = vi.hoisted(() => ({ switches: new Set<string>(), sandboxed: false, rules: '' }));
const own = new Set(['seed', 'json']);

vi.mock('electron', () => ({
  app: {
    commandLine: {
      hasSwitch: (name: string) => electron.switches.has(name),
      appendSwitch: (name: string, value: string) => (electron.rules = `${name}=${value}`),
    },
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
      expect(hardenBeforeReady(true, [], own)?.message).toContain(`--${name}`);
      expect(electron.sandboxed).toBe(true);
    },
  );

  it('refuses what was typed and is not allowed, and lets no connection find an address', () => {
    expect(hardenBeforeReady(true, ['--disable-web-security', 'list'], own)?.message).toContain(
      '--disable-web-security',
    );
    expect(hardenBeforeReady(true, ['run', 'all', '--seed', '7'], own)).toBeUndefined();
    expect(electron.rules).toBe('host-resolver-rules=MAP * ~NOTFOUND');
  });

  it('says of an AppImage that its own start script took the sandbox away, and what to install', () => {
    electron.switches.add('no-sandbox');
    vi.stubEnv('APPIMAGE', '/home/me/lab.AppImage');
    expect(hardenBeforeReady(true, ['--no-sandbox'], own)?.message).toMatch(/AppImage.*\.deb.*bin\/concurrency-lab/);
    vi.stubEnv('APPIMAGE', undefined);
    electron.switches.add('no-sandbox');
    expect(hardenBeforeReady(true, ['--no-sandbox'], own)?.message).toContain('does not start with --no-sandbox');
  });

  it('may say so in a box where the sandbox alone is missing, and goes no further with what opens it to others', () => {
    electron.switches.add('no-sandbox');
    vi.stubEnv('APPIMAGE', '/home/me/lab.AppImage');
    expect(hardenBeforeReady(true, ['--no-sandbox'], own)?.isHarmless).toBe(true);
    for (const given of [['--disable-web-security'], ['--no-sandbox', '--remote-debugging-port=0']])
      expect(hardenBeforeReady(true, given, own)?.isHarmless).toBe(false);
    electron.switches.add('remote-debugging-port');
    const fromElsewhere = hardenBeforeReady(true, ['--no-sandbox'], own);
    expect(fromElsewhere).toMatchObject({ isHarmless: false });
    expect(fromElsewhere?.message).toContain('--remote-debugging-port');
    vi.mocked(process.getuid!).mockReturnValue(0);
    expect(hardenBeforeReady(true, ['--no-sandbox'], own)?.isHarmless).toBe(false);
  });

  it('refuses root', () => {
    vi.mocked(process.getuid!).mockReturnValue(0);
    expect(hardenBeforeReady(true, [], own)?.message).toContain('root');
  });

  it('starts without them', () => {
    expect(hardenBeforeReady(true, [], own)).toBeUndefined();
    expect(electron.sandboxed).toBe(true);
  });
});

describe('hardenBeforeReady of a development or test flavour', () => {
  it('is sandboxed unless it is told otherwise', () => {
    expect(hardenBeforeReady(false, [], own)).toBeUndefined();
    expect(electron.sandboxed).toBe(true);
  });

  it('may be started without the sandbox, which root needs', () => {
    electron.switches.add('no-sandbox');
    expect(hardenBeforeReady(false, [], own)).toBeUndefined();
    expect(electron.sandboxed).toBe(false);
  });
});

describe('switches of a release', () => {
  it.each([
    [['--disable-seccomp-filter-sandbox'], '--disable-seccomp-filter-sandbox'],
    [['-disable-web-security'], '-disable-web-security'],
    [['--LOAD-EXTENSION=/x'], '--LOAD-EXTENSION'],
    [['list', '--host-rules=MAP * 192.0.2.1'], '--host-rules'],
    [['run', 'all', '--seed', '7', '--log-net-log=/x'], '--log-net-log'],
    [['--enable-features=x', '--user-data-dir=/x'], '--enable-features'],
    [['--seeds', '7'], '--seeds'],
    [['---seed'], '---seed'],
    [['--\u001b[2J'], '--\\u001b[2J'],
    [['-psn_0_1'], '-psn_0_1'],
    [['--', '--no-sandbox'], undefined],
    [['--user-data-dir=/x', '--ozone-platform-hint=auto', 'verify', 'a=b', '-', ''], undefined],
    [['bench', '--seed', '-1', '--json=x'], undefined],
    [['/x'], undefined],
  ])('of %j refuses %j', (given, refused) => {
    expect(refusedSwitch(given, own, 'linux')).toBe(refused);
  });

  it('on Windows are those after a slash too, and the serial number of macOS is none', () => {
    expect(refusedSwitch(['/js-flags=x'], own, 'win32')).toBe('/js-flags');
    expect(refusedSwitch(['-psn_0_12345'], own, 'darwin')).toBeUndefined();
  });
});
