import { describe, expect, it } from 'vitest';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { violations } from './check-imports.mjs';
import { root } from './common.mjs';
import { closed, doors, rules } from './import-rules.mjs';

describe('import rules', () => {
  it.each([
    ['core/runs/plan.ts', "import { x } from '../ipc/names'; import * as v from 'valibot';"],
    [
      'workers/runtime/pool.ts',
      "import { Worker } from 'node:worker_threads'; import { k } from '@core/kernels/knead';",
    ],
    ['workers/entry/monitor.ts', 'process.parentPort.postMessage(1);'],
    ['main/index.ts', "import { app } from 'electron'; import type { ToWorker } from '@core/protocol/worker';"],
    ['main/ipc/register.ts', "import { ipcMain } from 'electron';"],
    ['preload/index.ts', "import { ipcRenderer } from 'electron'; import { names } from '@core/ipc/names';"],
    ['renderer/App.vue', '<script setup lang="ts">import { ref } from \'vue\';</script><template><p /></template>'],
    ['core/experiments/a/code/run-it-yourself.mjs', "import { Worker } from 'node:worker_threads';"],
    ['renderer/main.ts', "import '@fontsource-variable/inter'; import text from '@core/experiments/a/model.md?raw';"],
    ['core/runs/plan.test.ts', "import { it } from 'vitest'; import { plan } from './plan';"],
    ['main/ipc/register.test.ts', "import { vi } from 'vitest'; vi.mock('electron', () => ({ ipcMain: {} }));"],
    ['README.md', "import x from 'anything';"],
    ['renderer/features/lesson/RunStep.vue', '<script setup>import RunEnding from "../run/RunEnding.vue";</script>'],
    ['renderer/features/lesson/a.ts', "import { b } from './b'; import { toasts } from '../../stores/toasts';"],
    ['renderer/features/lesson/a.test.ts', "import { x } from '../monitor/monitor-store';"],
    ['renderer/stores/a.test.ts', "import { answer } from '../testing/fake-lab';"],
    ['renderer/shell/AppSidebar.vue', '<script>import Load from "../features/monitor/LoadSparkline.vue";</script>'],
  ])('accepts a good %s', (file, text) => {
    expect(violations(file, text)).toEqual([]);
  });

  it.each([
    ['core/runs/plan.ts', "import fs from 'node:fs';"],
    ['core/runs/plan.ts', "export { x } from '../../workers/runtime/desk';"],
    ['core/runs/plan.ts', "import { it } from 'vitest';"],
    ['core/runs/plan.ts', "type A = import('vue').Ref;"],
    ['workers/runtime/pool.ts', "const electron = await import('electron');"],
    ['workers/runtime/pool.ts', "import os from 'os';"],
    ['workers/runtime/pool.ts', 'process.parentPort.postMessage(1);'],
    ['main/index.ts', "import { run } from '../workers/runtime/pool';"],
    ['main/window.ts', "import { ipcMain } from 'electron';"],
    ['preload/index.ts', "import { plan } from '@core/record/plan';"],
    ['renderer/App.vue', '<script setup lang="ts">\nimport { app } from \'../main/index\';\n</script>'],
    ['renderer/stores/a.ts', "import lodash from 'lodash';"],
    ['renderer/charts/a.ts', "import { ref } from 'vue';"],
    ['renderer/charts/a.ts', "import { x } from '../stores/a';"],
    ['renderer/stores/a.ts', "import X from '../base/BaseCard.vue';"],
    ['renderer/stores/a.ts', "import { answer } from '../testing/fake-lab';"],
    ['renderer/base/A.vue', '<script>import X from "../figures/ChartFigure.vue";</script>'],
    ['renderer/features/lesson/a.ts', "import X from '../monitor/MonitorPage.vue';"],
    ['renderer/features/lesson/a.ts', "const x = await import('../monitor/MonitorPage.vue');"],
    ['renderer/features/notebook/a.ts', "import { x } from '../run/run-form';"],
    ['renderer/features/notebook/a.ts', "import { x } from '../../shell/command-key';"],
    ['e2e/a.spec.ts', "import { x } from '../main/index';"],
  ])('rejects in %s: %s', (file, text) => {
    const found = violations(file, text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
  });

  it.each([
    ['core/testing', 'main/index.ts', '@core/testing/records'],
    ['renderer/features', 'renderer/lab-client.ts', './features/monitor/monitor-store'],
  ])('keeps %s closed', (room, file, specifier) => {
    const found = violations(file, `import '${specifier}';`);
    expect(found).toEqual([`${file} imports ${specifier}: ${String(closed.find((one) => one.room === room)?.reason)}`]);
  });

  it('names doors that are there', () => {
    for (const { file } of doors) {
      const name = file.endsWith('.vue') ? file : `${file}.ts`;
      expect(existsSync(path.join(root, 'renderer', 'features', name)), name).toBe(true);
    }
  });

  it('gives the reason of the rule that applies', () => {
    const chart = rules.find(({ folder }) => folder === 'renderer/charts');
    expect(violations('renderer/charts/a.ts', "import 'vue';")[0]).toContain(chart?.reason);
  });
});
