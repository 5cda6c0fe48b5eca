import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '@core/analysis/analysis';
import type { RunRecord } from '@core/record/record';
import { contextOf, recordsOfEveryExperiment } from '@core/testing/every-experiment';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { plainCell } from '@core/words/blocks';
import type { Block, Section } from '@core/words/blocks';
import { resultTabs, tabOfSection } from '@core/words/result-tabs';
import { resultSections } from '@core/words/sections';
import { storyOf } from '@core/words/story';
import { i18n } from '../../../i18n';
import ChartFigure from '../../../figures/ChartFigure.vue';
import RecordReplay from '../replay/RecordReplay.vue';
import RecordResults from './RecordResults.vue';
import { hasDrawing } from './trace-layout';

/** The results with every tab opened once, from the first to the last; what each showed. */
async function show(record: RunRecord, context = contextOf(record)) {
  const { analysis } = context;
  const results = mount(RecordResults, {
    props: { record: { ...record, id: `${record.id}-${(opened += 1)}` }, analysis },
    // Charts need a canvas; what they are given is what counts here.
    global: {
      plugins: [createPinia(), i18n],
      stubs: { ChartFigure: true, RecordReplay: true, IconButton: true, PopoverRoot: true },
    },
  });
  const texts: Record<string, string> = {};
  const charts: Record<string, readonly { name: string; title: string }[]> = {};
  let replays = 0;
  const sections = resultSections(context);
  for (const [index, id] of resultTabs.entries()) {
    await results.findAll('[role="tab"]')[index]?.trigger('mousedown', { button: 0 });
    const own = sections.filter((section) => tabOfSection[section.id] === id);
    await vi.waitFor(
      () => {
        for (const { id: section, heading } of own) {
          if (section !== 'timeline') expect(results.text()).toContain(heading);
        }
        expect(results.findAll('[role="tab"]')[index]?.attributes('data-state')).toBe('active');
        if (id !== 'story' && id !== 'timeline')
          expect(results.findAllComponents(ChartFigure)).toHaveLength(chartsIn(own));
      },
      { timeout: 20_000 },
    );
    texts[id] = results.find('[role="tabpanel"]:not([hidden])').text();
    charts[id] = results.findAllComponents(ChartFigure).map((chart) => {
      const { name, title } = chart.props() as { readonly name: string; readonly title: string };
      return { name, title };
    });
    replays += results.findAllComponents(RecordReplay).length;
  }
  const all = resultTabs.map((id) => texts[id] ?? '').join('\n');
  return { results, texts, charts, all, replays };
}

let opened = 0;

/** Figures that are painted as charts; a matrix is a table. */
function chartsIn(sections: readonly Section[]): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'figures' ? block.figures : []))
    .filter(({ kind }) => kind !== 'matrix' && kind !== 'lanes').length;
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
    case 'code':
      return [block.name];
    case 'columns':
      return block.columns.flat().flatMap(textsOf);
    default:
      return [block.text];
  }
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe.each([...recordsOfEveryExperiment()])('the results of %s in the window', (_id, record) => {
  const context = contextOf(record);
  // Made by the first test that asks: opening every tab takes seconds.
  let once: ReturnType<typeof show> | undefined;
  const shown = () => (once ??= show(record, context));

  it('say every heading, sentence and table, and draw every figure of its sections', async () => {
    const { texts, charts, replays, all } = await shown();
    for (const { id, heading, blocks } of resultSections(context)) {
      // The replay stands for the recorded timeline.
      if (id === 'timeline') continue;
      const tab = tabOfSection[id];
      const text = plain(texts[tab] ?? '');
      const titles = (charts[tab] ?? []).map(({ title }) => title);
      expect(text).toContain(plain(heading));
      for (const said of blocks.flatMap(textsOf)) expect(text.includes(plain(said)), said).toBe(true);
      for (const block of blocks) {
        if (block.kind !== 'figures') continue;
        for (const figure of block.figures) {
          if (figure.kind === 'matrix' || hasDrawing(figure)) expect(text).toContain(plain(figure.title));
          else expect(titles).toContain(figure.title);
        }
      }
    }
    expect(replays).toBe(1);
    expect(all).not.toMatch(/[{}]|NaN|undefined|Infinity/);
  });

  it('open with the story, word for word', async () => {
    const { texts } = await shown();
    const story = storyOf(context);
    const text = plain(texts['story'] ?? '');
    for (const said of [
      story.hero.value,
      story.sentence,
      story.takeaway,
      story.prediction ?? '',
      ...story.findings.flatMap((finding) => [finding.text, finding.interval]),
    ])
      expect(text).toContain(plain(said));
  });
});

