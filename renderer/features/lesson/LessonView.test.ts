import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { createRouter, createMemoryHistory } from 'vue-router';
import { askedAsNumbers } from '@core/testing/asked-as-numbers';
import { eggsAndToast as asked } from '@core/experiments/eggs-and-toast/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { i18n } from '../../i18n';
import { answer, installFakeLab } from '../../testing/fake-lab';
import { recordSummary } from '../../testing/samples';
import LessonView from './LessonView.vue';

/** Asked for a time of each condition: the kinds of forecasts have tests of their own. */
const eggsAndToast = askedAsNumbers(asked);

const record = syntheticRecord({ rounds: 7 });
let view: VueWrapper | undefined;

function open() {
  const lab = installFakeLab({
    'runs.start': () => answer({ id: record.id }),
    'runs.cancel': () => answer(undefined),
    'records.open': () => answer({ text: JSON.stringify(record), analysis: analyse(record) }),
    'records.annotate': () => answer(recordSummary({ id: record.id })),
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  });
  view = mount(LessonView, {
    props: { experiment: eggsAndToast },
    // Charts need a canvas; they are tested as configurations and looked at in the real app.
    global: { plugins: [createPinia(), i18n, router], stubs: { InstrumentPane: true, RecordFigure: true } },
    attachTo: document.body,
  });
  return { lab, page: view };
}

function button(page: VueWrapper, name: string) {
  const found = page.findAll('button').find((one) => one.text().includes(name));
  if (!found)
    throw new Error(
      `There is no button "${name}". There is: ${page
        .findAll('button')
        .map((one) => one.text())
        .join(', ')}`,
    );
  return found;
}

async function goTo(page: VueWrapper, ...names: string[]): Promise<void> {
  for (const name of names) {
    await button(page, name).trigger('click');
    await flushPromises();
  }
}

afterEach(() => view?.unmount());

