import type { PartSummary } from '../analysis/types';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, intervalInMs, looksOfPart } from './looks';

/**
 * CPU time of each worker under each condition, per execution: who computed how much. Undefined for a record that is not
 * of the Workbench, and where a machine does not tell the CPU time of threads.
 */
export function workerCpuFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names, analysis } = context;
  const rows = looksOfPart(context, part.part, true).flatMap((look) => {
    const measured = analysis.workbench?.find(({ condition }) => condition === look.id);
    if (!measured) return [];
    const workers = measured.workers.flatMap((worker, lane) => {
      if (!worker.cpuSeconds) return [];
      const { estimate, low, high, n } = worker.cpuSeconds;
      const cpu = { estimate: estimate * 1e3, low: low * 1e3, high: high * 1e3, n };
      return [{ worker, lane, cpu, name: names.text(`seat.${worker.seat}`) }];
    });
    return [{ look, workers }];
  });
  if (rows.every(({ workers }) => workers.length === 0)) return undefined;
  const most = Math.max(...rows.flatMap(({ workers }) => workers.map(({ cpu }) => cpu.high)));
  const of = (key: string, values = {}): string => names.text(key, values);
  return {
    kind: 'rows',
    title: of('figures.workers.title'),
    caption: of('figures.workers.caption', { base: baseCaption(context, part) }),
    name: 'worker-cpu',
    part: part.part,
    axis: zeroAxis(of('figures.workers.axis'), most),
    rows: rows.map(({ look, workers }) => ({
      name: look.name,
      look,
      marks: workers.map(({ lane, cpu, name }) => ({
        look: { ...look, hollow: false },
        value: cpu,
        lane,
        inWords: `${name}: ${intervalInMs(cpu)}`,
      })),
    })),
    table: {
      columns: [
        of('figures.condition'),
        of('figures.workers.worker'),
        `${of('figures.workers.cpu')} (ms)`,
        `${of('results.totals.low')} (ms)`,
        `${of('results.totals.high')} (ms)`,
        `${of('figures.workers.utilization')} (%)`,
        of('figures.workers.tasks'),
      ],
      rows: rows.flatMap(({ look, workers }) =>
        workers.map(({ worker, cpu, name }) => [
          look.name,
          name,
          ...[cpu.estimate, cpu.low, cpu.high].map((ms) => Math.round(ms * 1000) / 1000),
          worker.utilization ? Math.round(worker.utilization.estimate * 1000) / 10 : '',
          worker.tasks,
        ]),
      ),
    },
  };
}
