import { chromium, expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shortRun } from '../support/command-line';
import { root } from '../support/electron-program';
import { readRecord } from '../support/records';
import { bringCheckout, npmRunLab, npmStart } from './checkout';
import { DebianTree, home, userId, whyNoTree } from './debian-tree';
import { earlierPackage } from './earlier-version';

// What an ordinary user of a clean Debian finds: every step goes on from the one before it.
test.describe.configure({ mode: 'serial' });

const reason = whyNoTree();
const built = join(root, 'dist', 'test-flavour');
const data = `${home}/.config/Concurrency Lab`;
let tree: DebianTree;

function madeFile(extension: string): string {
  const name = existsSync(built) ? readdirSync(built).find((one) => one.endsWith(extension)) : undefined;
  if (name === undefined)
    throw new Error(`There is no ${extension} in ${built}. To make it: npm test -- package-files`);
  return join(built, name);
}

const recordsThere = (): readonly string[] =>
  readdirSync(tree.outside(`${data}/records`))
    .filter((name) => name.endsWith('.json'))
    .sort();

/** Tells how long a step took: the report of the packages quotes it. */
function timed<T>(what: string, work: () => T): T {
  const from = performance.now();
  const result = work();
  console.log(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return result;
}

test.beforeAll(() => {
  test.setTimeout(900_000);
  if (reason !== undefined) return;
  tree = new DebianTree(mkdtempSync(join(tmpdir(), 'concurrency-lab-debian-')));
  timed('debootstrap', () => {
    tree.make();
  });
});
test.afterAll(() => {
  if (reason === undefined) tree.remove();
});
test.beforeEach(() => {
  test.setTimeout(900_000);
  test.skip(reason !== undefined, `not run: ${reason ?? ''}`);
});

test(
  'from a checkout, what a clean system lacks is named with the command, and that command is enough',
  {
    tag: '@installed',
  },
  () => {
    const bare = timed('a second tree', () => tree.copy(`${tree.folder}-checkout`));
    try {
      const env = timed('the checkout', () => bringCheckout(bare));
      const lacking = bare.run(npmStart, { env });
      expect(lacking.stderr).toContain('Missing on this system: lib');
      expect(lacking.stderr).not.toMatch(/^ +at /m);
      expect(lacking.status).toBe(1);
      const command = /^ {4}sudo (apt-get install .+)$/m.exec(lacking.stderr)?.[1] ?? 'no command was named';
      timed('what it says is installed', () => bare.must(command.split(' '), { asRoot: true }));
      const words = [...npmRunLab, ...shortRun, '--json', `${home}/mein Lauf.json`];
      const { status, stderr } = timed('a run from the checkout', () => bare.run(words, { env }));
      expect(status, stderr).toBe(0);
      expect(readRecord(bare.outside(`${home}/mein Lauf.json`)).outcome).toEqual({ status: 'completed' });
      // A user who may make no namespaces, as some systems have it.
      const forbidding =
        'echo 0 > /proc/sys/user/max_user_namespaces && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"';
      const mapped = ['unshare', '--user', `--map-user=${userId}`, `--map-group=${userId}`, '--keep-caps'];
      const forbidden = bare.run([...mapped, 'sh', '-c', forbidding, 'sh', ...npmStart], { env });
      expect(forbidden.stderr).toMatch(/^ {4}sudo sysctl user\.max_user_namespaces=10000$/m);
      expect(forbidden.status).toBe(1);
    } finally {
      bare.remove();
    }
  },
);

let earlierRecord = '';

test('an earlier version is installed, and runs an experiment', { tag: '@installed' }, () => {
  const deb = timed('the deb of the earlier version', earlierPackage);
  test.skip(deb === undefined, 'not run: this checkout does not have the earlier commit');
  timed('apt installs the earlier version', () => {
    tree.install('xvfb', 'xauth', 'fonts-dejavu-core', tree.bring(deb ?? '', 'earlier.deb'));
  });
  tree.must(['xvfb-run', '-a', 'concurrency-lab', ...shortRun, '--save']);
  expect(recordsThere()).toHaveLength(1);
  earlierRecord = readFileSync(tree.outside(`${data}/records/${recordsThere()[0] ?? ''}`), 'utf8');
});

test('this version takes its place, and keeps its records', { tag: '@installed' }, () => {
  const deb = madeFile('.deb');
  timed(`apt installs this version (${(statSync(deb).size / 1e6).toFixed(0)} MB)`, () => {
    tree.install('xvfb', 'fonts-dejavu-core', tree.bring(deb, 'concurrency-lab.deb'));
  });
  expect(tree.must(['dpkg-query', '-W', '-f', '${Status} ${Version}', 'concurrency-lab'])).toMatch(
    /^install ok installed 1\./,
  );
  expect(existsSync(tree.outside('/opt/Concurrency Lab'))).toBe(false);
  expect(tree.must(['readlink', '/usr/bin/concurrency-lab']).trim()).toBe('/opt/concurrency-lab/bin/concurrency-lab');
  expect(existsSync(tree.outside('/etc/alternatives/concurrency-lab'))).toBe(false);
  if (earlierRecord === '') return;
  expect(readFileSync(tree.outside(`${data}/records/${recordsThere()[0] ?? ''}`), 'utf8')).toBe(earlierRecord);
  expect(tree.must(['concurrency-lab', 'verify', `${data}/records`])).toMatch(/\.json +intact/);
});

test('an ordinary user runs an experiment by the command, with record and report', { tag: '@installed' }, () => {
  const { status, stderr } = timed('a run with record and PDF', () =>
    tree.run(['concurrency-lab', ...shortRun, '--json', 'mein Lauf.json', '--pdf', 'Bericht ö.pdf', '--save']),
  );
  expect(status, stderr).toBe(0);
  const record = readRecord(tree.outside(`${home}/mein Lauf.json`));
  expect(record.outcome).toEqual({ status: 'completed' });
  expect(record.environment).toMatchObject({ packaged: true });
  const pdf = readFileSync(tree.outside(`${home}/Bericht ö.pdf`));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.subarray(-1024).toString('latin1')).toContain('%%EOF');
  expect(tree.must(['concurrency-lab', 'doctor'])).toContain(data);
  expect(tree.run(['concurrency-lab']).stderr).toContain('found no screen');
});

