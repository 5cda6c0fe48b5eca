import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { LabError } from '@core/ipc/envelope';
import type { CheckedRecord } from '@core/protocol/analysis';
import { checkedOf } from '../processes/analysis-process';
import type { AnalysisProcess } from '../processes/analysis-process';

const unpack = promisify(gunzip);
const ending = '.json.gz';
/** No quick record is a tenth of this, in bytes. */
const largest = 64 * 2 ** 20;

/**
 * The records that the program brings along, one for each experiment at most. They are read here alone, and nowhere written: they
 * are no part of the Notebook, and no claim is judged by them.
 */
export interface Samples {
  /** Checked as any record that is opened; undefined where the experiment has none. @throws LabError `unreadable-record` */
  open(experiment: string): Promise<(CheckedRecord & { readonly text: string }) | undefined>;
  /** Its text alone, for whoever has it checked himself. @throws LabError `unreadable-record` */
  read(experiment: string): Promise<string | undefined>;
}

/** @param folder only what lies in it when the program starts can be opened, whatever is asked for */
export function createSamples(folder: string, analysis: Pick<AnalysisProcess, 'request'>): Samples {
  const files = new Map(namesIn(folder).map((name) => [name.slice(0, -ending.length), join(folder, name)]));
  async function read(experiment: string): Promise<string | undefined> {
    const file = files.get(experiment);
    return file === undefined ? undefined : await textOf(file, experiment);
  }
  return {
    read,
    async open(experiment) {
      const text = await read(experiment);
      if (text === undefined) return undefined;
      return { text, ...checkedOf(await analysis.request({ type: 'check', text })) };
    },
  };
}

async function textOf(file: string, experiment: string): Promise<string> {
  try {
    return (await unpack(await readFile(file), { maxOutputLength: largest })).toString('utf8');
  } catch (error) {
    const message = `The sample of ${experiment} could not be read. Install the program again.`;
    throw new LabError('unreadable-record', message, { cause: error });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending));
  } catch {
    return [];
  }
}
