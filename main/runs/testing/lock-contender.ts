// A program for tests of the measuring lock and of temporary folders, in a process of its own. Each line on its standard input is
// a command (`take PATH`, `release`, `folder PREFIX`, `tidy PREFIX`), each is answered by one line.
import { createInterface } from 'node:readline';
import { makeProcessFolder, removeLeftFolders } from '../../storage/process-folder';
import { takeMeasuringLock } from '../measuring-lock';
import type { MeasuringLock } from '../measuring-lock';

let lock: MeasuringLock | undefined;

function obey(command: string, value: string): string {
  switch (command) {
    case 'take':
      lock = takeMeasuringLock('a contender', value);
      return 'won';
    case 'release':
      lock?.release();
      lock = undefined;
      return 'released';
    case 'folder':
      return makeProcessFolder(value);
    case 'tidy':
      removeLeftFolders(value);
      return 'tidied';
    default:
      return 'unknown';
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const [command = '', value = ''] = line.split(' ');
  let answer: string;
  try {
    answer = obey(command, value);
  } catch (error) {
    answer = `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
  process.stdout.write(`${answer}\n`);
});
