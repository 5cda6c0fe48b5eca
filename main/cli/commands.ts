import { app } from 'electron';
import { catalogue } from '@core/experiments/catalogue';
import { LabError } from '@core/ipc/envelope';
import { presets } from '@core/experiments/definition-types';
import type { Environment } from '@core/record/environment';
import { formatMemory } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import { fontsPackage, hasFonts } from '../machine/fonts';
import { visible } from '@core/texts/visible';
import { lockWords, pythonName, pythonProblemWords } from '@core/words/python';
import type { MachineDescription } from '@core/ipc/payloads';
import type { PythonFindings } from '@core/python/interpreter';
import type { Machine, RuntimeFacts } from '../machine/description';
import type { AnalysisProcess } from '../processes/analysis-process';
import { sealedOf } from '../processes/analysis-process';
import type { PdfPrinter } from '../reports/pdf';
import { lessonOf } from '../machine/lesson';
import { readTextFile } from '../storage/named-text';
import { tell, writeOut } from './output';

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
  { pdf, appendix }: { readonly pdf: string; readonly appendix: boolean },
  analysis: AnalysisProcess,
  printer: PdfPrinter,
): Promise<number> {
  const texts: string[] = [];
  for (const file of files) {
    try {
      texts.push((await readRecord(file, analysis)).text);
    } catch (error) {
      if (!(error instanceof LabError) || (files.length === 1 && error.code !== 'internal')) throw error;
      throw new LabError(error.code, `${file}: ${error.message}`, { cause: error });
    }
  }
  await printer.print(texts, pdf, appendix);
  tell(`Report written to ${pdf}`);
  return 0;
}

/** `worksheet`: the blank worksheet of a lesson as it is on this machine. */
export async function worksheet(
  { experiment, pdf }: { readonly experiment: string; readonly pdf: string },
  machine: Machine,
  printer: PdfPrinter,
): Promise<number> {
  await printer.printWorksheet(await lessonOf(experiment, machine), pdf);
  tell(translate('worksheet.written', { path: pdf }));
  return 0;
}

/** `doctor`: machine, runtime, Python found, what can be pinned. @throws LabError, after what is known, if the machine could not be asked */
export async function doctor(machine: Machine, homeFolder: string): Promise<number> {
  try {
    // What could not be asked for its Pythons has none that are known.
    const pythons = machine.lookForPythons().catch(() => null);
    await showMachine(await machine.describe(), await pythons, homeFolder);
    return 0;
  } catch (error) {
    // What needs nobody's answer is printed all the same, and the error says what is missing and why.
    await showRuntime(machine.runtime(), homeFolder);
    throw error;
  }
}

async function showRuntime(e: RuntimeFacts, homeFolder: string): Promise<void> {
  const missing = 'could not be read';
  await showRows([
    ['Concurrency Lab', app.getVersion()],
    ['Runtime', runtimeRow(e)],
    ['CPU', e.cpuModel],
    ['Cores', `${e.logicalCores} logical, ${e.availableParallelism} available to the lab`],
    ['Memory', formatMemory(e.memoryBytes)],
    ['System', `${e.platform} ${e.osRelease} ${e.architecture}`],
    ...['Temporary files', 'Virtual machine', 'CPU quota', 'Governor', 'Power', 'Pinning', 'Python'].map(
      (name) => [name, missing] as const,
    ),
    ['Data folder', homeFolder],
  ]);
}

async function showMachine(
  { environment: e, appVersion, pinning }: MachineDescription,
  pythons: PythonFindings | null,
  homeFolder: string,
): Promise<void> {
  const physical = e.physicalCores === null ? 'unknown' : String(e.physicalCores);
  const rows: readonly (readonly [string, string])[] = [
    ['Concurrency Lab', appVersion],
    ['Runtime', runtimeRow(e)],
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
    ...fontsRows(),
    ...(typeof e.mostOpenFiles === 'number' ? ([['Open files', `at most ${e.mostOpenFiles}`]] as const) : []),
    ...(e.notPassedOn
      ? ([['Not passed on', `${e.notPassedOn.join(', ')} of this shell: measured without it`]] as const)
      : []),
    ['Python', pythonRow(pythons)],
    ...pythonProblemRows(pythons),
    ['Data folder', homeFolder],
  ];
  await showRows(rows);
  if (e.runtime === 'fallback') {
    tell(
      'Note: this is the old fallback runtime for development, out of security support. To try the official one again, set LAB_ELECTRON=official and start again.',
    );
  }
}

function showRows(rows: readonly (readonly [string, string])[]): Promise<void> {
  return writeOut(rows.map(([name, value]) => `${name.padEnd(16)} ${visible(value)}\n`).join(''));
}

function runtimeRow(e: RuntimeFacts): string {
  return `Electron ${e.electron} (${e.runtime}), Chromium ${e.chromium}, Node ${e.node}, V8 ${e.v8}`;
}

function pythonRow(pythons: PythonFindings | null): string {
  if (pythons === null) return 'could not be asked';
  const { usable } = pythons;
  if (usable.length === 0) return 'none found that the lab can use';
  return usable.map((one) => `${pythonName(one)}, ${lockWords(one)} (${one.path})`).join('; ');
}

/** What was taken for a Python and cannot be used: a row each. */
function pythonProblemRows(pythons: PythonFindings | null): readonly (readonly [string, string])[] {
  return (pythons?.problems ?? []).map((one) => ['Not used', pythonProblemWords(one)] as const);
}

/** Elsewhere every system has some. */
function fontsRows(): readonly (readonly [string, string])[] {
  if (process.platform !== 'linux') return [];
  return [
    ['Fonts', hasFonts() ? 'found' : `none found; windows and reports need some (Debian package ${fontsPackage})`],
  ];
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
