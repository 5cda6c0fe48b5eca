import type { Experiment } from '../experiment';
import { claims } from './claims';
import { code } from './code';
import { threadsOrProcesses as definition } from './definition';
import { observe } from './questions';
import { threadsOrProcessesStory as story } from './story';
import { threadsOrProcesses as texts } from './texts/en';

export const threadsOrProcesses = {
  definition,
  texts,
  minutes: 20,
  code,
  claims,
  questions: observe,
  story,
} satisfies Experiment;
