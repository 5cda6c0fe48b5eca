import { describe, expect, it } from 'vitest';
import { strategies, workloads } from '@core/experiments/definition-types';
import { operationsOf, standardChoice } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { answerChoice } from '@core/experiments/workbench/answer-choice';
import { translate } from '@core/texts/translate';
import { textFields, typedRangeOf } from './text-fields';
import { fieldsShown, formOf, readForm as readFormOn, standardForm, withWorkload } from './workbench-form';
import type { WorkbenchForm } from './workbench-form';

const cores = 4;
const readForm = (one: WorkbenchForm) => readFormOn(one, cores);

function form(part: Partial<WorkbenchForm>): WorkbenchForm {
  return { ...standardForm, ...part };
}

function typed(texts: Partial<WorkbenchForm['texts']>, part: Partial<WorkbenchForm> = {}): WorkbenchForm {
  return form({ ...part, texts: { ...standardForm.texts, ...texts } });
}

describe('readForm', () => {
  it('gives back the choice that the form was made of', () => {
    expect(readForm(standardForm)).toEqual({ choice: standardChoice, problems: new Map() });
    const choice: WorkbenchChoice = {
      workload: 'database',
      operation: 'none',
      taskMs: 12.5,
      tasks: 7,
      strategies: [...strategies],
      workers: [1, 2, 8],
      inFlight: [4, 64],
      chunkMs: 2,
      waitShare: 0.07,
      jitterShare: 0.29,
      pinnedCores: 2,
      cold: true,
      watchWindow: true,
      memoryLimitMb: 256,
      taskTimeoutMs: 5000,
      targetWidth: 0.035,
    };
    expect(readForm(formOf({ choice, preset: 'standard', rounds: 9 })).choice).toEqual(choice);
  });

  it('brings strategies and numbers into order, so that equal choices are equal', () => {
    const { choice } = readForm(form({ strategies: ['threads', 'sync'], workers: [4, 1, 2] }));
    expect(choice).toMatchObject({ strategies: ['sync', 'threads'], workers: [1, 2, 4] });
  });

  it('takes the standard value for what is not shown, whatever was typed there before', () => {
    const hidden = typed(
      { jitterShare: '999', waitShare: 'x', chunkMs: '' },
      { strategies: ['sync'], workers: [], inFlight: [] },
    );
    expect(readForm(hidden).choice).toEqual({ ...standardChoice, strategies: ['sync'] });
  });

  it.each([
    [typed({ taskMs: '' }), 'taskMs', 'A number from 0.01 to 2000.'],
    [typed({ taskMs: '2001' }), 'taskMs', 'A number from 0.01 to 2000.'],
    [typed({ taskMs: 'five' }), 'taskMs', 'A number from 0.01 to 2000.'],
    [typed({ tasks: '0' }), 'tasks', 'A whole number from 1 to'],
    [typed({ tasks: '1.5' }), 'tasks', 'A whole number from 1 to'],
    [typed({ jitterShare: '91' }, { workload: 'socket', operation: 'none' }), 'jitterShare', 'A number from 0 to 90.'],
    [typed({ waitShare: '-1' }, { workload: 'mixed' }), 'waitShare', 'A number from 0 to 100.'],
    [typed({ targetWidth: '0.4' }), 'targetWidth', 'A number from 0.5 to 100.'],
    [typed({ memoryLimitMb: '15' }), 'memoryLimitMb', 'A whole number from 16 to 16384.'],
    [form({ strategies: [] }), 'strategies', 'Choose at least one.'],
    [form({ workers: [] }), 'workers', 'Choose at least one.'],
    [form({ inFlight: [1, 2, 4, 8, 16, 32, 64, 128, 256] }), 'inFlight', 'Choose at most 8.'],
    [form({ run: { ...standardForm.run, parameters: { rounds: '201' } } }), 'rounds', 'A whole number from 1 to 200.'],
    [form({ run: { ...standardForm.run, seed: '-1' } }), 'seed', 'A whole number from 0 to 4294967295.'],
  ] as const)('says what is wrong, at the field: %#', (wrong, field, words) => {
    const { choice, problems } = readForm(wrong);
    expect(choice).toBeUndefined();
    expect([...problems.keys()]).toEqual([field]);
    const problem = problems.get(field)!;
    expect(translate(`experiments.workbench.form.problem.${problem.kind}`, problem.values)).toContain(words);
  });

  it('takes both ends of every range that it names', () => {
    for (const { id } of textFields) {
      const range = typedRangeOf(id)!;
      for (const value of [range.minimum, range.maximum]) {
        const ends = typed({ [id]: String(value) }, { workload: 'mixed', strategies: ['sync', 'async-chunked'] });
        expect(readForm(ends).problems, `${id} ${value}`).toEqual(new Map());
      }
    }
  });
});

