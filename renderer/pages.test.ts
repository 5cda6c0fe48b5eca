import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { mainPages, pages } from '@core/app/pages';
import { listed } from '@core/ipc/payloads';
import { capitalised } from '@core/texts/format';
import { i18n } from './i18n';
import { routes } from './router';
import AppSidebar from './shell/AppSidebar.vue';
import { matchActions } from './shell/match-actions';
import type { PaletteAction } from './shell/match-actions';
import { usePaletteActions } from './shell/usePaletteActions';
import { useRecordsStore } from './stores/records';
import { answer, installFakeLab } from './testing/fake-lab';
import type { FakeLab } from './testing/fake-lab';
import { recordSummary } from './testing/samples';

const files = Object.keys(import.meta.glob('./features/**/*Page.vue')).map((path) => path.replace(/.*\//, ''));

describe('the table of pages', () => {
  it('has an entry for every page and a page for every entry', () => {
    expect(files.toSorted()).toEqual(pages.map(({ id }) => `${capitalised(id)}Page.vue`).toSorted());
    expect(routes.map(({ name }) => name)).toEqual(expect.arrayContaining(pages.map(({ id }) => id)));
  });
});

describe('what derives from it', () => {
  let lab: FakeLab;
  beforeEach(() => {
    setActivePinia(createPinia());
    lab = installFakeLab({
      'records.list': () => answer(listed({ rows: [recordSummary({ title: 'Not on battery' })], reading: null })),
      'records.savePdf': () => answer({}),
    });
  });

  function actions(): readonly PaletteAction[] {
    let found: readonly PaletteAction[] = [];
    const inside = defineComponent({
      setup() {
        const offered = usePaletteActions();
        return () => {
          found = offered.value;
          return null;
        };
      },
    });
    mount(inside, {
      global: { plugins: [i18n, createRouter({ history: createMemoryHistory(), routes: [...routes] })] },
    });
    return found;
  }

  it('is in the sidebar, with an icon and a link each', () => {
    const stubs = { LoadSparkline: true, PulseMeter: true };
    const router = createRouter({ history: createMemoryHistory(), routes: [...routes] });
    const links = mount(AppSidebar, { global: { plugins: [i18n, router], stubs } }).findAll('nav a');
    expect(links.map((link) => [link.attributes('href'), link.text()])).toEqual(
      mainPages.map(({ path, name }) => [path, name]),
    );
    for (const link of links) expect(link.find('svg').exists()).toBe(true);
  });

  it('is in the palette, pages of a record or an experiment aside', () => {
    const labels = actions().map(({ label }) => label);
    const open = pages.filter(({ path }) => !path.includes(':'));
    expect(open.length).toBeGreaterThan(mainPages.length);
    expect(labels).toEqual(expect.arrayContaining(open.map(({ name }) => `Go to ${name}`)));
    expect(labels.filter((label) => label.startsWith('Go to'))).toHaveLength(open.length);
  });

  it('finds what can be done with a record when it is named', async () => {
    await useRecordsStore().load();
    const offered = actions();
    const pdf = matchActions(offered, 'pdf battery');
    expect(pdf.map(({ label }) => label)).toEqual(['Save PDF of “Not on battery” …']);
    expect(matchActions(offered, '').map(({ label }) => label)).not.toContain('Save PDF of “Not on battery” …');
    await pdf[0]?.run();
    expect(lab.made.map(({ name }) => name)).toContain('records.savePdf');
  });
});
