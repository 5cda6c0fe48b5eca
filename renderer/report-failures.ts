import type { App } from 'vue';
import { useToastsStore } from './stores/toasts';

/** Nothing fails silently: what no one else handled is shown and stays in the console for a bug report. */
export function reportFailures(app: App): void {
  const report = (error: unknown): void => {
    console.error(error);
    useToastsStore().fail(error);
  };
  app.config.errorHandler = report;
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
}
