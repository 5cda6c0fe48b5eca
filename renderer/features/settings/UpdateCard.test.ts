import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import type { FoundRelease, ReleaseSource } from '@core/ipc/updates';
import { i18n } from '../../i18n';
import { useSettingsStore } from '../../stores/settings';
import { useUpdatesStore } from '../../stores/updates';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import type { FakeAnswers, FakeLab } from '../../testing/fake-lab';
import UpdateCard from './UpdateCard.vue';

const source: ReleaseSource = { host: 'lab.example', page: 'https://lab.example/releases' };
const found: FoundRelease = {
  version: '1.1.0-rc.1',
  own: '1.0.0',
  relation: 'newer',
  isCandidate: true,
  date: '2027-01-31',
  notes: 'One <b>more</b> lesson.\nMended.',
};

let lab: FakeLab;
let pinia: ReturnType<typeof createPinia>;
beforeEach(() => {
  pinia = createPinia();
  setActivePinia(pinia);
});

async function open(isAllowed: boolean, answers: FakeAnswers = {}): Promise<VueWrapper> {
  lab = installFakeLab({
    'updates.source': () => answer(source),
    'updates.ask': () => answer(found),
    'updates.openPage': () => answer(undefined),
    'settings.read': () => answer({ ...defaultSettings, lookForVersions: isAllowed }),
    'settings.change': (part) => answer({ ...defaultSettings, ...part } as Settings),
    ...answers,
  });
  await useSettingsStore().load();
  const card = mount(UpdateCard, { global: { plugins: [pinia, i18n] }, attachTo: document.body });
  await flushPromises();
  return card;
}
const asked = (): number => lab.made.filter(({ name }) => name === 'updates.ask').length;
const button = (card: VueWrapper, name: string) => card.findAll('button').find((one) => one.text() === name);

describe('the card of new versions', () => {
  it('offers the page alone while looking is not allowed, and shows no older answer then', async () => {
    const card = await open(true);
    await button(card, 'Look now')?.trigger('click');
    await flushPromises();
    expect(card.get('[role=status]').text()).not.toBe('');
    await card.get('[role=switch]').trigger('click');
    await flushPromises();
    expect(lab.made.at(-1)).toEqual({ name: 'settings.change', input: { lookForVersions: false } });
    expect(button(card, 'Look now')).toBeUndefined();
    expect(card.get('[role=status]').text()).toBe('');
    await button(card, 'Open the release page')?.trigger('click');
    expect(lab.made.at(-1)?.name).toBe('updates.openPage');
    expect(asked()).toBe(1);
  });

  it('asks at a click, says what was found, and shows notes as they are', async () => {
    const card = await open(true);
    expect(asked()).toBe(0);
    await button(card, 'Look now')?.trigger('click');
    await flushPromises();
    expect(asked()).toBe(1);
    const text = card.get('[role=status]').text();
    for (const part of ['a newer version: 1.1.0-rc.1. You have 1.0.0.', 'on 2027-01-31', 'candidate', '<b>more</b>'])
      expect(text).toContain(part);
  });

  it.each([
    ['same', 'You have the newest version'],
    ['older', 'which is older'],
  ] as const)('offers nothing to get where the version is %s', async (relation, words) => {
    const card = await open(true, { 'updates.ask': () => answer({ ...found, relation }) });
    await button(card, 'Look now')?.trigger('click');
    await flushPromises();
    expect(card.get('[role=status]').text()).toContain(words);
    expect(card.get('[role=status]').text()).not.toMatch(/release page, in the form|lesson/);
  });

  it('says why nothing was found, and asks anew', async () => {
    let reply: () => ReturnType<NonNullable<FakeAnswers['updates.ask']>> = () =>
      refusal('release-unknown', 'No way to lab.example was found (ENOTFOUND).');
    const card = await open(true, { 'updates.ask': () => reply() });
    await button(card, 'Look now')?.trigger('click');
    await flushPromises();
    expect(card.get('[role=status]').text()).toBe('No way to lab.example was found (ENOTFOUND).');
    reply = () => answer(found);
    await button(card, 'Look now')?.trigger('click');
    await flushPromises();
    expect(card.get('[role=status]').text()).toContain('1.1.0-rc.1');
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('is taken up from the menu: where looking is allowed (%s) it asks', async (isAllowed, times) => {
    useUpdatesStore().isWanted = true;
    const card = await open(isAllowed);
    expect(asked()).toBe(times);
    expect(document.activeElement).toBe(card.element);
    expect(useUpdatesStore().isWanted).toBe(false);
    useUpdatesStore().isWanted = true;
    await flushPromises();
    expect(asked()).toBe(2 * times);
  });

  it('has nothing to press where the build names no release page', async () => {
    const card = await open(true, { 'updates.source': () => answer(null) });
    expect(card.text()).toContain('This build names no release page');
    expect(card.findAll('button')).toEqual([]);
    useUpdatesStore().isWanted = true;
    await flushPromises();
    expect(asked()).toBe(0);
  });
});
