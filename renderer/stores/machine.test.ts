import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it, vi } from 'vitest';
import { useMachineStore } from './machine';

const call = vi.hoisted(() => vi.fn<(name: string) => Promise<unknown>>());
vi.mock('../lab-client', async (original) => ({ ...(await original<object>()), call }));

beforeEach(() => {
  setActivePinia(createPinia());
  call.mockReset();
});

it('asks main once, however many ask before it has answered', async () => {
  call.mockResolvedValue({ appVersion: '0.1.0' });
  const machine = useMachineStore();
  await Promise.all([machine.load(), machine.load(), machine.load()]);
  await machine.load();
  expect(call).toHaveBeenCalledOnce();
});

it('asks again after a failure', async () => {
  call.mockRejectedValueOnce(new Error('gone')).mockResolvedValue({ appVersion: '0.1.0' });
  const machine = useMachineStore();
  await machine.load();
  expect(machine.error).toBeDefined();
  await machine.load();
  expect(machine.error).toBeUndefined();
  expect(call).toHaveBeenCalledTimes(2);
});

it('asks for Pythons only when somebody wants them, once, and anew when asked to look again', async () => {
  call.mockResolvedValue({ usable: [], problems: [] });
  const machine = useMachineStore();
  await machine.load();
  expect(call.mock.calls.map(([name]) => name)).toEqual(['machine.describe']);
  await Promise.all([machine.loadPythons(), machine.loadPythons()]);
  await machine.loadPythons();
  await machine.lookAgain();
  expect(call.mock.calls.map(([name]) => name)).toEqual(['machine.describe', 'machine.pythons', 'machine.pythons']);
});

it('knows none where they could not be asked for, and asks again', async () => {
  call.mockRejectedValueOnce(new Error('gone')).mockResolvedValue({ usable: [], problems: [] });
  const machine = useMachineStore();
  await machine.loadPythons();
  expect(machine.pythons).toBeNull();
  await machine.loadPythons();
  expect(machine.pythons).toEqual({ usable: [], problems: [] });
});
