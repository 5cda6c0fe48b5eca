import { Chart } from 'chart.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyChartTheme, registerChartParts } from './chart-library';

function setTokens(text: string, grid: string): void {
  const { style } = document.documentElement;
  style.setProperty('--chart-text', text);
  style.setProperty('--chart-grid', grid);
}

/** Calls an axis colour as Chart.js does; a plain value would have been copied into charts that exist already. */
function resolved(color: unknown): unknown {
  return typeof color === 'function' ? (color as () => unknown)() : 'not a function';
}

describe('applyChartTheme', () => {
  beforeAll(registerChartParts);

  it('gives axes colours that follow the theme in charts that exist already', () => {
    setTokens('#111111', '#222222');
    applyChartTheme();
    const { grid, ticks, title } = Chart.defaults.scale as unknown as Readonly<Record<string, { color: unknown }>>;
    const copied = { grid: grid?.color, ticks: ticks?.color, title: title?.color };
    expect(resolved(copied.grid)).toBe('#222222');
    setTokens('#eeeeee', '#333333');
    applyChartTheme();
    expect(resolved(copied.grid)).toBe('#333333');
    expect(resolved(copied.ticks)).toBe('#eeeeee');
    expect(resolved(copied.title)).toBe('#eeeeee');
  });
});
