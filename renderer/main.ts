import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shared.css';
import './styles/controls.css';
import './styles/overlays.css';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import App from './App.vue';
import { connectStores } from './connect-stores';
import { servePageGuests } from './hosts/page-guests';
import { i18n } from './i18n';
import { paintMeanings } from './paint-meanings';
import { reportFailures } from './report-failures';
import { useRunsStore } from './stores/runs';
import { createLabRouter, openLastPage, rememberPages } from './router';

void start();

async function start(): Promise<void> {
  const givenHash = window.location.hash;
  paintMeanings();
  const router = createLabRouter();
  const app = createApp(App).use(createPinia()).use(i18n).use(router);
  reportFailures(app);
  // Drawings are not laid out anew when a font arrives, as text is.
  await Promise.all([connectStores(), fontsOrNot()]);
  const endGuests = servePageGuests();
  const runs = useRunsStore();
  watch(
    () => runs.isActive,
    (isActive) => {
      if (!isActive) endGuests();
    },
  );
  await openLastPage(router, givenHash);
  rememberPages(router);
  app.mount('#app');
}

/** The typefaces of the window's own files; a window without them is still a window. */
async function fontsOrNot(): Promise<void> {
  const { fonts } = document;
  await Promise.all([400, 550, 600].map((weight) => fonts.load(`${weight} 12px 'Inter Variable'`))).catch(() => []);
}
