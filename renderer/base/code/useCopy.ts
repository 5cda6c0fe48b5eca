import { onScopeDispose, shallowRef } from 'vue';
import { useToastsStore } from '../../stores/toasts';

/** How long a button says that it has copied, in ms. */
const shownMs = 2_000;

/** Puts text on the clipboard; `isCopied` is true for a moment afterwards. What goes wrong is said as a toast. */
export function useCopy() {
  const isCopied = shallowRef(false);
  const toasts = useToastsStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  return { isCopied, copy };

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      toasts.fail(error);
      return;
    }
    isCopied.value = true;
    clearTimeout(timer);
    timer = setTimeout(() => (isCopied.value = false), shownMs);
  }
}