/** Every process of the program in the tree: its kind and its line of `Seccomp:`. */
function sandboxLines(port: number): readonly { readonly kind: string; readonly seccomp: string }[] {
  const mine = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const commandOf = (pid: string): string => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  return mine.flatMap((pid) => {
    const command = commandOf(pid);
    if (!command.startsWith('/opt/concurrency-lab/concurrency-lab ')) return [];
    const kind = /--type=([a-z-]+)/.exec(command)?.[1] ?? `main on ${port}`;
    const seccomp = /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '?';
    return [{ kind, seccomp }];
  });
}

async function firstPage(port: number): Promise<Page> {
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/json/version`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 60_000 },
    )
    .toBe(true);
  // Without its defaults Playwright asks for no browser context of its own, which old runtimes do not have.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  await expect.poll(() => browser.contexts()[0]?.pages().length, { timeout: 60_000 }).toBe(1);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('There is no page.');
  return page;
}

test(
  'the window runs in the sandbox, measures, and opens a record by the desktop’s own mechanism',
  { tag: '@installed' },
  async () => {
    const port = 9_471;
    tree.install('shared-mime-info', 'desktop-file-utils', 'libglib2.0-bin', 'dbus');
    copyFileSync(tree.outside(`${home}/mein Lauf.json`), tree.outside(`${home}/mein Lauf ä.labrun`));
    const before = recordsThere().length;
    // The file waits until the window is there; then the desktop is asked to open it, as a double click does.
    const script = [
      `concurrency-lab --remote-debugging-port=${port} & lab=$!`,
      'until [ -e "$HOME/go" ]; do sleep 0.2; done',
      'XDG_CURRENT_DESKTOP=GNOME xdg-open "$HOME/mein Lauf ä.labrun"; echo "xdg-open: $?"',
      'wait $lab',
    ].join('\n');
    const lab = tree.start(['dbus-run-session', '--', 'xvfb-run', '-a', 'sh', '-c', script]);
    let said = '';
    for (const stream of [lab.stdout, lab.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    let page: Page | undefined;
    try {
      page = await firstPage(port);
      await expect(page.locator('main h1').first()).toBeVisible({ timeout: 60_000 });
      const lines = sandboxLines(port);
      console.log(lines.map(({ kind, seccomp }) => `${kind}: Seccomp ${seccomp}`).join('\n'));
      const renderers = lines.filter(({ kind }) => kind === 'renderer');
      expect(renderers.length).toBeGreaterThan(0);
      expect(renderers.map(({ seccomp }) => seccomp)).toEqual(renderers.map(() => '2'));

      const started = await page.evaluate((input) => window.lab['runs.start'](input), {
        experiment: 'eggs-and-toast',
        preset: 'quick' as const,
        seed: 7,
        parameters: { eggsMs: 12, toastMs: 8, cleaningMs: 2, doughMs: 3 },
        prediction: { status: 'skipped' as const, frozenAt: '2026-01-01T00:00:00.000Z' },
      });
      expect(started).toMatchObject({ ok: true });
      await expect.poll(() => recordsThere().length, { timeout: 90_000 }).toBe(before + 1);

      tree.must(['touch', `${home}/go`]);
      await expect(page).toHaveURL(/notebook\/2/, { timeout: 60_000 });
      // It was in the Notebook already: shown, not stored twice.
      expect(recordsThere()).toHaveLength(before + 1);
    } catch (error) {
      console.log(said);
      throw error;
    } finally {
      // Gone before its browser is: a connection that is lost later fails the test that comes next.
      await page?.context().browser()?.close();
      const ended = once(lab, 'exit');
      lab.kill('SIGKILL');
      await ended;
    }
  },
);

test('the archive runs from the user’s home without being installed', { tag: '@installed' }, () => {
  const archive = tree.bring(madeFile('.tar.gz'), 'lab.tar.gz');
  tree.must(['mkdir', 'unpacked here']);
  tree.must(['tar', '-xzf', archive, '-C', 'unpacked here', '--strip-components=1']);
  const { status, stderr } = tree.run([
    'unpacked here/bin/concurrency-lab',
    ...shortRun,
    '--json',
    'from the archive.json',
  ]);
  expect(status, stderr).toBe(0);
  expect(readRecord(tree.outside(`${home}/from the archive.json`)).outcome).toEqual({ status: 'completed' });
});

test('removed, it leaves the user’s records and nothing else', { tag: '@installed' }, () => {
  const before = recordsThere();
  tree.must(['apt-get', '-qq', 'purge', '-y', 'concurrency-lab'], { asRoot: true });
  expect(recordsThere()).toEqual(before);
  // The folder goes with its last program.
  expect(existsSync(tree.outside('/opt/concurrency-lab'))).toBe(false);
  const left = tree.must(['find', '/etc', '/usr', '/var/lib', '-iname', '*concurrency*lab*'], { asRoot: true });
  expect(
    left
      .trim()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('/var/lib/dpkg/')),
  ).toEqual([]);
});
