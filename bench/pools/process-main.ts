// The Electron program of the part `pools`: the lab's processes with the bench's dispatcher and workers inside.
// Prints the values as JSON.
import { join } from 'node:path';
import { app, MessageChannelMain, utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { workers } from './tasks';

interface FromLab {
  readonly type: string;
  readonly values?: readonly number[];
  readonly message?: string;
}

function end(status: number, output: string): void {
  (status === 0 ? process.stdout : process.stderr).write(`${output}\n`, () => {
    app.exit(status);
  });
}

/** Starts a utility as the product does: main speaks to it through a port that it hands over first. */
function fork(program: string): { readonly child: UtilityProcess; readonly control: MessagePortMain } {
  const child = utilityProcess.fork(join(__dirname, program));
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage(null, [port2]);
  return { child, control: port1 };
}

function start(): void {
  const { child: lab, control } = fork('lab-process.cjs');
  lab.on('message', (message: FromLab) => {
    if (message.type === 'values') end(0, JSON.stringify(message.values));
    else if (message.type === 'failed') end(1, message.message ?? 'The lab process failed.');
  });
  lab.once('exit', (code) => {
    end(1, `The lab process ended (${code}).`);
  });
  for (let slot = 0; slot < workers; slot++) {
    const task = fork('task-process.cjs');
    const { port1, port2 } = new MessageChannelMain();
    control.postMessage({ type: 'process-port', worker: `process-${slot}` }, [port1]);
    task.control.postMessage({ type: 'connect' }, [port2]);
    task.child.once('exit', (code) => {
      end(1, `A task process ended (${code}).`);
    });
  }
}

// No window, no graphics: nothing else may take the cores.
app.disableHardwareAcceleration();
void app.whenReady().then(start);