const namesIn = (charts: readonly { readonly name: string }[] | undefined) => (charts ?? []).map(({ name }) => name);

describe('RecordResults', () => {
  it('shows one forest for all comparisons, and a chart of each kind per part', async () => {
    const { texts, charts, all, results } = await show(syntheticRecord({ rounds: 7 }));
    expect(texts['story']).toMatch(/1\.9\dx faster/);
    expect(namesIn(charts['comparisons'])).toEqual(['comparisons']);
    expect(namesIn(charts['charts'])).toEqual([
      'totals-first-course',
      'totals-doughs',
      'served-first-course',
      'served-doughs',
      'states-first-course',
      'states-doughs',
    ]);
    expect(namesIn(charts['answers'])).toEqual(['prediction-first-course', 'prediction-doughs']);
    expect(all).toContain('nothing disturbed this run');
    const tabs = results.findAll('[role="tab"]').map((tab) => tab.text());
    expect(tabs).toEqual([
      'Story',
      'Comparisons (9)',
      'Charts (6)',
      'Timeline',
      'Code',
      'Cost',
      'Method',
      'My answers',
    ]);
  });

  it('makes only what is looked at', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const results = mount(RecordResults, {
      props: { record: { ...record, id: 'untouched' }, analysis: analyse(record) },
      global: {
        plugins: [createPinia(), i18n],
        stubs: { ChartFigure: true, RecordReplay: true, IconButton: true, PopoverRoot: true },
      },
    });
    expect(results.findComponent(RecordReplay).exists()).toBe(false);
    expect(results.findAllComponents(ChartFigure)).toHaveLength(0);
    expect(results.text()).not.toContain('Verdicts');
  });

  it('opens where the person was in this record', async () => {
    const record = { ...syntheticRecord({ rounds: 7 }), id: 'remembered' };
    const mounted = () =>
      mount(RecordResults, {
        props: { record, analysis: analyse(record) },
        global: {
          plugins: [createPinia(), i18n],
          stubs: { ChartFigure: true, RecordReplay: true, IconButton: true, PopoverRoot: true },
        },
      });
    const first = mounted();
    await first.findAll('[role="tab"]')[6]?.trigger('mousedown', { button: 0 });
    first.unmount();
    expect(mounted().find('[role="tab"][data-state="active"]').text()).toBe('Method');
  });

  it('shows figures, workers and set-up of a Workbench record, in neutral words and without theory', async () => {
    const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 8, pinnedCores: 1 } });
    const { charts, all } = await show(record);
    expect(namesIn(charts['charts'])).toEqual(['totals-tasks', 'states-tasks']);
    expect(namesIn(charts['cost'])).toEqual(['worker-cpu']);
    expect(namesIn(charts['comparisons'])).toEqual(['comparisons']);
    expect(all).toMatch(/2 threads: 1\.9\dx faster than sync \[/);
    expect(all).toContain('Totals, throughput and latency of each condition');
    expect(all).toContain('CPU time, event loop and context switches of each condition');
    expect(all).toContain('read back from every thread: 0 (verified)');
    expect(all).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|kitchen|theory|predicted)\b/i);
    expect(all).not.toMatch(/[{}]|NaN|undefined/);
  });

  it('leaves the prediction out when it was skipped', async () => {
    const { charts, texts } = await show(syntheticRecord({ prediction: 'skipped' }));
    expect(charts['answers']).toHaveLength(0);
    expect(texts['story']).toContain('No prediction was made.');
  });

  it('puts warnings into words', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const warnings = [{ code: 'checksums-differ', values: { part: 'doughs', task: 'dough-1' } }];
    const { all } = await show({ ...record, warnings });
    expect(all).toContain('In Second course, Dough 1 returned different checksums');
  });

  it('says so when nothing was measured, and draws nothing', async () => {
    const record = syntheticRecord({ outcome: { status: 'cancelled' } });
    const { all, charts, replays } = await show({ ...record, cells: [], hirings: [] });
    expect(all).toContain('Nothing was measured before the run ended.');
    expect(all).toContain('This record has no hirings');
    expect(Object.values(charts).flat()).toHaveLength(0);
    expect(replays).toBe(0);
  });

  it('shows what there is of a run that ended early', async () => {
    const record = syntheticRecord({ rounds: 7 });
    const { charts, all } = await show({ ...record, cells: record.cells.filter((cell) => cell.part === 'doughs') });
    expect(namesIn(charts['charts'])).not.toContain('totals-first-course');
    expect(all).toContain('No round of this part was completed');
  });
});
