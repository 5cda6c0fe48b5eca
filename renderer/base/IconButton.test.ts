import { Pause } from '@lucide/vue';
import { mount } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { describe, expect, it, vi } from 'vitest';
import { h } from 'vue';
import IconButton from './IconButton.vue';

function button(props: Readonly<Record<string, unknown>> = {}) {
  const content = (): unknown => h(IconButton, { label: 'Pause', icon: Pause, ...props });
  return mount(TooltipProvider, { slots: { default: content } }).get('button');
}

describe('IconButton', () => {
  it('hands its click on, once', async () => {
    const onClick = vi.fn();
    await button({ onClick }).trigger('click');
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('has its label as its name, and a pressed state only if it is a toggle', () => {
    expect(button().attributes('aria-label')).toBe('Pause');
    expect(button().attributes('aria-pressed')).toBeUndefined();
    expect(button({ pressed: false }).attributes('aria-pressed')).toBe('false');
    expect(button({ pressed: true }).attributes('aria-pressed')).toBe('true');
  });
});
