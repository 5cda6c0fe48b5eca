import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import { gridColor, setThemeColors, textColor } from '../charts/theme-colors';

/** Registers the parts of Chart.js that the lab uses. Idempotent. */
export function registerChartParts(): void {
  Chart.register(BarController, LineController, ScatterController);
  Chart.register(BarElement, LineElement, PointElement);
  Chart.register(CategoryScale, LinearScale, LogarithmicScale);
  Chart.register(Filler, Legend, Tooltip, annotation);
}

/** Gives Chart.js the window's type and colours; every chart follows at its next update. */
export function applyChartTheme(): void {
  const { defaults } = Chart;
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  defaults.animation = false;
  defaults.maintainAspectRatio = false;
  defaults.font.family = token('--font-text');
  defaults.font.size = 12;
  const text = token('--chart-text');
  const grid = token('--chart-grid');
  setThemeColors({
    text,
    grid,
    surface: token('--color-surface'),
    accent: token('--chart-load'),
    idle: token('--state-idle'),
    idleInk: token('--state-ink-idle'),
  });
  defaults.color = text;
  defaults.borderColor = grid;
  // Chart.js copies an axis's colours into the chart when it is made: as functions they follow the theme all the same.
  defaults.set('scale', {
    grid: { color: gridColor },
    border: { color: gridColor },
    ticks: { color: textColor },
    title: { color: textColor },
  });
  // Labels stand at the data where possible; a chart that needs a legend asks for it.
  defaults.plugins.legend.display = false;
  defaults.plugins.legend.labels.usePointStyle = true;
  defaults.plugins.legend.labels.boxHeight = 7;
  Object.assign(defaults.plugins.tooltip, {
    backgroundColor: token('--color-text'),
    titleColor: token('--color-page'),
    bodyColor: token('--color-page'),
    footerColor: token('--color-page'),
    cornerRadius: 6,
    padding: 8,
    boxPadding: 4,
    usePointStyle: true,
  });
}
