import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '@core/analysis/analysis';
import type { RunRecord } from '@core/record/record';
import { contextOf, recordsOfEveryExperiment } from '@core/testing/every-experiment';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { plainCell } from '@core/words/blocks';
import type { Block } from '@core/words/blocks';
import { resultSections } from '@core/words/sections';
import { i18n } from '../../../i18n';
import ChartFigure from '../../../figures/ChartFigure.vue';
import RecordReplay from '../replay/RecordReplay.vue';
import RecordResults from './RecordResults.vue';

async function show(record: RunRecord) {
  const results = mount(RecordResults, {
    props: { record, analysis: analyse(record) },
    // Charts need a canvas; what they are given is what counts here.
    global: { plugins: [createPinia(), i18n], stubs: { ChartFigure: true, RecordReplay: true } },
  });
  const last = resultSections(contextOf(record)).at(-1)?.heading ?? '';
  await vi.waitFor(() => expect(results.text()).toContain(last), { timeout: 20_000 });
  return results;
}

/** Every text of a block that the window shows; charts are asked for their titles. */
function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'sentences':
    case 'warnings':
      return block.items.flatMap(({ text, mark }) => [text, ...(mark ? [mark.words] : [])]);
    case 'table':
      return [
        block.table.caption,
        ...block.table.columns.map(({ label }) => label),
        ...block.table.rows.flat().map((cell) => plainCell(cell)),
      ];
    case 'figures':
      return [];
    case 'facts':
      return block.facts.flatMap(({ name, lines }) => [name, ...lines]);
    case 'explanations':
      return block.items.flatMap(({ name, text, mark }) => [name, text, mark.words]);
    case 'columns':
      return block.columns.flat().flatMap(textsOf);
    default:
      return [block.text];
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe.each([...recordsOfEveryExperiment()])('the results of %s in the window', (_id, record) => {
  it('say every heading, sentence and table, and draw every figure of its sections', async () => {
    const results = await show(record);
    const text = plain(results.text());
    const titles = results.findAllComponents(ChartFigure).map((chart) => chart.props('title'));
    for (const { id, heading, blocks } of resultSections(contextOf(record))) {
      // The replay stands for the recorded timeline.
      if (id === 'timeline') continue;
      expect(text).toContain(plain(heading));
      for (const said of blocks.flatMap(textsOf)) expect(text.includes(plain(said)), said).toBe(true);
      for (const block of blocks) {
        if (block.kind !== 'figures') continue;
        for (const figure of block.figures) {
          if (figure.kind === 'matrix') expect(text).toContain(plain(figure.title));
          else expect(titles).toContain(figure.title);
        }
      }
    }
    expect(results.findComponent(RecordReplay).exists()).toBe(true);
    expect(text).not.toMatch(/[{}]|NaN|undefined|Infinity/);
  });
});

describe('RecordResults', () => {
  it('shows a sentence per comparison and a chart of each kind per part, the prediction first', async () => {
    const results = await show(syntheticRecord({ rounds: 7 }));
    expect(results.findAll('.columns .sentences li')).toHaveLength(9);
    expect(results.text()).toMatch(/Async: 1\.9\dx faster than sync \[/);
    expect(results.findAllComponents(ChartFigure).map((chart) => chart.props('name'))).toEqual([
      'prediction-first-course',
      'prediction-doughs',
      'totals-first-course',
      'totals-doughs',
      'served-first-course',
      'served-doughs',
      'states-first-course',
      'states-doughs',
      'ratios-first-course',
      'ratios-doughs',
    ]);
    expect(results.findComponent(RecordReplay).exists()).toBe(true);
    expect(results.text()).toContain('nothing disturbed this run');
  });

  it('shows figures, workers and set-up of a Workbench record, in neutral words and without theory', async () => {
    const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 8, pinnedCores: 1 } });
    const results = await show(record);
    expect(results.findAllComponents(ChartFigure).map((chart) => chart.props('name'))).toEqual([
      'totals-tasks',
      'states-tasks',
      'worker-cpu',
      'ratios-tasks',
    ]);
    expect(results.findAll('.sentences li')).toHaveLength(3);
    expect(results.text()).toMatch(/2 threads: 1\.9\dx faster than sync \[/);
    const captions = results.findAll('caption').map((caption) => caption.text());
    expect(captions).toContain('Totals, throughput and latency of each condition');
    expect(captions).toContain('CPU time, event loop and context switches of each condition');
    expect(results.text()).toContain('read back from every thread: 0 (verified)');
    expect(results.text()).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|kitchen|theory|predicted)\b/i);
    expect(results.text()).not.toMatch(/[{}]|NaN|undefined/);
  });

  it('leaves the prediction out when it was skipped', async () => {
    const results = await show(syntheticRecord({ prediction: 'skipped' }));
    expect(results.findAllComponents(ChartFigure)).toHaveLength(8);
  });

  it('puts warnings into words', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const warnings = [{ code: 'checksums-differ', values: { part: 'doughs', task: 'dough-1' } }];
    const results = await show({ ...record, warnings });
    expect(results.text()).toContain('In Second course, Dough 1 returned different checksums');
  });

  it('says so when nothing was measured, and draws nothing', async () => {
    const record = syntheticRecord({ outcome: { status: 'cancelled' } });
    const results = await show({ ...record, cells: [], hirings: [] });
    expect(results.text()).toContain('Nothing was measured before the run ended.');
    expect(results.text()).toContain('This record has no hirings');
    expect(results.findAllComponents(ChartFigure)).toHaveLength(0);
    expect(results.findComponent(RecordReplay).exists()).toBe(false);
  });

  it('shows what there is of a run that ended early', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const results = await show({ ...record, cells: record.cells.filter((cell) => cell.part === 'doughs') });
    expect(results.findAllComponents(ChartFigure).map((chart) => chart.props('name'))).not.toContain(
      'totals-first-course',
    );
    expect(results.text()).toContain('No round of this part was completed');
  });
});
