import { useMonitorStore } from './features/monitor/monitor-store';
import { useNoticesStore } from './stores/notices';
import { useRecordsStore } from './stores/records';
import { useRunsStore } from './stores/runs';
import { useSettingsStore } from './stores/settings';
import { useToastsStore } from './stores/toasts';

/**
 * Subscribes the stores and asks main for what they start with. Waits for the settings alone, which decide theme and
 * first page: the rest arrives while the page is already there. What cannot be read is shown, and the window opens.
 */
export async function connectStores(): Promise<void> {
  const toasts = useToastsStore();
  const report = (error: unknown): void => toasts.fail(error);
  useRunsStore().load().catch(report);
  useNoticesStore().load().catch(report);
  void useRecordsStore().load();
  void useMonitorStore().connect();
  await useSettingsStore().load().catch(report);
}
