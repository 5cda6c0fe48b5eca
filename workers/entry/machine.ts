// Answers one question about the machine and ends: programs that are started to find out never run beside a measurement.
import type { FromMachine, ToMachine } from '@core/protocol/machine';
import { readMachineFacts } from '../machine/facts';
import { lookAtLoad } from '../machine/watch-load';
import { findPythons } from '../python/find-pythons';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';

endOnUnexpectedError();

const main = utilityParentPort();

main.on('message', ({ data }) => {
  void answer(data as ToMachine).then((message) => {
    main.postMessage(message);
  });
});

async function answer(question: ToMachine): Promise<FromMachine> {
  if (question.type === 'facts') return { type: 'facts', facts: await readMachineFacts() };
  if (question.type === 'load') return { type: 'load', load: await lookAtLoad(question.own) };
  return { type: 'pythons', pythons: await findPythons({ chosen: question.chosen }) };
}