describe('LessonView', () => {
  it('leads through all six steps by its buttons', async () => {
    const { lab, page } = open();
    await page
      .findAll('button')
      .find((one) => one.classes('primary'))
      ?.trigger('click');
    for (const slider of page.findAll('input[type="range"]')) await slider.setValue('300');
    expect(button(page, 'Go to the run').attributes('disabled')).toBeDefined();
    await page.get('textarea').setValue('Waits overlap.');
    await goTo(page, 'Go to the run');
    await button(page, 'Run').trigger('click');
    await page.findAll('button.primary').at(-1)?.trigger('click');
    await flushPromises();
    expect(lab.made.filter(({ name }) => name === 'runs.start')).toHaveLength(1);

    lab.emit('runs.changed', {
      phase: 'ended',
      id: record.id,
      experiment: 'eggs-and-toast',
      outcome: { status: 'completed' },
    });
    await flushPromises();
    expect(page.get('h2').text()).toBe('What do you see?');
    expect(page.text()).not.toContain('blocked for');
    expect(button(page, 'Show the explanation').attributes('disabled')).toBeDefined();
    // The question comes first: it is not passed over, and choosing an option answers nothing yet.
    expect(page.find('textarea').exists()).toBe(false);
    await page.get('input[value="eggs"]').setValue(true);
    expect(page.text()).not.toContain('Not quite.');
    await goTo(page, 'Check');
    expect(page.text()).toContain('Not quite.');
    await page.get('input[value="cleaning"]').setValue(true);
    await goTo(page, 'Check');
    expect(page.text()).toContain('Your first answer: Eggs');
    await page.get('textarea').setValue('Async is as fast as three cooks.');
    await goTo(page, 'Show the explanation');

    // One finding at a time; the nine comparisons are folded away.
    expect(page.findAll('details details')).toHaveLength(9);
    expect(page.text()).toContain('Finding 1 of 3');
    await goTo(page, 'Next', 'Next');
    expect(page.text()).toContain('Finding 3 of 3');
    expect(page.findAll('button').some((one) => one.text().includes('A new situation'))).toBe(false);
    await goTo(page, 'Next');
    expect(page.text()).toMatch(/Async served everything in 30\d ms \[/);
    expect(page.text()).not.toContain('A blocked thread reads no message');
    await goTo(page, 'Show our answer without writing');
    expect(page.text()).toContain('A blocked thread reads no message');
    await goTo(page, 'A new situation');

    await page.get('input[value="async-function"]').setValue(true);
    expect(page.text()).not.toContain('Not quite.');
    await goTo(page, 'Check');
    expect(page.text()).toContain('Not quite.');
    await page.get('input[value="workers"]').setValue(true);
    await goTo(page, 'Check');
    expect(page.text()).toContain('Yes.');
    expect(page.text()).not.toContain('You have finished this lesson');
    await page.get('input[value="fewer-threads"]').setValue(true);
    await page
      .findAll('button')
      .filter((one) => one.text() === 'Check')[1]
      ?.trigger('click');
    await flushPromises();
    expect(page.text()).toContain('You have finished this lesson');
    expect(button(page, 'Next lesson: ').text()).toContain('Waiting for I/O');
    expect(lab.made.filter(({ name }) => name === 'records.annotate').at(-1)?.input).toMatchObject({
      answers: {
        observed: { first: 'eggs', last: 'cleaning', outcome: 'wrong' },
        observation: 'Async is as fast as three cooks.',
        transfers: {
          'photo-service': { first: 'async-function', last: 'workers' },
          'chat-server': { first: 'fewer-threads', last: 'fewer-threads' },
        },
      },
    });
  });

  it('shows unset predictions as unset and does not anchor them', async () => {
    const { page } = open();
    await page
      .findAll('button')
      .find((one) => one.classes('primary'))
      ?.trigger('click');
    const sliders = page.findAll('input[type="range"]');
    expect(sliders).toHaveLength(8);
    for (const slider of sliders) expect(slider.attributes('aria-valuetext')).toBe('not set');
    for (const field of page.findAll<HTMLInputElement>('input[type="number"]')) expect(field.element.value).toBe('');
    expect(page.get('[role="status"]').text()).toBe('Still to set: 8');
    await page.get('input[type="number"]').setValue('300');
    expect(page.get('[role="status"]').text()).toBe('Still to set: 7');
    expect(sliders[0]?.attributes('aria-valuetext')).toBe('300 ms');
  });

  it('says what is wrong with a total that cannot be', async () => {
    const { page } = open();
    await page
      .findAll('button')
      .find((one) => one.classes('primary'))
      ?.trigger('click');
    await page.get('input[type="number"]').setValue('0');
    expect(page.get('[role="alert"]').text()).toBe('From 1 to 60000 ms.');
    expect(page.get('[role="status"]').text()).toBe('Still to set: 8');
  });

  it('moves the focus to the heading of the step', async () => {
    const { page } = open();
    await page
      .findAll('button')
      .find((one) => one.classes('primary'))
      ?.trigger('click');
    await flushPromises();
    expect(document.activeElement?.textContent).toBe('What do you expect?');
    expect(page.get('[aria-current="step"]').text()).toContain('Predict');
  });

  it('shows progress in words and asks main to cancel', async () => {
    const { lab, page } = open();
    lab.emit('runs.changed', {
      phase: 'running',
      id: record.id,
      plan: record.plan,
      progress: {
        phase: 'measuring',
        done: 31,
        planned: 80,
        round: 3,
        rounds: 7,
        part: 'doughs',
        condition: 'threads',
      },
      elapsedSeconds: 11,
      remainingSeconds: 17,
    });
    await flushPromises();
    expect(page.text()).toContain('Measuring');
    expect(page.text()).toContain('31 of 80');
    expect(page.text()).toContain('Round 3 of 7');
    expect(page.text()).toContain('Now: Second course, Hired cooks, threads');
    expect(page.get('progress').attributes()).toMatchObject({ max: '80', value: '31' });
    await goTo(page, 'Cancel the run');
    expect(lab.made).toContainEqual({ name: 'runs.cancel', input: { id: record.id } });
  });
});
