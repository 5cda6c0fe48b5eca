import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import type { Router } from 'vue-router';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { listed } from '@core/ipc/payloads';
import type { RecordSummary } from '@core/ipc/payloads';
import { openLastPage, rememberPages, routes } from './router';
import { useSettingsStore } from './stores/settings';
import { answer, installFakeLab } from './testing/fake-lab';
import type { FakeLab } from './testing/fake-lab';
import { recordSummary } from './testing/samples';

/** The routes with pages that need nothing. */
function plainRouter(): Router {
  const component = { template: '<p />' };
  const plain = routes.map(({ path, name = '' }) => ({ path, name: name || path, component }));
  return createRouter({ history: createMemoryHistory(), routes: plain });
}

describe('the first page', () => {
  let lab: FakeLab;
  beforeEach(() => setActivePinia(createPinia()));

  async function start(settings: Partial<Settings>, records: readonly RecordSummary[], hash = ''): Promise<Router> {
    const stored = { ...defaultSettings, ...settings };
    lab = installFakeLab({
      'settings.read': () => answer(stored),
      'settings.change': () => answer(stored),
      'records.list': () => answer(listed({ rows: records, reading: null })),
    });
    await useSettingsStore().load();
    const router = plainRouter();
    if (hash) await router.push(hash.slice(1));
    await openLastPage(router, hash);
    return router;
  }
  const at = (router: Router): string => router.currentRoute.value.path;

  it('welcomes a newcomer', async () => {
    expect(at(await start({}, []))).toBe('/welcome');
  });

  it('welcomes nobody twice, nor anybody who has a record', async () => {
    expect(at(await start({ welcome: 'skipped', lastPage: '/notebook' }, []))).toBe('/notebook');
    expect(lab.made.map(({ name }) => name)).not.toContain('records.list');
    expect(at(await start({}, [recordSummary()]))).toBe('/experiments');
  });

  it('stays where a reload was', async () => {
    expect(at(await start({}, [], '#/monitor'))).toBe('/monitor');
  });

  it('does not come back to the welcome page by itself', async () => {
    const router = await start({ welcome: 'seen' }, []);
    rememberPages(router);
    await router.push('/welcome');
    await router.push('/workbench');
    const stored = lab.made.filter(({ name }) => name === 'settings.change').map(({ input }) => input);
    expect(stored).toEqual([{ lastPage: '/workbench' }]);
  });
});
