import type { Component } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import type { RouteComponent, Router, RouteRecordRaw } from 'vue-router';
import { pages } from '@core/app/pages';
import type { PageId } from '@core/app/pages';
import { defaultSettings } from '@core/ipc/settings';
import { capitalised } from '@core/texts/format';
import ExperimentsPage from './features/experiments/ExperimentsPage.vue';
import NotFoundPage from './shell/NotFoundPage.vue';
import { useRecordsStore } from './stores/records';
import { useSettingsStore } from './stores/settings';

/** The pages in files; the first one is there at once, the others are read when they are opened. */
const pageFiles = import.meta.glob<Component>(
  ['./features/*/*Page.vue', '!./features/experiments/ExperimentsPage.vue'],
  { import: 'default' },
);

/** @throws Error for a page of the table that has no file */
function componentOf(id: PageId): RouteComponent | (() => Promise<Component>) {
  if (id === 'experiments') return ExperimentsPage;
  const name = `/${capitalised(id)}Page.vue`;
  const file = Object.entries(pageFiles).find(([path]) => path.endsWith(name));
  if (!file) throw new Error(`There is no renderer/features/…${name} for the page "${id}".`);
  return file[1];
}

/** One for each page of the table; its name is the page's id. */
export const routes: readonly RouteRecordRaw[] = [
  { path: '/', redirect: defaultSettings.lastPage },
  ...pages.map(({ id, path }) => ({ path, name: id, component: componentOf(id), props: true })),
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
  return records.summaries?.length === 0 && records.reading === null;
}

const rememberedPath = /^\/[a-z0-9/-]{0,199}$/i;

/** Stores every page that is opened, so that the next start begins there; the welcome page comes once. */
export function rememberPages(router: Router): void {
  const settings = useSettingsStore();
  router.afterEach((to, _from, failure) => {
    const isNews =
      !failure && !['not-found', 'welcome'].includes(String(to.name)) && to.path !== settings.settings.lastPage;
    // A record that is called by the name of its file has a path that is not remembered: its list is.
    const path = rememberedPath.test(to.path) ? to.path : '/notebook';
    if (isNews) void settings.change({ lastPage: path });
  });
}
