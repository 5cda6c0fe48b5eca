import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionCode, givenCode } from '@core/code/code-of';
import { catalogue } from '@core/experiments/catalogue';
import { strategies, workloads } from '@core/experiments/definition-types';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { standardChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { knead } from '@core/kernels/knead';
import { findPythons } from '../python/find-pythons';

const execute = promisify(execFile);
/** The oldest Python that all of it is written for: \`asyncio.to_thread\` came with 3.9. */
const oldest = [3, 9] as const;
const [python] = (await findPythons()).usable.filter(({ version }) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
});

/** Small, so that all of it is done in seconds. */
const small = 2;
const values = { tasks: 4, taskMs: small, waitMs: 1, computeMs: 1, computeTasks: 4, jobMs: 20 };

interface Program {
  readonly name: string;
  readonly text: string;
  readonly needsWindow: boolean;
}

/** Every condition of an experiment in every part as a whole program. */
function programsOf(experiment: ExperimentDefinition): readonly Program[] {
  const numbers = { ...Object.fromEntries(experiment.parameters.map(({ id }) => [id, small])), ...values };
  const given = givenCode(experiment, numbers);
  const shared = given.filter(({ part }) => part === null).map(({ source }) => source.python);
  const isOf = (condition: string, part: string | null): boolean =>
    experiment.parts.some(({ id, work, conditions }) => {
      return conditions.includes(condition) && (id === part || work?.workload === part);
    });
  const workloadOf = (part: string | null) => experiment.parts.find(({ id }) => id === part)?.work?.workload;
  const tasks = given.filter(({ part }) => part !== null);
  return experiment.conditions
    .filter(({ repeats }) => repeats === undefined)
    .flatMap((condition) =>
      conditionCode(experiment, condition, numbers).flatMap(({ part, source }) => {
        const own = tasks.filter((task) =>
          part === null ? isOf(condition.id, task.part) : task.part === part || task.part === workloadOf(part),
        );
        const several = own.length > 0 ? own : [null];
        return several.map((task): Program => {
          const text = [...shared, ...(task ? [task.source.python] : []), source.python].join('\n\n');
          const name = [experiment.id, condition.id, task?.part ?? part ?? 'all parts'].join(', ');
          return { name, text, needsWindow: text.includes('tkinter') };
        });
      }),
    );
}

const workbench = workloads.flatMap((workload) => {
  const operation = workload === 'cpu' || workload === 'mixed' ? 'knead' : workload === 'threadpool' ? 'zlib' : 'none';
  const experiment = workbenchDefinition({ ...standardChoice, workload, operation, strategies: [...strategies] });
  return programsOf(experiment).map((program) => ({ ...program, name: `${program.name}, ${workload}` }));
});
const guided = catalogue.flatMap(programsOf);
const programs = [...guided, ...workbench];
/** Of the Workbench those that wait and compute: with what the lessons have, every strategy is executed. */
const executed = [...guided, ...workbench.filter(({ name }) => /mixed$/.test(name))];

const server = createServer((request, response) => {
  const ms = Number(/[?&]ms=(\d+)/.exec(request.url ?? '')?.[1] ?? 0);
  setTimeout(() => response.setHeader('connection', 'close').end('eggs'), ms);
});
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-python-'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function runPython(text: string): Promise<string> {
  if (!python) throw new Error('There is no Python.');
  // A folder for each: some write files.
  const own = await mkdtemp(join(folder, 'program-'));
  const file = join(own, 'program.py');
  await writeFile(file, text);
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, PORT: String(port) };
  const { stdout } = await execute(python.path, ['-W', 'error', file], { cwd: own, timeout: 60_000, env });
  return stdout;
}

describe.skipIf(!python).concurrent('the Python of every condition', () => {
  it('is Python', async () => {
    const check = `import ast, json, sys\nfor name, text in json.load(open(sys.argv[1])):\n    try:\n        ast.parse(text)\n    except SyntaxError as error:\n        print(name, error)`;
    const list = join(folder, 'programs.json');
    await writeFile(list, JSON.stringify(programs.map(({ name, text }) => [name, text])));
    const { stdout } = await execute(python?.path ?? '', ['-c', check, list]);
    expect(stdout).toBe('');
    expect(programs.length).toBeGreaterThan(60);
  });

  it('kneads as the lab’s kernel does', async () => {
    const [first] = programs;
    const shared = first?.text ?? '';
    const definition = /def knead[\s\S]*?return x/.exec(shared)?.[0] ?? '';
    for (const seed of [0, 1, 0x7fffffff, 0xdeadbeef]) {
      expect(Number(await runPython(`${definition}\nprint(knead(1000, ${seed}))`))).toBe(knead(1000, seed));
    }
  });

  it.each(executed.filter(({ needsWindow }) => !needsWindow).map(({ name, text }) => [name, text] as const))(
    'runs: %s',
    async (_name, text) => {
      await runPython(text);
    },
  );
});
