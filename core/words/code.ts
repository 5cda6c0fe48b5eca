import { conditionCode, givenCode, type CodeValues } from '../code/code-of';
import { standardValues } from '../experiments/standard-values';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { resolveWork } from '../experiments/work';
import type { RunPlan } from '../record/plan';
import { translate } from '../texts/translate';
import type { Block } from './blocks';
import type { ReportContext } from './context';
import { textAt, type Names } from './names';

/** The numbers of a run that its code names. */
export function codeValues(
  experiment: ExperimentDefinition,
  plan?: Pick<RunPlan, 'parameters' | 'workbench'>,
): CodeValues {
  const parameters = { ...standardValues(experiment), ...plan?.parameters };
  const choice = plan?.workbench;
  if (!choice) return parameters;
  const [work] = experiment.parts.flatMap((part) => (part.work ? [resolveWork(part.work, parameters)] : []));
  const { taskMs = choice.taskMs, tasks = choice.tasks, waitShare = 0 } = work ?? {};
  return { ...parameters, taskMs, tasks, waitMs: taskMs * waitShare, computeMs: taskMs * (1 - waitShare) };
}

/**
 * What every condition of a run executes, then what that calls. Nothing for an experiment that this version does not have.
 * The second half of an A/A pair executes what the first does.
 */
export function codeBlocks({ record, experiment, names }: ReportContext): readonly Block[] {
  const values = codeValues(experiment, record.plan);
  const conditions = experiment.conditions.filter(({ repeats, idle }) => repeats === undefined && idle !== true);
  const own = conditions.flatMap((condition) =>
    conditionCode(experiment, condition, values).map(({ part, source }): Block => {
      return { kind: 'code', name: nameIn(names, names.condition(condition.id), part), source };
    }),
  );
  if (own.length === 0) return [];
  const given = givenCode(experiment, values).map(({ part, source }): Block => {
    return { kind: 'code', name: givenName(names, part), source };
  });
  const hasProcesses = conditions.some(({ seats }) => seats.some(({ kind }) => kind === 'process'));
  return [
    { kind: 'paragraph', text: translate('code.lead') },
    ...own,
    ...given,
    { kind: 'note', text: translate('code.pythonNote') },
    ...(hasProcesses ? [{ kind: 'note', text: translate('code.processNote') } as const] : []),
  ];
}

/** The name of what a condition executes, where it differs by part. */
export function nameIn(names: Names, condition: string, part: string | null): string {
  return part === null ? condition : translate('code.inPart', { condition, part: names.part(part) });
}

/** The name of what the snippets call; a task of the Workbench has the name of its workload. */
export function givenName(names: Names, part: string | null): string {
  if (part === null) return translate('code.given');
  const name = names.part(part);
  return translate('code.task', { part: name === part ? (textAt(`glossary.workload.${part}`) ?? part) : name });
}