describe('fieldsShown', () => {
  const shown = (workload: WorkbenchForm['workload'], chosen: WorkbenchForm['strategies']) =>
    Object.entries(fieldsShown({ workload, strategies: chosen }))
      .filter(([, isShown]) => isShown)
      .map(([name]) => name);

  it.each([
    ['cpu', ['sync'], ['operation']],
    ['cpu', ['threads'], ['operation', 'workers']],
    ['timer', ['async', 'async-chunked'], ['jitterShare', 'nothingToCut', 'inFlight']],
    ['mixed', ['async-chunked'], ['operation', 'waitShare', 'jitterShare', 'chunkMs', 'inFlight']],
    ['socket', ['sync', 'threads-async'], ['jitterShare', 'workers', 'inFlight']],
    ['database', ['processes'], ['waitShare', 'jitterShare', 'workers']],
  ] as const)('of %s under %j: %j', (workload, chosen, names) => {
    expect(shown(workload, chosen)).toEqual(names);
  });
});

describe('withWorkload', () => {
  it('always leaves an operation that the workload has', () => {
    for (const from of workloads) {
      for (const to of workloads) {
        const { workload, operation } = withWorkload(withWorkload(standardForm, from), to);
        expect(workload).toBe(to);
        expect(operationsOf(to).length === 0 ? ['none'] : operationsOf(to)).toContain(operation);
      }
    }
  });

  it('keeps the operation where both have it', () => {
    const chosen = form({ operation: 'chase' });
    expect(withWorkload(chosen, 'mixed').operation).toBe('chase');
    expect(withWorkload(chosen, 'threadpool').operation).toBe('pbkdf2');
  });
});

describe('the form that asks for the numbers', () => {
  const asking = (cpuMs: string, waitingMs: string) => form({ asks: 'answer', task: { cpuMs, waitingMs } });

  it('stands for a search among numbers made for this machine, and is remembered as what was typed', () => {
    const { choice } = readForm(asking('2', '8'));
    expect(choice).toEqual(answerChoice({ cpuMs: 2, waitingMs: 8 }, cores));
    if (!choice) throw new Error('no choice');
    const again = formOf({ choice, preset: 'quick', rounds: null });
    expect(again).toMatchObject({ asks: 'answer', task: { cpuMs: '2', waitingMs: '8' } });
    // What was searched does not fill the form for a comparison.
    expect(again.workers).toEqual(standardForm.workers);
  });

  it.each([
    ['', '8', 'cpuMs'],
    ['two', '8', 'cpuMs'],
    ['2', '-1', 'waitingMs'],
    ['2', '1001', 'waitingMs'],
    ['0', '0', 'cpuMs'],
    ['0.001', '0', 'cpuMs'],
  ] as const)('says what is wrong with "%s" and "%s"', (cpuMs, waitingMs, field) => {
    const { choice, problems } = readForm(asking(cpuMs, waitingMs));
    expect(choice).toBeUndefined();
    expect([...problems.keys()]).toEqual([field]);
  });
});
