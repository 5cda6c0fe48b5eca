import { useResizeObserver } from '@vueuse/core';
import type { ShallowRef } from 'vue';

/**
 * Keeps the token `--page-height` at the height that a page has on screen: the window without the notices above it. For
 * panes of a page that scroll on their own.
 */
export function usePageHeight(content: Readonly<ShallowRef<HTMLElement | null>>): void {
  useResizeObserver(content, () => {
    const height = content.value?.clientHeight ?? window.innerHeight;
    document.documentElement.style.setProperty('--page-height', `${height}px`);
  });
}
