import { isFree, type Interpreter, type PythonProblem } from '../python/interpreter';
import { translate } from '../texts/translate';

/** The version as Python's own programs are called: a free-threaded build has a `t`. */
export function pythonName({ version, build }: Pick<Interpreter, 'version' | 'build'>): string {
  return build === 'free-threaded' ? `${version}t` : version;
}

/** Whether its lock was on, after everything was imported. */
export function lockWords(interpreter: Interpreter): string {
  if (isFree(interpreter)) return translate('app.python.lockOff');
  return translate(interpreter.build === 'free-threaded' ? 'app.python.lockOnAgain' : 'app.python.lockOn');
}

/** Why something is not used as a Python, in a sentence. */
export function pythonProblemWords({ path, problem, detail }: PythonProblem): string {
  const said = translate(`app.python.problem.${problem}`, { path, detail });
  return problem === 'not-executable' && detail !== '' ? `${said} ${detail}` : said;
}
