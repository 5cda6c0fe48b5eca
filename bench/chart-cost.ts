import type { ElectronApplication, Page } from '@playwright/test';
import { bootstrapInterval } from '@core/statistics/bootstrap';
import { quantile } from '@core/statistics/quantile';
import { createRandom, shuffled } from '@core/statistics/random';
import { feedCharts } from './chart-cost-page';
import type { Fed } from './chart-cost-page';
import { figure } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { withWindow } from './window';

export interface ChartCost extends Fed {
  readonly cores: number;
}

const coreCounts = [2, 16, 64] as const;
const updates = 240;
/** Ten minutes at 4 a second: what the window keeps. */
const history = 2_400;
const area = { width: 1280, height: 800 } as const;

/**
 * What one new sample costs the Live monitor page of the built window, on its main thread: arrival, update and drawing of
 * chart and heat strip. The samples are the bench's, of machines with 2, 16 and 64 cores; everything else is the product.
 */
export async function chartCost(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly ChartCost[] }> {
  const all: ChartCost[] = [];
  for (const cores of shuffled(coreCounts, createRandom(1))) {
    say(`charts: ${cores} cores, ${updates} updates`);
    // A window for each: no history, no compiled code of the others.
    const fed = await withWindow(options, async (app, page) => {
      await showMonitor(app, page);
      return feedCharts(page, { cores, history, updates });
    });
    all.push({ cores, ...fed });
  }
  all.sort((a, b) => a.cores - b.cores);
  return { figures: all.flatMap(figuresOf), raw: all };
}

async function showMonitor(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, area);
  await page.evaluate(() => {
    location.hash = '#/monitor';
  });
}

function figuresOf({ cores, drawings, emptyFramesMs }: ChartCost): readonly Figure[] {
  const random = createRandom(1);
  const at = (name: string, values: readonly number[], q: number, of: string): Figure => {
    const interval = bootstrapInterval(values, (sorted) => quantile(sorted, q), { random });
    return figure('charts', `${cores} cores: ${name}, p${q * 100}`, 'ms', interval, of);
  };
  const script = drawings.map(({ scriptMs }) => scriptMs);
  const whole = drawings.map(({ wholeMs }) => wholeMs);
  return [
    at('update and drawing', script, 0.5, 'updates'),
    at('update and drawing', script, 0.99, 'updates'),
    at('with the rest of its frame', whole, 0.5, 'updates'),
    at('with the rest of its frame', whole, 0.99, 'updates'),
    at('rest of a frame without a sample', emptyFramesMs, 0.5, 'frames'),
  ];
}
