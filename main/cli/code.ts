import { conditionCode, givenCode } from '@core/code/code-of';
import { runFile } from '@core/code/run-files';
import type { CodeLanguage } from '@core/code/types';
import { findExperiment } from '@core/experiments/catalogue';
import { strategies, type ExperimentDefinition } from '@core/experiments/definition-types';
import { standardChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { codeValues, givenName, nameIn } from '@core/words/code';
import { namesOf } from '@core/words/names';
import type { CodeShown } from './code-arguments';
import { writeOut } from './output';

/** `code`: what an experiment's conditions execute, or the file with which a person sees the effect without the lab. */
export async function showCode(experiment: string, shown: CodeShown): Promise<number> {
  const text = shown === 'run-it-yourself' ? runFile(experiment) : codeText(experiment, shown);
  await writeOut(text ?? '');
  return 0;
}

/** All code of an experiment in one language: first what the snippets call, then every condition under its name. */
export function codeText(id: string, language: CodeLanguage): string {
  const experiment = findExperiment(id) ?? workbenchDefinition({ ...standardChoice, strategies: [...strategies] });
  const names = namesOf(experiment.id);
  const values = valuesOf(experiment);
  const comment = language === 'javascript' ? '//' : '#';
  const piece = (name: string, text: string): string => `${comment} ---- ${name}\n\n${text}\n`;
  const given = givenCode(experiment, values).map(({ part, source }) =>
    piece(givenName(names, part), source[language]),
  );
  const own = experiment.conditions
    .filter(({ repeats }) => repeats === undefined)
    .flatMap((condition) =>
      conditionCode(experiment, condition, values).map(({ part, source }) =>
        piece(nameIn(names, names.condition(condition.id), part), source[language]),
      ),
    );
  return [...given, ...own].join('\n');
}

function valuesOf(experiment: ExperimentDefinition): ReturnType<typeof codeValues> {
  if (experiment.id !== 'workbench') return codeValues(experiment);
  return codeValues(experiment, { parameters: {}, workbench: standardChoice });
}
