import { createRouter, createWebHashHistory } from 'vue-router';
import type { Router, RouteRecordRaw } from 'vue-router';
import { defaultSettings } from '@core/ipc/settings';
import ExperimentsPage from './features/experiments/ExperimentsPage.vue';
import NotFoundPage from './shell/NotFoundPage.vue';
import { useRecordsStore } from './stores/records';
import { useSettingsStore } from './stores/settings';

/** `meta.title` is a text of the catalogue below `app.page`. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', redirect: defaultSettings.lastPage },
  {
    path: '/welcome',
    name: 'welcome',
    component: () => import('./features/welcome/WelcomePage.vue'),
    meta: { title: 'welcome' },
  },
  { path: '/experiments', name: 'experiments', component: ExperimentsPage, meta: { title: 'experiments' } },
  {
    path: '/experiments/:id',
    name: 'experiment',
    component: () => import('./features/lesson/ExperimentPage.vue'),
    props: true,
    meta: { title: 'experiment' },
  },
  {
    path: '/workbench',
    name: 'workbench',
    component: () => import('./features/workbench/WorkbenchPage.vue'),
    meta: { title: 'workbench' },
  },
  {
    path: '/monitor',
    name: 'monitor',
    component: () => import('./features/monitor/MonitorPage.vue'),
    meta: { title: 'monitor' },
  },
  {
    path: '/notebook',
    name: 'notebook',
    component: () => import('./features/notebook/NotebookPage.vue'),
    meta: { title: 'notebook' },
  },
  {
    path: '/notebook/:id',
    name: 'record',
    component: () => import('./features/record/RecordPage.vue'),
    props: true,
    meta: { title: 'record' },
  },
  {
    path: '/claims',
    name: 'claims',
    component: () => import('./features/claims/ClaimsPage.vue'),
    meta: { title: 'claims' },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./features/settings/SettingsPage.vue'),
    meta: { title: 'settings' },
  },
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
];

/** Hash history: the page is one file, whatever is shown on it. */
export function createLabRouter(): Router {
  return createRouter({ history: createWebHashHistory(), routes });
}

/**
 * Goes where the person was last, or welcomes a newcomer, unless the address said where to (a reload).
 * @param givenHash the address's hash before the router was installed: installing it goes to the first page by itself
 */
export async function openLastPage(router: Router, givenHash: string): Promise<void> {
  if (givenHash.length > 2) return;
  if (await isFirstStart()) {
    await router.replace('/welcome');
    return;
  }
  const { lastPage } = useSettingsStore().settings;
  const isKnown = router.resolve(lastPage).name !== 'not-found';
  await router.replace(isKnown ? lastPage : defaultSettings.lastPage);
}

/** True until the welcome page has been left once. Whoever has a record already needs no welcome. */
async function isFirstStart(): Promise<boolean> {
  if (useSettingsStore().settings.welcome !== undefined) return false;
  const records = useRecordsStore();
  await records.load();
  return records.summaries?.length === 0;
}

/** Stores every page that is opened, so that the next start begins there; the welcome page comes once. */
export function rememberPages(router: Router): void {
  const settings = useSettingsStore();
  router.afterEach((to, _from, failure) => {
    const isNews =
      !failure && !['not-found', 'welcome'].includes(String(to.name)) && to.path !== settings.settings.lastPage;
    if (isNews) void settings.change({ lastPage: to.path });
  });
}
