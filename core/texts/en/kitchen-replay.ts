import type { Changes } from './changes';
import type { replayTexts } from './replay';

/** What the replay says in the words of the restaurant analogy. */
export const kitchenReplay: Changes<typeof replayTexts> = {
  heading: 'The kitchen, replayed',
  board: 'Board',
  boardEmpty: 'No ticket is left',
  counter: 'Counter',
  counterEmpty: 'Nothing is served yet',
  house: { threads: 'One kitchen', process: 'A kitchen of their own' },
  station: { stove: 'Stove', toaster: 'Toaster', delivery: 'Delivery door', worktop: 'Set aside' },
  several: '{count} dishes',
  messageTicket: 'ticket',
  messageAnswer: 'answer',
  wages: 'Wages of the hired cooks, in the whole run',
  column: { worker: 'Cook', task: 'Dish', waiting: 'On stove and toaster' },
  change: { begun: '{task} is begun', served: '{task} is served' },
  words: 'At {time}: {workers}. On the board: {open}. Served: {done}.',
};
