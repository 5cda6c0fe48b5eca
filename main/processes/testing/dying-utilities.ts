// An Electron program for a test: utilities started by the product's own code are killed while main keeps on speaking to
// them. Prints, as JSON, how many ended and how many messages each was sent between its kill and its `exit`.
import { app } from 'electron';
import { startUtility } from '../utility';

const ends = Number(process.env['ENDS'] ?? 1);

async function killOneWhileSpeaking(): Promise<number> {
  const task = startUtility('task-process', 'Dying utility');
  const answered = new Promise<void>((resolve) => {
    task.onMessage(() => resolve());
  });
  task.post({ type: 'ping', n: 0 });
  await answered;
  const pid = task.pid();
  if (pid === undefined) throw new Error('The utility has answered but has no process id.');
  // From outside, as a crash or the system would: the product did not ask for it.
  process.kill(pid, 'SIGKILL');
  let posts = 0;
  while (task.pid() !== undefined) {
    task.post({ type: 'ping', n: ++posts });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return posts;
}

async function run(): Promise<void> {
  const posts: number[] = [];
  for (let n = 0; n < ends; n++) posts.push(await killOneWhileSpeaking());
  process.stdout.write(`${JSON.stringify(posts)}\n`, () => {
    app.exit(0);
  });
}

app.disableHardwareAcceleration();
app
  .whenReady()
  .then(run)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    app.exit(1);
  });
