import { nextTick, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { isPageId } from '@core/app/pages';

/**
 * After a change of page: the window's title names it, it is scrolled to its beginning, and the keyboard goes on there
 * instead of in the sidebar's past.
 */
export function usePageFocus(content: Readonly<ShallowRef<HTMLElement | null>>): void {
  const route = useRoute();
  const { t } = useI18n();
  watch(
    () => route.fullPath,
    async (_path, before) => {
      document.title = isPageId(route.name) ? `${t(`app.page.${route.name}`)} – ${t('app.name')}` : t('app.name');
      if (before === undefined) return;
      await nextTick();
      content.value?.scrollTo({ top: 0 });
      content.value?.focus({ preventScroll: true });
    },
    { immediate: true },
  );
}
