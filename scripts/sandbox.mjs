// Chromium's sandbox needs user namespaces, or a helper that root owns. Where there is neither, what to type is said by name.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * What is asked of the machine.
 * @typedef {object} Machine
 * @property {(executable: string) => boolean} hasHelper whether Chromium's own helper may do what this user may not
 * @property {(setting: string) => string | undefined} setting what is below /proc/sys, if it is there
 * @property {() => string | undefined} tryNamespace why no namespace could be made, if that could be tried at all
 */

/** @type {Machine} */
const thisMachine = {
  hasHelper(executable) {
    const helper = statSync(path.join(path.dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
    return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
  },
  setting(name) {
    try {
      return readFileSync(`/proc/sys/${name.replaceAll('.', '/')}`, 'utf8').trim();
    } catch {
      return undefined;
    }
  },
  tryNamespace() {
    const tried = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { encoding: 'utf8' });
    if (tried.error !== undefined || tried.status === 0) return undefined;
    return tried.stderr.trim() || `it ended with ${tried.status ?? tried.signal}`;
  },
};

/** Settings of the kernel that forbid namespaces by this value, and the value that allows them. */
const bans = [
  { name: 'user.max_user_namespaces', forbids: '0', allows: '10000' },
  { name: 'kernel.unprivileged_userns_clone', forbids: '0', allows: '1' },
  { name: 'kernel.apparmor_restrict_unprivileged_userns', forbids: '1', allows: '0' },
];

/**
 * @param {string} executable the Electron program
 * @param {Machine} [machine]
 * @returns {string | undefined} why an ordinary user cannot start it here, and what to type
 */
export function sandboxProblem(executable, machine = thisMachine) {
  if (machine.hasHelper(executable)) return undefined;
  const said = machine.tryNamespace();
  if (said === undefined) return undefined;
  const need = 'This user may not make user namespaces, which the sandbox of the window needs';
  const found = bans.filter(({ name, forbids }) => machine.setting(name) === forbids);
  if (found.length === 0)
    return `${need}: unshare says "${said}". Something around this system forbids them; for a Docker container start it with --security-opt seccomp=unconfined.`;
  const what = found.map(({ name, forbids }) => `${name} is ${forbids}`).join(', ');
  const commands = found.map(({ name, allows }) => `    sudo sysctl ${name}=${allows}\n`).join('');
  return `${need} (${what}). Type:\n\n${commands}\nIt holds for all programs until the system starts anew. Then try again.`;
}
