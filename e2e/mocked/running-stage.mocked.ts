import type { RunState } from '@core/ipc/payloads';
import { glimpseOf } from '@core/analysis/cell-glimpse';
import { keptText } from '../guard/support/kept-records';
import { readRecord } from '../../workers/records/read';
import { emit } from './support/bridge';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

type Running = Extract<RunState, { phase: 'running' | 'stopping' }>;

/** A run of a kept record, as main would tell of it after its n-th cell. */
function runningAfter(name: string, n: number): Running {
  const { record } = readRecord(keptText(name));
  const cell = record.cells[n]!;
  return {
    phase: 'running',
    id: record.id,
    plan: record.plan,
    progress: {
      phase: 'measuring',
      done: n,
      planned: record.cells.length,
      round: cell.round,
      rounds: record.plan.rounds,
      part: cell.part,
      condition: cell.condition,
    },
    elapsedSeconds: 5,
    remainingSeconds: 20,
    finished: glimpseOf(cell),
  };
}

/** The same, with nothing new to be shown. */
function withoutCell(run: Running): Running {
  const { phase, id, plan, progress, elapsedSeconds, remainingSeconds } = run;
  return { phase, id, plan, progress, elapsedSeconds, remainingSeconds };
}

test('the stage shows the execution that was finished last, and stays while none is told', async ({ page, open }) => {
  const run = runningAfter('eggs-and-toast.quick', 12);
  await open('#/experiments/eggs-and-toast', { run });
  await emit(page, 'runs.changed', run);
  const stage = page.getByTestId('finished-cell');
  await expect(stage).toContainText(`round ${run.finished?.round}`);
  await expect(content(page).getByRole('img', { name: await stage.innerText() })).toBeVisible();
  const before = await stage.innerText();
  await emit(page, 'runs.changed', withoutCell(run));
  await expect(stage).toHaveText(before);
  const later = runningAfter('eggs-and-toast.quick', 40);
  await emit(page, 'runs.changed', later);
  await expect(stage).not.toHaveText(before);
  await expectGoodLooks(page, 'the running stage');
});

test('beside a run that measures frames stands the pulse instead', async ({ page, open }) => {
  const run = withoutCell(runningAfter('freeze-the-window.quick', 8));
  await open('#/experiments/freeze-the-window', { run });
  await emit(page, 'runs.changed', run);
  await expect(content(page).getByRole('region', { name: 'The pulse of this window' })).toBeVisible();
  await expect(page.getByTestId('finished-cell')).toHaveCount(0);
});
