import { useRouter } from 'vue-router';
import { useUpdatesStore } from '../stores/updates';

/** Goes where a new version is looked for; its card asks, if that is allowed. */
export function useLookForVersions(): () => Promise<void> {
  const router = useRouter();
  const updates = useUpdatesStore();
  return async () => {
    updates.isWanted = true;
    await router.push('/settings');
  };
}
