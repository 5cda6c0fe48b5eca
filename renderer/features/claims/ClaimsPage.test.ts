import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { ClaimSource } from '@core/claims/claim-types';
import { judgeClaims } from '@core/claims/judge-claims';
import { syntheticMachine, syntheticSource } from '@core/testing/synthetic-sources';
import { i18n } from '../../i18n';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import type { FakeAnswers } from '../../testing/fake-lab';
import ClaimsPage from './ClaimsPage.vue';

let page: VueWrapper | undefined;

async function open(answers: FakeAnswers) {
  const lab = installFakeLab(answers);
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  });
  page = mount(ClaimsPage, { global: { plugins: [createPinia(), i18n, router] }, attachTo: document.body });
  await flushPromises();
  return { lab, page };
}

function judging(...sources: readonly ClaimSource[]): FakeAnswers {
  return { 'claims.read': () => answer(judgeClaims(sources, syntheticMachine)) };
}

const eggs = syntheticSource('eggs-and-toast', { 'first-course/async/sync': 'faster' }, { warnings: 2 });
const computing = syntheticSource('async-is-not-parallel', { 'computing/together/loop': 'no-difference' });

function button(on: VueWrapper, name: string) {
  const found = on.findAll('button').find((one) => one.text().startsWith(name));
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

/** The card of a statement. */
function card(on: VueWrapper, number: number) {
  const found = on.findAll('article').find((one) => one.get('h2').text().startsWith(`${number}. `));
  if (!found) throw new Error(`There is no statement ${number}.`);
  return found;
}

describe('the Claims page', () => {
  afterEach(() => {
    page?.unmount();
    page = undefined;
  });

  it('shows every statement with its verdict and the reason in numbers', async () => {
    const { page: on } = await open(judging(eggs, computing));
    expect(on.findAll('article')).toHaveLength(19);
    expect(card(on, 2).text()).toContain('supported');
    expect(card(on, 2).text()).toMatch(/2\.00x faster .* \[1\.82, 2\.22\], n.=.9/);
    expect(card(on, 7).text()).toContain('not supported');
    expect(card(on, 8).text()).toContain('Not tested on this machine yet.');
  });

  it('opens to the evidence with links to the run and to what is missing', async () => {
    const { page: on } = await open(judging(eggs));
    const statement = card(on, 1);
    const toggle = statement.get('button');
    expect(toggle.attributes('aria-expanded')).toBe('false');
    await toggle.trigger('click');
    expect(toggle.attributes('aria-expanded')).toBe('true');
    const links = statement.findAll('a').map((one) => one.attributes('href'));
    expect(links).toEqual(['/guide?tab=source&at=1', `/notebook/${eggs.id}`, '/experiments/waiting-for-io']);
    expect(statement.text()).toContain('Speaks for it if');
    expect(statement.text()).toContain('2 warnings');
    expect(statement.text()).toContain('What theory says');
  });

  it('shows only the statements of one verdict on demand', async () => {
    const { page: on } = await open(judging(eggs, computing));
    const supported = button(on, '4 supported');
    await supported.trigger('click');
    expect(supported.attributes('aria-pressed')).toBe('true');
    expect(on.findAll('article').map((one) => one.get('h2').text().split('.')[0])).toEqual(['1', '2', '4', '11']);
    await button(on, 'All 19').trigger('click');
    expect(on.findAll('article')).toHaveLength(19);
  });

  it('says what will appear before anything was run, and offers the first experiment', async () => {
    const { page: on } = await open(judging());
    expect(on.text()).toContain('No statement has been tested here yet');
    expect(on.text()).toContain('Go to “Eggs and toast”');
    expect(on.findAll('article')).toHaveLength(19);
  });

  it('judges anew when records change', async () => {
    let sources: readonly ClaimSource[] = [];
    const { lab, page: on } = await open({ 'claims.read': () => answer(judgeClaims(sources, syntheticMachine)) });
    sources = [eggs];
    lab.emit('records.changed', undefined);
    await flushPromises();
    expect(card(on, 2).text()).toContain('supported');
  });

  it('says what was left out, and why the ledger could not be read', async () => {
    const other = { ...eggs, machine: { ...syntheticMachine, cpuModel: 'Other CPU' } };
    const { page: on } = await open(judging(other, { ...eggs, isCompleted: false }));
    expect(on.text()).toContain('Left out: 1 record of another machine. Left out: 1 run that did not complete.');
    page?.unmount();
    const failed = await open({ 'claims.read': () => refusal('internal', 'The folder cannot be read.') });
    expect(failed.page.text()).toContain('The folder cannot be read.');
    expect(button(failed.page, 'Save PDF …').attributes('disabled')).toBeDefined();
  });
});
