import { describe, expect, it } from 'vitest';
import { sandboxProblem } from './sandbox.mjs';

/**
 * A machine whose kernel has these settings, and on which no namespace can be made.
 * @param {Readonly<Record<string, string>>} settings
 */
const forbidding = (settings) => ({
  hasHelper: () => false,
  setting: (/** @type {string} */ name) => settings[name],
  tryNamespace: () => 'unshare: unshare failed: Operation not permitted',
});

describe('a user who may make no namespaces', () => {
  it.each([
    [{ 'user.max_user_namespaces': '0' }, ['    sudo sysctl user.max_user_namespaces=10000']],
    [{ 'kernel.unprivileged_userns_clone': '0' }, ['    sudo sysctl kernel.unprivileged_userns_clone=1']],
    [
      { 'kernel.apparmor_restrict_unprivileged_userns': '1', 'user.max_user_namespaces': '96365' },
      ['    sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0'],
    ],
    [
      { 'user.max_user_namespaces': '0', 'kernel.unprivileged_userns_clone': '0' },
      ['    sudo sysctl user.max_user_namespaces=10000', '    sudo sysctl kernel.unprivileged_userns_clone=1'],
    ],
  ])('is told the command for what forbids them: %j', (settings, commands) => {
    const lines = sandboxProblem('/lab/electron', forbidding(settings))?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes('sudo'))).toEqual(commands);
  });

  it('is told what the system says where none of these does', () => {
    const said = sandboxProblem('/lab/electron', forbidding({ 'user.max_user_namespaces': '96365' }));
    expect(said).toContain('Operation not permitted');
    expect(said).not.toContain('sudo');
  });

  it('needs none where the helper of the sandbox belongs to root', () => {
    const machine = { ...forbidding({ 'user.max_user_namespaces': '0' }), hasHelper: () => true };
    expect(sandboxProblem('/lab/electron', machine)).toBeUndefined();
  });
});

it('where namespaces can be made, or it cannot be tried, nothing is said', () => {
  const machine = { ...forbidding({ 'user.max_user_namespaces': '0' }), tryNamespace: () => undefined };
  expect(sandboxProblem('/lab/electron', machine)).toBeUndefined();
});
