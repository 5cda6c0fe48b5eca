import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { typicalRound } from '@core/analysis/typical-round';
import type { RunRecord } from '@core/record/record';
import { syntheticCrowdRecord } from '@core/testing/synthetic-crowd';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { i18n } from '../../../i18n';
import { installFakeLab } from '../../../testing/fake-lab';
import KitchenFigure from '../kitchen/KitchenFigure.vue';
import RecordReplay from './RecordReplay.vue';

const mounted: { unmount: () => void }[] = [];

async function show(record: RunRecord) {
  installFakeLab();
  const replay = mount(RecordReplay, {
    props: { record, wages: [] },
    global: { plugins: [createPinia(), i18n], stubs: { IconButton: { props: ['label'], template: plainButton } } },
    attachTo: document.body,
  });
  mounted.push(replay);
  await vi.waitFor(() => expect(replay.find('rect.stop').exists()).toBe(true), { timeout: 20_000 });
  const slider = replay.find<HTMLInputElement>('input[type="range"]');
  const press = async (key: string) => slider.trigger('keydown', { key });
  const choose = async (condition: string) => replay.find('select').setValue(condition);
  return { replay, slider, press, choose };
}

/** Tooltips need a provider and a layout; a name and a click are what counts. */
const plainButton = '<button :aria-label="label"><slot /></button>';

afterEach(() => {
  for (const one of mounted.splice(0)) one.unmount();
  vi.unstubAllGlobals();
});

// Slow machines are no failure: what is waited for is a page, not a time.
describe('RecordReplay', { timeout: 30_000 }, () => {
  it('steps through every recorded change of a condition and says what changes', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const { replay, slider, press, choose } = await show(record);
    await choose('threads');
    const typical = typicalRound(record, record.definition, 'first-course')?.round;
    const cell = record.cells.find(
      (one) => one.round === typical && one.part === 'first-course' && one.condition === 'threads',
    );
    const starts = new Set(cell?.workers.flatMap(({ spans }) => spans.map(({ startNs }) => startNs - cell.startNs)));
    const seen = new Map<number, string>();
    for (let step = 0; step < 100 && !seen.has(Number(slider.element.value)); step++) {
      seen.set(Number(slider.element.value), replay.find('.now').text());
      await press('PageDown');
    }
    for (const start of starts) expect(seen.get(start)).toMatch(/ is (idle|messaging|blocked|busy)/);
    expect([...seen.values()].some((words) => words.includes('Eggs is served'))).toBe(true);
    expect(Number(slider.element.value)).toBe((cell?.endNs ?? 0) - (cell?.startNs ?? 0));
  });

  it('shows the same moment in timeline, kitchen and slider', async () => {
    const { replay, slider, press } = await show(syntheticRecord({ rounds: 7 }));
    for (let step = 0; step < 10; step++) await press('ArrowRight');
    const [time] = (slider.attributes('aria-valuetext') ?? '').split(' of ');
    expect(time).toMatch(/^\d+\.\d{3} ms$/);
    expect(replay.find('.pill-text').text()).toBe(time);
    expect(replay.find('.scene .time').text()).toBe(time);
    await press('Home');
    expect(replay.find('.pill-text').text()).toBe('0.000 ms');
  });

  it('draws 64 workers, in neutral words where the experiment is no kitchen', async () => {
    const { replay } = await show(syntheticCrowdRecord({ workers: 64, kind: 'processes', tasks: 500 }));
    expect(replay.findAllComponents(KitchenFigure)).toHaveLength(64);
    expect(replay.text()).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|tickets|kitchen|served)\b/i);
    expect(replay.text()).toContain('The run, replayed');
    expect(replay.text()).not.toMatch(/[{}]|NaN|undefined|results\./);
  });

  it('does not play under reduced motion, and says how to see the moments', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('reduce'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    const { replay, slider, press } = await show(syntheticRecord({ rounds: 7 }));
    expect(replay.find('[aria-label="Play"]').exists()).toBe(false);
    expect(replay.text()).toContain('nothing plays by itself');
    await press(' ');
    await press('ArrowRight');
    expect(Number(slider.element.value)).toBeGreaterThan(0);
  });
});
