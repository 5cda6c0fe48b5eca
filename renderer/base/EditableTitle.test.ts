import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import EditableTitle from './EditableTitle.vue';

async function edited() {
  const title = mount(EditableTitle, {
    props: { value: 'Old', label: 'New title' },
    slots: { default: '<a href="#">Old</a>' },
    attachTo: document.body,
  });
  await (title.vm as unknown as { edit: () => Promise<void> }).edit();
  const field = title.get('input');
  await field.setValue('New');
  return { title, field };
}

describe('EditableTitle', () => {
  it('shows its content until it is edited', async () => {
    const title = mount(EditableTitle, { props: { value: 'Old', label: 'x' }, slots: { default: '<a>Old</a>' } });
    expect(title.find('a').exists()).toBe(true);
    expect(title.find('input').exists()).toBe(false);
  });

  it('keeps on Enter, once, although the field also loses the focus', async () => {
    const { title, field } = await edited();
    await field.trigger('keydown', { key: 'Enter' });
    field.element.dispatchEvent(new FocusEvent('blur'));
    expect(title.emitted('change')).toEqual([['New']]);
    expect(title.find('input').exists()).toBe(false);
  });

  it('discards on Escape', async () => {
    const { title, field } = await edited();
    await field.trigger('keydown', { key: 'Escape' });
    field.element.dispatchEvent(new FocusEvent('blur'));
    expect(title.emitted('change')).toBeUndefined();
    expect(title.emitted('done')).toHaveLength(1);
  });

  it('keeps when the field is left', async () => {
    const { title, field } = await edited();
    await field.trigger('blur');
    expect(title.emitted('change')).toEqual([['New']]);
  });
});
