import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import type { RunOutcome } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { namesOf } from '@core/words/names';
import { runningState } from '../../testing/samples';
import RunEnding from '../run/RunEnding.vue';
import RunProgressPanel from '../run/RunProgressPanel.vue';

const texts = namesOf('eggs-and-toast');
type Ending = Exclude<RunOutcome, { status: 'completed' }>;

/** What a run that ended in the middle of round 1 says. */
function ending(outcome: Ending): string {
  const whole = syntheticRecord({ rounds: 7, outcome });
  const record = { ...whole, cells: whole.cells.slice(0, 13) };
  return mount(RunEnding, { props: { record, experiment: eggsAndToast, texts, outcome } }).text();
}

describe('RunEnding', () => {
  it.each([
    { status: 'cancelled' },
    { status: 'failed', reason: 'worker-crashed', message: 'exit code 134' },
    { status: 'interrupted', reason: 'app-crash', message: '' },
  ] satisfies Ending[])('says how much of the plan was executed: $status', (outcome) => {
    expect(ending(outcome)).toContain('13 of 80 executions, 0 of 7 rounds complete');
  });

  it('advises shorter dishes, fewer rounds or less other load where the time ran out', () => {
    const text = ending({ status: 'failed', reason: 'time-budget', message: '' });
    expect(text).toContain('shorter dishes or fewer rounds');
    expect(text).toContain('close other programs');
    expect(text).not.toContain('Quick');
  });
});

describe('RunProgressPanel', () => {
  const show = (phase: 'running' | 'stopping') =>
    mount(RunProgressPanel, { props: { run: { ...runningState, phase }, texts } });

  it('shows how far the run is while it goes on', () => {
    const text = show('running').text();
    expect(text).toContain('3 of 70 executions done');
    expect(text).toContain('left');
  });

  it('shows a run that is being stopped as stopped there, with nothing left to wait for', () => {
    const panel = show('stopping');
    expect(panel.text()).toContain('Stopped after 3 of 70 executions');
    expect(panel.text()).not.toMatch(/left|executions done/);
    expect(panel.get('progress').attributes()).toMatchObject({ max: '70', value: '3' });
  });
});
