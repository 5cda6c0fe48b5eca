import { catalogue } from '@core/experiments/catalogue';
import { LabError } from '@core/ipc/envelope';
import { presets } from '@core/experiments/definition-types';
import type { Environment } from '@core/record/environment';
import { formatMemory } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import type { Machine } from '../machine/description';
import type { AnalysisProcess } from '../processes/analysis-process';
import { sealedOf } from '../processes/analysis-process';
import type { PdfPrinter } from '../reports/pdf';
import { tell, writeOut } from './output';
import { readTextFile } from './verify';

/** `list`: ids, titles, presets. */
export async function list(): Promise<number> {
  const lines = catalogue.map((experiment) => {
    const times = presets.map((preset) => {
      const { rounds, expectedSeconds } = experiment.presets[preset];
      return `${preset} (${rounds} rounds, about ${expectedSeconds} s)`;
    });
    const base = `experiments.${experiment.id}`;
    return `${experiment.id}\n  ${translate(`${base}.title`)}: ${translate(`${base}.question`)}\n  presets: ${times.join(', ')}\n`;
  });
  await writeOut([...lines, translate('commandLine.list.bench')].join('\n'));
  return 0;
}

/** `report`: one PDF of the records that are on disk. A file that is not accepted is named, and nothing is written. */
export async function report(
  files: readonly string[],
  pdf: string,
  analysis: AnalysisProcess,
  printer: PdfPrinter,
): Promise<number> {
  const texts: string[] = [];
  for (const file of files) {
    try {
      texts.push((await readRecord(file, analysis)).text);
    } catch (error) {
      if (!(error instanceof LabError) || files.length === 1) throw error;
      throw new LabError(error.code, `${file}: ${error.message}`, { cause: error });
    }
  }
  await printer.print(texts, pdf);
  tell(`Report written to ${pdf}`);
  return 0;
}

/** `doctor`: machine, runtime, Python found, what can be pinned. */
export async function doctor(machine: Machine, homeFolder: string): Promise<number> {
  const { environment: e, appVersion, pinning, pythons } = await machine.describe();
  const physical = e.physicalCores === null ? 'unknown' : String(e.physicalCores);
  const rows: readonly (readonly [string, string])[] = [
    ['Concurrency Lab', appVersion],
    ['Runtime', `Electron ${e.electron} (${e.runtime}), Chromium ${e.chromium}, Node ${e.node}, V8 ${e.v8}`],
    ['CPU', e.cpuModel],
    ['Cores', `${physical} physical, ${e.logicalCores} logical, ${e.availableParallelism} available to the lab`],
    ...(e.coreKinds ? ([['Kinds of cores', e.coreKinds.map(coreKind).join('; ')]] as const) : []),
    ['Memory', memoryRow(e)],
    ['Temporary files', temporaryRow(e)],
    ['System', `${e.platform} ${e.osRelease} ${e.architecture}`],
    ['Virtual machine', e.virtualMachine === null ? 'unknown' : e.virtualMachine ? 'yes' : 'no'],
    ['CPU quota', e.cpuQuotaCores === null ? 'none found' : `${e.cpuQuotaCores} cores`],
    ['Governor', e.governor ?? 'not readable'],
    ['Power', e.powerSource],
    ['Pinning', pinning ?? 'not possible here; runs say "not pinned"'],
    ...(typeof e.mostOpenFiles === 'number' ? ([['Open files', `at most ${e.mostOpenFiles}`]] as const) : []),
    ...(e.notPassedOn
      ? ([['Not passed on', `${e.notPassedOn.join(', ')} of this shell: measured without it`]] as const)
      : []),
    ['Python', pythons.length === 0 ? 'none found' : pythons.map((one) => `${one.version} (${one.path})`).join(', ')],
    ['Data folder', homeFolder],
  ];
  await writeOut(rows.map(([name, value]) => `${name.padEnd(16)} ${value}\n`).join(''));
  if (e.runtime === 'fallback') {
    tell(
      'Note: this is the old fallback runtime for development, out of security support. To try the official one again, set LAB_ELECTRON=official and start again.',
    );
  }
  return 0;
}

function coreKind({ cpus, speed }: NonNullable<Environment['coreKinds']>[number], place: number): string {
  if (speed === null) return `${place === 0 ? 'performance' : 'efficiency'} cores: logical CPUs ${cpus}`;
  return `logical CPUs ${cpus}${place === 0 ? ', the fastest' : `, ${speed} of its speed`}`;
}

function memoryRow({ memoryBytes, memoryAvailableBytes }: Environment): string {
  const total = formatMemory(memoryBytes);
  return typeof memoryAvailableBytes === 'number' ? `${total}, ${formatMemory(memoryAvailableBytes)} available` : total;
}

function temporaryRow({ temporaryFolderInMemory }: Environment): string {
  if (typeof temporaryFolderInMemory !== 'boolean') return 'unknown';
  return temporaryFolderInMemory ? 'kept in memory; set TMPDIR to a folder on a disk to measure the disk' : 'on a disk';
}

async function readRecord(file: string, analysis: AnalysisProcess): ReturnType<typeof openText> {
  return openText(await readTextFile(file), analysis);
}

async function openText(text: string, analysis: AnalysisProcess): Promise<ReturnType<typeof sealedOf>> {
  return sealedOf(await analysis.request({ type: 'open', text }));
}
