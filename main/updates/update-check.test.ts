import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '@core/ipc/envelope';
import { createUpdateCheck } from './update-check';
import type { UpdateCheckParts } from './update-check';

let server: Server;
let address: URL;
let asked: number;
/** Null: the server says nothing. */
let said: string | null;

beforeEach(async () => {
  [asked, said] = [0, 'version: 1.1.0'];
  server = createServer((_question, response) => {
    asked += 1;
    if (said !== null) response.end(said);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.yml`);
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function check(parts: Partial<UpdateCheckParts> = {}) {
  const open = vi.fn(() => Promise.resolve());
  const addresses = { host: address.host, page: 'https://lab.example/releases', description: address };
  const whole = { addresses, own: '1.0.0', isOn: () => true, mayAsk: () => undefined, open, ...parts };
  return { updates: createUpdateCheck(whole), open };
}

describe('the look for a new version', () => {
  it('asks when it is told to, and not before', async () => {
    const { updates } = check();
    expect(updates.source()).toEqual({ host: address.host, page: 'https://lab.example/releases' });
    expect(asked).toBe(0);
    expect(await updates.ask()).toMatchObject({ relation: 'newer', version: '1.1.0', own: '1.0.0' });
    expect(asked).toBe(1);
    await updates.ask();
    expect(asked).toBe(2);
  });

  it('asks nobody while it is switched off', async () => {
    const { updates } = check({ isOn: () => false });
    await expect(updates.ask()).rejects.toMatchObject({ code: 'updates-off' });
    expect(asked).toBe(0);
  });

  it('asks nobody while something is measured', async () => {
    const refusal = new LabError('run-active', 'A run is being measured.');
    const mayAsk = (): never => {
      throw refusal;
    };
    await expect(check({ mayAsk }).updates.ask()).rejects.toBe(refusal);
    expect(asked).toBe(0);
  });

  it('asks nobody, and opens nothing, where the build names no release page', async () => {
    const { updates, open } = check({ addresses: null });
    expect(updates.source()).toBeNull();
    await expect(updates.ask()).rejects.toMatchObject({ code: 'no-release-page' });
    await expect(updates.openPage()).rejects.toMatchObject({ code: 'no-release-page' });
    expect(open).not.toHaveBeenCalled();
  });

  it('is one question for all who ask at the same time', async () => {
    const { updates } = check();
    const answers = await Promise.all([updates.ask(), updates.ask(), updates.ask()]);
    expect(answers.map(({ version }) => version)).toEqual(['1.1.0', '1.1.0', '1.1.0']);
    expect(asked).toBe(1);
  });

  it('is over when a run begins, and can be asked anew', async () => {
    said = null;
    const { updates } = check();
    const asking = updates.ask();
    await vi.waitFor(() => expect(asked).toBe(1));
    updates.stop('A run begins.');
    await expect(asking).rejects.toMatchObject({ code: 'release-unknown', message: 'A run begins.' });
    said = 'version: 1.0.0';
    expect(await updates.ask()).toMatchObject({ relation: 'same' });
  });

  it('opens the one page of the build, and names it where there is no browser', async () => {
    const { updates, open } = check();
    await updates.openPage();
    expect(open.mock.calls).toEqual([['https://lab.example/releases']]);
    open.mockRejectedValue(new Error('no browser'));
    await expect(updates.openPage()).rejects.toThrow('https://lab.example/releases');
    expect(asked).toBe(0);
  });
});
