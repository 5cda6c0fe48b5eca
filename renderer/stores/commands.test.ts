import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useCommandsStore } from './commands';

describe('commands store', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('says so when nothing on screen can carry a command out', async () => {
    const commands = useCommandsStore();
    expect(commands.canRun('run')).toBe(false);
    await expect(commands.run('run')).resolves.toBe(false);
  });

  it('asks the page on screen until it is left', async () => {
    const commands = useCommandsStore();
    const page = effectScope();
    const run = vi.fn();
    page.run(() => commands.provide('save-pdf', { run }));
    await expect(commands.run('save-pdf')).resolves.toBe(true);
    page.stop();
    await expect(commands.run('save-pdf')).resolves.toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('respects that a page cannot right now', async () => {
    const commands = useCommandsStore();
    const run = vi.fn();
    let isReady = false;
    commands.provide('run', { run, isEnabled: () => isReady });
    await commands.run('run');
    expect(run).not.toHaveBeenCalled();
    isReady = true;
    await commands.run('run');
    expect(run).toHaveBeenCalledTimes(1);
  });
});
